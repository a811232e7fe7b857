/** Header and footer of every page, written when the number of pages is known. */
import type { Sheet } from './sheet.ts';
import { COLOURS, MM, PAGE, STYLES } from './type.ts';
import type { Words } from './words.ts';

export interface Edges {
  readonly title: string;
  /** Where the content is found again. */
  readonly url: string;
  /** At the right of the last line: what identifies the paper. */
  readonly mark: string;
  readonly demonstration: boolean;
}

const HEADER = 12 * MM;
const FOOTER = 281 * MM;
const RIGHT = PAGE.left + PAGE.textWidth;

/** As much of a text as fits, with an ellipsis where it was cut. */
function short(sheet: Sheet, text: string, width: number): string {
  if (sheet.measure(text, STYLES.edge) <= width) return text;
  let end = text.length;
  while (end > 0 && sheet.measure(`${text.slice(0, end)}…`, STYLES.edge) > width) end -= 1;
  return `${text.slice(0, end)}…`;
}

function writeHeader(sheet: Sheet, { demonstration }: Edges, words: Words): void {
  sheet.line('MSIP Kraków', PAGE.left, HEADER, STYLES.edgeStrong);
  sheet.line(words.header, PAGE.left + 20 * MM, HEADER, STYLES.edge);
  if (demonstration) {
    const width = sheet.measure(words.demonstration, STYLES.edgeStrong) + 10;
    sheet.doc.lineWidth(0.6).strokeColor(COLOURS.text).roundedRect(RIGHT - width, HEADER - 2, width, STYLES.edge.line + 4, 3).stroke();
    sheet.line(words.demonstration, RIGHT - width + 5, HEADER, STYLES.edgeStrong);
  }
  sheet.rule(HEADER + 6 * MM);
}

function writeFooter(sheet: Sheet, { title, url, mark }: Edges, words: Words, page: string): void {
  sheet.rule(FOOTER - 1.5 * MM);
  const second = FOOTER + STYLES.edge.line;
  sheet.line(words.notExcerptShort, PAGE.left, FOOTER, STYLES.edge);
  sheet.line(page, RIGHT - sheet.measure(page, STYLES.edge), FOOTER, STYLES.edge);
  const width = sheet.measure(mark, STYLES.edge);
  sheet.line(short(sheet, `${title} · ${url}`, PAGE.textWidth - width - 6 * MM), PAGE.left, second, STYLES.edge);
  sheet.line(mark, RIGHT - width, second, STYLES.edge);
}

export function writeEdges(sheet: Sheet, edges: Edges, words: Words): void {
  const { count } = sheet.doc.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    sheet.doc.switchToPage(at);
    sheet.artifact(() => {
      writeHeader(sheet, edges, words);
      writeFooter(sheet, edges, words, words.page(at + 1, count));
    }, 'Pagination');
  }
}
