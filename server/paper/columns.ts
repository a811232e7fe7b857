/** Text in columns side by side – a paragraph is one column – that flows over pages and is tagged for screen readers. */
import type { Element, ElementOptions, Sheet } from './sheet.ts';
import { PAGE, type Style } from './type.ts';
import { wrap } from './wrap.ts';

export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Its own element within the column's; absent: it is the column's content. */
  readonly tag?: string;
  readonly href?: string | undefined;
}

export interface Column {
  /** Structure type: P, H2, TH, TD, LI … */
  readonly tag: string;
  readonly options?: ElementOptions;
  readonly x: number;
  readonly width: number;
  readonly runs: readonly Run[];
  /** Drawn beside the first line: a chip, a bullet. */
  readonly sign?: (top: number) => void;
}

interface Line { readonly text: string; readonly run: Run; readonly element: Element; readonly top: number; readonly bottom: number }

interface Measured { readonly column: Column; readonly elements: readonly Element[]; readonly lines: readonly Line[]; next: number }

function measure(sheet: Sheet, column: Column): Measured {
  const element = sheet.open(column.tag, column.options);
  const elements = [element];
  const lines: Line[] = [];
  for (const run of column.runs) {
    const own = run.tag ? sheet.open(run.tag, {}, element) : element;
    if (own !== element) elements.push(own);
    for (const text of wrap(run.text, column.width, (part) => sheet.measure(part, run.style))) {
      const top = lines.at(-1)?.bottom ?? 0;
      lines.push({ text, run, element: own, top, bottom: top + run.style.line });
    }
  }
  return { column, elements, lines, next: 0 };
}

const restOf = ({ lines, next }: Measured): readonly Line[] => lines.slice(next);
const heightOf = (lines: readonly Line[]): number => (lines.length === 0 ? 0 : lines.at(-1)!.bottom - lines[0]!.top);

/** How many of these lines fit; a single line is left neither behind nor over. */
function fitting(lines: readonly Line[], space: number): number {
  const fit = lines.filter(({ bottom }) => bottom - lines[0]!.top <= space + 0.01).length;
  if (fit === lines.length) return fit;
  const kept = fit === lines.length - 1 ? fit - 1 : fit;
  return kept < 2 ? 0 : kept;
}

function drawLines(sheet: Sheet, { column }: Measured, lines: readonly Line[], top: number): void {
  for (let from = 0; from < lines.length;) {
    const { element, run } = lines[from]!;
    let to = from;
    while (to < lines.length && lines[to]!.element === element && lines[to]!.run === run) to += 1;
    const part = lines.slice(from, to).map((line) => ({ ...line, top: top + line.top - lines[0]!.top }));
    const draw = () => { for (const line of part) sheet.line(line.text, column.x, line.top, run.style); };
    const address = run.href === undefined ? null : sheet.address(run.href);
    if (address === null) element.add(draw);
    else drawLink(sheet, element, address, part.map((line) => ({ x: column.x, y: line.top, width: sheet.measure(line.text, run.style), height: run.style.line })), draw);
    from = to;
  }
}

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A link ends on its page: its element names the page of its annotations. */
function drawLink(sheet: Sheet, parent: Element, address: string, boxes: readonly Box[], draw: () => void): void {
  const link = sheet.open('Link', {}, parent);
  link.add(draw);
  for (const { x, y, width, height } of boxes) {
    // pdfkit writes a String object as text and a plain string as a name.
    const options: object = { structParent: link, Contents: Object(address) };
    sheet.doc.link(x, y, width, height, address, options);
  }
  link.end();
}

/** Writes the columns from where the sheet stands; `rule`: with a thin line above, from the x of the first column. */
export function writeColumns(sheet: Sheet, columns: readonly Column[], { rule = false, padding = 0 } = {}): void {
  const all = columns.map((column) => measure(sheet, column));
  for (;;) {
    const rest = all.map(restOf);
    const space = PAGE.bottom - sheet.y - 2 * padding;
    const whole = Math.max(...rest.map(heightOf)) <= space;
    const taken = rest.map((lines) => (whole ? lines.length : fitting(lines, space)));
    // A column that fits beside one that does not may go on alone; when nothing fits, on to the next page.
    if (!whole && rest.some((lines, at) => lines.length > 0 && taken[at] === 0) && sheet.y > PAGE.top) { sheet.newPage(); continue; }
    if (rule) sheet.artifact(() => { sheet.rule(sheet.y, columns[0]!.x, PAGE.left + PAGE.textWidth - columns[0]!.x); });
    const top = sheet.y + padding;
    for (const [at, measured] of all.entries()) {
      const { sign } = measured.column;
      if (measured.next === 0 && sign) sheet.artifact(() => { sign(top); });
      drawLines(sheet, measured, rest[at]!.slice(0, taken[at]), top);
      measured.next += taken[at]!;
    }
    sheet.y = top + Math.max(...rest.map((lines, at) => heightOf(lines.slice(0, taken[at])))) + padding;
    if (all.every(({ lines, next }) => next === lines.length)) break;
    sheet.newPage();
  }
  for (const { elements } of all) elements[0]!.end();
}

/** One paragraph over the width of the text, or from `x` on. */
export function writeParagraph(sheet: Sheet, tag: string, text: string, style: Style, x: number = PAGE.left): void {
  writeColumns(sheet, [{ tag, x, width: PAGE.left + PAGE.textWidth - x, runs: [{ text, style }] }]);
}
