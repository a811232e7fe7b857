/** The legend of what is to be seen on the map: layer by layer, from the top down. */
import { type Column, writeColumns, writeParagraph } from './columns.ts';
import type { Look } from './look.ts';
import { drawSwatch } from './paint.ts';
import type { Sheet } from './sheet.ts';
import { MM, PAGE, STYLES } from './type.ts';
import type { Words } from './words.ts';

interface Sign { readonly text: string; readonly look: Look }
interface LegendLayer { readonly title: string; readonly signs: readonly Sign[] }
export type Legend = readonly LegendLayer[];

const COLUMNS = 3;
const WIDTH = PAGE.textWidth / COLUMNS;
const SIGN = { width: 7 * MM, height: 3 * MM } as const;

function signColumn(sheet: Sheet, { text, look }: Sign, at: number): Column {
  const x = PAGE.left + at * WIDTH;
  return {
    tag: 'LI', x: x + SIGN.width + 2 * MM, width: WIDTH - SIGN.width - 5 * MM, runs: [{ tag: 'LBody', text, style: STYLES.note }],
    sign: (top) => { drawSwatch(sheet.doc, look, x, top + (STYLES.note.line - SIGN.height) / 2, SIGN.width, SIGN.height); },
  };
}

function writeSigns(sheet: Sheet, signs: readonly Sign[]): void {
  sheet.within('L', {}, () => {
    for (let from = 0; from < signs.length; from += COLUMNS) {
      sheet.need(STYLES.note.line * 2);
      writeColumns(sheet, signs.slice(from, from + COLUMNS).map((sign, at) => signColumn(sheet, sign, at)));
      sheet.y += 1.5;
    }
  });
}

export function writeLegend(sheet: Sheet, legend: Legend, words: Words): void {
  const seen = legend.filter(({ signs }) => signs.length > 0);
  // Layers that are one sign of their own name need no heading and stand together.
  const single = seen.filter(({ title, signs }) => signs.length === 1 && signs[0]!.text === title);
  if (seen.length === 0) return;
  sheet.need(STYLES.entry.line + STYLES.note.line * 3);
  writeParagraph(sheet, 'H3', words.legend, STYLES.entry);
  sheet.y += 1;
  if (single.length > 0) writeSigns(sheet, single.flatMap(({ signs }) => signs));
  for (const { title, signs } of seen.filter((layer) => !single.includes(layer))) {
    sheet.need(STYLES.badge.line + STYLES.note.line * 2);
    writeParagraph(sheet, 'P', title, STYLES.badge);
    writeSigns(sheet, signs);
  }
}
