/** Measurements as the address of the page has them: `line:19.93,50.06,19.95,50.06|polygon:…`, six decimals (10 cm). */
import { type Kind, KINDS, MAX_SHAPES, type Position, type Shape } from '../draw/drawing.ts';

type Bare = Omit<Shape, 'id'>;

/** Longer addresses are not understood everywhere. */
const LONGEST = 6000;
const NEEDED: Readonly<Record<Kind, number>> = { point: 1, line: 2, polygon: 3, rectangle: 2, circle: 2 };

/** Writes shapes; null when there are none, the word `too-long` when they do not fit into an address. */
export function printMeasure(shapes: readonly Bare[]): string | null {
  if (shapes.length === 0) return null;
  const text = shapes.map(({ kind, vertices }) => `${kind}:${vertices.map(([lon, lat]) => `${+lon.toFixed(6)},${+lat.toFixed(6)}`).join(',')}`).join('|');
  return text.length > LONGEST ? 'too-long' : text;
}

function parseShape(part: string): readonly Bare[] {
  const [name, figures = ''] = part.split(':');
  const kind = KINDS.find((one) => one === name);
  const numbers = figures.split(',').map((figure) => (/^\d{1,3}(?:\.\d{1,8})?$/.test(figure) ? Number(figure) : Number.NaN));
  if (!kind || numbers.length % 2 !== 0 || numbers.some((number) => !Number.isFinite(number))) return [];
  const vertices = Array.from({ length: numbers.length / 2 }, (_, at): Position => [numbers[2 * at]!, numbers[2 * at + 1]!]);
  return vertices.length >= NEEDED[kind] && vertices.every(([lon, lat]) => lon <= 180 && lat <= 85) ? [{ kind, vertices }] : [];
}

/** Reads shapes; what cannot be read is left out. */
export const parseMeasure = (text: string | null): readonly Bare[] => (text ?? '').split('|').slice(0, MAX_SHAPES).flatMap(parseShape);
