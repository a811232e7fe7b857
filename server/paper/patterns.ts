/** Fill patterns as vector lines: the same seven shapes that domain/style/patterns.ts draws as pixels. */
import type { AreaPattern } from '../../domain/style/patterns.ts';
import type { Box } from './map-frame.ts';
import { MM } from './type.ts';

/** Distance of two lines. */
const PERIOD = 1.9 * MM;
const WIDTH = 0.18 * MM;
const DOT = 0.28 * MM;

/** The multiples of the period that a range touches: patterns stand on the page, so that those of neighbours join. */
function multiples(from: number, to: number, period: number): number[] {
  const first = Math.floor(from / period);
  return Array.from({ length: Math.max(0, Math.ceil(to / period) - first + 1) }, (_, at) => (first + at) * period);
}

type Draw = (doc: PDFKit.PDFDocument, box: Box) => void;

const horizontal: Draw = (doc, [left, top, right, bottom]) => { for (const y of multiples(top, bottom, PERIOD)) doc.moveTo(left, y).lineTo(right, y); };
const vertical: Draw = (doc, [left, top, right, bottom]) => { for (const x of multiples(left, right, PERIOD)) doc.moveTo(x, top).lineTo(x, bottom); };
// x + y is the same along a line that rises to the right, x - y along one that falls.
const rising: Draw = (doc, [left, top, right, bottom]) => { for (const sum of multiples(left + top, right + bottom, PERIOD * Math.SQRT2)) doc.moveTo(sum - bottom, bottom).lineTo(sum - top, top); };
const falling: Draw = (doc, [left, top, right, bottom]) => { for (const difference of multiples(left - bottom, right - top, PERIOD * Math.SQRT2)) doc.moveTo(difference + top, top).lineTo(difference + bottom, bottom); };

function waves(doc: PDFKit.PDFDocument, [left, top, right, bottom]: Box): void {
  const [step, swing] = [PERIOD / 2, PERIOD / 3];
  const xs = multiples(left, right, 2 * step);
  for (const y of multiples(top - swing, bottom + swing, PERIOD)) {
    doc.moveTo(xs[0]!, y);
    for (const x of xs) doc.quadraticCurveTo(x + step / 2, y - swing, x + step, y).quadraticCurveTo(x + step * 1.5, y + swing, x + 2 * step, y);
  }
}

function dots(doc: PDFKit.PDFDocument, [left, top, right, bottom]: Box): void {
  for (const y of multiples(top, bottom, PERIOD / 2)) {
    const odd = Math.round(y / (PERIOD / 2)) % 2 === 0 ? 0 : PERIOD / 2;
    // A line of no length with round ends is a dot.
    for (const x of multiples(left, right, PERIOD)) doc.moveTo(x + odd, y).lineTo(x + odd, y);
  }
}

const SHAPES: Readonly<Record<AreaPattern, readonly Draw[]>> = {
  hatch: [rising], 'cross-hatch': [rising, falling], horizontal: [horizontal], vertical: [vertical], grid: [horizontal, vertical], waves: [waves], dots: [dots],
};

/** Draws a pattern over a box; the caller has set the clip. */
export function drawPattern(doc: PDFKit.PDFDocument, shape: AreaPattern, colour: string, box: Box): void {
  doc.undash().strokeColor(colour).lineWidth(shape === 'dots' ? DOT * 2 : WIDTH).lineCap(shape === 'dots' ? 'round' : 'butt');
  for (const draw of SHAPES[shape]) draw(doc, box);
  doc.stroke().lineCap('butt');
}
