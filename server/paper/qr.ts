/** A link as a QR code, drawn as vectors. */
import qrcode from 'qrcode-generator';
import { writeColumns, writeParagraph } from './columns.ts';
import type { Sheet } from './sheet.ts';
import { MM, PAGE, STYLES } from './type.ts';

/** Modules of paper around the code that a scanner needs. */
const QUIET = 4;
/** Points of the square that a section holds. */
const SIDE = 34 * MM;

/** Draws the code (error correction M) with its quiet zone into a square of `size` points. Throws for a text over about 2.3 kB. */
function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const module = size / (count + 2 * QUIET);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      let end = column;
      while (end < count && code.isDark(row, end)) end += 1;
      if (end > column) doc.rect(x + (column + QUIET) * module, y + (row + QUIET) * module, (end - column) * module, module);
      column = Math.max(column, end);
    }
  }
  doc.fill('#000000');
}

interface QrSection {
  readonly title: string;
  /** What the code is for, beside it. */
  readonly how: string;
  readonly url: string;
  readonly alt: string;
  /** Points that must be free beneath the code on the same page. */
  readonly room: number;
}

/** A heading, words, and the code of a link at the right. */
export function writeQr(sheet: Sheet, { title, how, url, alt, room }: QrSection): void {
  sheet.need(STYLES.topic.line + SIDE + room);
  writeParagraph(sheet, 'H2', title, STYLES.topic);
  sheet.y += 2;
  const top = sheet.y;
  const left = PAGE.left + PAGE.textWidth - SIDE;
  writeColumns(sheet, [{ tag: 'P', x: PAGE.left, width: PAGE.textWidth - SIDE - 6 * MM, runs: [{ text: how, style: STYLES.text }] }]);
  sheet.within('Figure', { alt, bbox: [left, top, left + SIDE, top + SIDE], placement: 'Block' }, (figure) => {
    figure.add(() => { drawQr(sheet.doc, url, left, top, SIDE); });
  });
  sheet.y = Math.max(sheet.y, top + SIDE) + 4;
}
