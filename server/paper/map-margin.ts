/** What makes a drawing a map: north arrow, scale in figures and as a bar, whose data it is. */
import type { Box } from './map-frame.ts';
import type { PaperMap } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { COLOURS, MM, STYLES } from './type.ts';
import type { Words } from './words.ts';

/** Metres of the scale bar: the longest of 1, 2, 5 times a power of ten that is not longer than 5 cm on paper. */
export function barMetres(scale: number): number {
  const most = scale * 0.05;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((times) => times * power).find((metres) => metres <= most) ?? power;
}

/** Where the marks within the frame stand: north, and that the data are for demonstration. */
export const markBoxes = ([, top, right, bottom]: Box, demonstration: boolean): Box[] => [
  [right - 10 * MM, top + 2 * MM, right - 2 * MM, top + 15.5 * MM],
  ...(demonstration ? [[right - 40 * MM, bottom - 6 * MM, right - 2 * MM, bottom - 2 * MM] as const] : []),
];

/** Marks within the frame, on paper of their own. */
export function drawMarks(sheet: Sheet, frame: Box, words: Words, demonstration: boolean): void {
  const { doc } = sheet;
  const [north, mark] = markBoxes(frame, demonstration);
  for (const [left, top, right, bottom] of mark ? [north!, mark] : [north!]) doc.roundedRect(left, top, right - left, bottom - top, 2).fillOpacity(0.85).fill(COLOURS.paper).fillOpacity(1);
  const [x, y] = [north![0] + 4 * MM, north![1] + 1 * MM];
  doc.moveTo(x, y).lineTo(x + 2 * MM, y + 7 * MM).lineTo(x, y + 5.6 * MM).lineTo(x - 2 * MM, y + 7 * MM).closePath().fill(COLOURS.text);
  sheet.line(words.north, x - sheet.measure(words.north, STYLES.map) / 2, y + 8 * MM, STYLES.map);
  if (mark) sheet.line(words.demonstration, (mark[0] + mark[2] - sheet.measure(words.demonstration, STYLES.map)) / 2, mark[1] + (4 * MM - STYLES.map.line) / 2, STYLES.map);
}

/** Below the frame: `1 : 1000`, the bar, the coordinate system and the attribution. */
export function drawMargin(sheet: Sheet, { scale, attribution }: PaperMap, [left, , right, bottom]: Box, words: Words): void {
  const { doc } = sheet;
  const top = bottom + 2 * MM;
  sheet.line(words.scale(scale), left, top, STYLES.strong);
  const metres = barMetres(scale);
  const [x, y, length] = [left + 26 * MM, top + 1 * MM, ((metres * 1000) / scale) * MM];
  doc.undash().lineWidth(0.5).strokeColor(COLOURS.text);
  for (const quarter of [0, 2]) doc.rect(x + (quarter * length) / 4, y, length / 4, 1.2 * MM);
  doc.fill(COLOURS.text);
  doc.rect(x, y, length, 1.2 * MM).stroke();
  for (const share of [0, 0.5, 1]) {
    const text = share === 1 ? words.metres(metres) : String((metres * share)).replace('.', words.comma);
    sheet.line(text, x + share * length - sheet.measure(share === 1 ? String(metres) : text, STYLES.edge) / 2, y + 1.5 * MM, STYLES.edge);
  }
  for (const [at, text] of [words.system, attribution].entries()) sheet.line(text, right - sheet.measure(text, STYLES.edge), top - 1 * MM + at * STYLES.edge.line, STYLES.edge);
}
