/** Draws a path in a look: fill, pattern as lines, outline. */
import type { Look } from './look.ts';
import type { Box } from './map-frame.ts';
import { drawPattern } from './patterns.ts';
import { MM } from './type.ts';

type Doc = PDFKit.PDFDocument;

/** The outline of a path that `draw` traces. */
export function outline(doc: Doc, draw: () => void, colour: string, widthMm: number, dash?: Look['dash']): void {
  draw();
  doc.lineJoin('round').lineWidth(widthMm * MM).strokeColor(colour);
  if (dash) doc.dash(dash[0] * MM, { space: dash[1] * MM });
  else doc.undash();
  doc.stroke();
  // What is drawn next begins plain.
  if (dash) doc.undash();
}

/** Fill, pattern, outline of a path that `draw` traces; the pattern is drawn over the box. */
export function paint(doc: Doc, draw: () => void, box: Box, area: boolean, { fill, stroke, widthMm = 0.2, dash, pattern }: Look): void {
  if (area && fill) { draw(); doc.fill(fill, 'even-odd'); }
  if (area && pattern) {
    doc.save();
    draw();
    doc.clip('even-odd');
    drawPattern(doc, pattern.shape, pattern.colour, box);
    doc.restore();
  }
  if (stroke) outline(doc, draw, stroke, widthMm, dash);
}

/** A sample of a look for legend and chips. */
export function drawSwatch(doc: Doc, look: Look, x: number, top: number, width: number, height: number): void {
  if (look.fill === undefined && look.pattern === undefined) {
    paint(doc, () => doc.moveTo(x, top + height / 2).lineTo(x + width, top + height / 2), [x, top, x + width, top + height], false, look);
    return;
  }
  paint(doc, () => doc.rect(x, top, width, height), [x, top, x + width, top + height], true, { ...look, widthMm: Math.min(look.widthMm ?? 0.2, 0.35) });
}
