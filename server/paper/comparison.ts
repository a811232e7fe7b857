/** A comparison on paper: a table with a column a piece of land, its head again on every page; rows that differ carry a sign. */
import type { ComparedGroup, ComparedRow } from '../../domain/investment/comparison.ts';
import { type Column, writeColumns, writeParagraph } from './columns.ts';
import type { Sheet } from './sheet.ts';
import { MM, PAGE, type Style, STYLES } from './type.ts';
import type { Words } from './words.ts';
import { wrap } from './wrap.ts';

const LABEL = 42 * MM;
const SIGN = 5 * MM;
const GAP = 2.5 * MM;
const SMALL: Style = { ...STYLES.note, colour: STYLES.text.colour };
const STRONG: Style = { ...STYLES.badge };

interface Place { readonly x: number; readonly width: number }
function placesOf(count: number): Place[] {
  const width = (PAGE.textWidth - LABEL - SIGN) / count;
  return Array.from({ length: count }, (_, at) => ({ x: PAGE.left + LABEL + SIGN + at * width, width: width - GAP }));
}

/** As high as its highest cell. */
const heightOf = (sheet: Sheet, columns: readonly Column[]): number => Math.max(...columns.map(({ runs, width }) =>
  runs.reduce((sum, { text, style }) => sum + wrap(text, width, (part) => sheet.measure(part, style)).length * style.line, 0)));

function writeRow(sheet: Sheet, columns: readonly Column[]): void {
  sheet.within('TR', {}, () => { writeColumns(sheet, columns, { rule: true, padding: 2 }); });
}

function rowColumns({ label, cells, differs }: ComparedRow, places: readonly Place[]): Column[] {
  return [
    { tag: 'TH', options: { scope: 'Row' }, x: PAGE.left, width: LABEL - GAP, runs: [{ text: label, style: differs ? STRONG : STYLES.note }] },
    { tag: 'TD', x: PAGE.left + LABEL, width: SIGN, runs: [{ text: differs ? '≠' : '=', style: differs ? STRONG : STYLES.note }] },
    ...cells.map(({ text, known, notes }, at): Column => ({
      tag: 'TD', ...places[at]!,
      runs: [{ tag: 'P', text, style: known ? (differs ? STRONG : SMALL) : STYLES.note }, ...notes.map((one) => ({ tag: 'P', text: one, style: { ...STYLES.note, size: 6.5, line: 9 } }))],
    })),
  ];
}

/** `heads`: what the columns are called. */
export function writeComparison(sheet: Sheet, heads: readonly string[], groups: readonly ComparedGroup[], words: Words): void {
  const places = placesOf(heads.length);
  sheet.gap(14);
  writeParagraph(sheet, 'H2', words.comparison, STYLES.topic);
  writeParagraph(sheet, 'P', words.differ, STYLES.note);
  sheet.y += 4;
  sheet.within('Table', {}, () => {
    const head: Column[] = [
      { tag: 'TH', options: { scope: 'Column' }, x: PAGE.left, width: LABEL, runs: [{ text: ' ', style: STRONG }] }, { tag: 'TH', options: { scope: 'Column' }, x: PAGE.left + LABEL, width: SIGN, runs: [{ text: '≠', style: STYLES.note }] },
      ...heads.map((text, at): Column => ({ tag: 'TH', options: { scope: 'Column' }, ...places[at]!, runs: [{ text, style: STRONG }] })),
    ];
    writeRow(sheet, head);
    for (const { title, note, rows } of groups) {
      const all = rows.map((row) => rowColumns(row, places));
      for (const [at, columns] of all.entries()) {
        const titled = at === 0;
        const height = heightOf(sheet, columns) + 4 + (titled ? STYLES.strong.line + STYLES.note.line + 10 : 0);
        if (sheet.y + height > PAGE.bottom) { sheet.newPage(); writeRow(sheet, head); }
        if (titled) {
          sheet.y += 6;
          sheet.within('TR', {}, () => { writeColumns(sheet, [{ tag: 'TH', options: { scope: 'Row' }, x: PAGE.left, width: PAGE.textWidth, runs: [{ tag: 'P', text: title, style: STYLES.strong }, ...(note ? [{ tag: 'P', text: note, style: STYLES.note }] : [])] }]); });
        }
        writeRow(sheet, columns);
      }
    }
  });
}
