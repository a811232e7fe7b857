/** A link as a QR code, drawn as vectors. */
import qrcode from 'qrcode-generator';

/** Modules of paper around the code that a scanner needs. */
const QUIET = 4;

/** Draws the code (error correction M) with its quiet zone into a square of `size` points. Throws for a text over about 2.3 kB. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
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
