/** The symbol of an annotation as strokes and fills on a grid of 32 units: its shape says the category, its fill the status, its ring the priority. */
import type { AnnotationMapProperties } from '../../domain/contract/office/annotation.ts';
import type { Status } from '../../domain/office/annotation-rules.ts';
import type { Category, Priority } from '../../domain/office/annotation-words.ts';

export const GRID = 32;
export type SymbolFacts = Pick<AnnotationMapProperties, 'category' | 'status' | 'priority'>;

/** `ink`: the colour that says it; `paper`: what it stands on. */
export type SymbolColour = 'ink' | 'paper' | 'tint';
export interface SymbolPart {
  /** Path data of SVG, on the grid. */
  readonly d: string;
  readonly fill?: SymbolColour;
  readonly stroke?: { readonly colour: SymbolColour; readonly width: number; readonly dash?: readonly number[] };
}

interface Shape { readonly body: string; readonly lower: string; readonly glyph: string; readonly dots?: string }

/** Bodies lie within 7–25; `lower` is the lower half of the body. */
const SHAPES: Readonly<Record<Category, Shape>> = {
  note: { body: 'M8 8h16v16h-16z', lower: 'M8 16h16v8h-16z', glyph: 'M12 13.5h8M12 18.5h8' },
  question: { body: 'M16 7a9 9 0 1 1 0 18a9 9 0 1 1 0-18z', lower: 'M7 16a9 9 0 0 0 18 0z', glyph: 'M13 13.6a3 3 0 1 1 4.2 2.8c-0.9 0.4-1.2 0.9-1.2 1.9', dots: 'M16 20.2a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 1 1 0-2.4z' },
  conflict: { body: 'M16 6L26.4 24.5h-20.8z', lower: 'M10.4 16h11.2L26.4 24.5h-20.8z', glyph: 'M16 12.5v5.4', dots: 'M16 19.8a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 1 1 0-2.4z' },
  proposal: { body: 'M16 5.4L26.6 16L16 26.6L5.4 16z', lower: 'M5.4 16h21.2L16 26.6z', glyph: 'M16 12v8M12 16h8' },
  fault: { body: 'M12.3 7h7.4L25 12.3v7.4L19.7 25h-7.4L7 19.7v-7.4z', lower: 'M7 16h18v3.7L19.7 25h-7.4L7 19.7z', glyph: 'M13 13l6 6M19 13l-6 6' },
  inspection: { body: 'M8 7h16v10.5L16 26.5L8 17.5z', lower: 'M8 16h16v1.5L16 26.5L8 17.5z', glyph: 'M16 12a3 3 0 1 1 0 6a3 3 0 1 1 0-6z' },
};

const RING = 'M16 1.6a14.4 14.4 0 1 1 0 28.8a14.4 14.4 0 1 1 0-28.8z';
const INNER_RING = 'M16 4.4a11.6 11.6 0 1 1 0 23.2a11.6 11.6 0 1 1 0-23.2z';
const RINGS: Readonly<Record<Priority, readonly SymbolPart[]>> = {
  low: [{ d: RING, stroke: { colour: 'ink', width: 1.4, dash: [1.5, 3] } }],
  normal: [],
  high: [{ d: RING, fill: 'paper', stroke: { colour: 'ink', width: 1.8 } }],
  urgent: [{ d: RING, fill: 'paper', stroke: { colour: 'ink', width: 2.2 } }, { d: INNER_RING, stroke: { colour: 'ink', width: 1.4 } }],
};

const glyphColour = (status: Status): SymbolColour => (status === 'decided' ? 'paper' : 'ink');

/** From the bottom up. Open: empty; in review: half full; decided: full; closed: crossed out, its outline broken. */
export function symbolParts({ category, status, priority }: SymbolFacts): SymbolPart[] {
  const { body, lower, glyph, dots } = SHAPES[category];
  const colour = glyphColour(status);
  return [
    ...RINGS[priority],
    { d: body, fill: 'paper', stroke: { colour: 'paper', width: 4.5 } },
    ...(status === 'in-review' ? [{ d: lower, fill: 'tint' as const }] : []),
    { d: body, ...(status === 'decided' ? { fill: 'ink' as const } : {}), stroke: { colour: 'ink', width: 2, ...(status === 'closed' ? { dash: [3, 2] } : {}) } },
    ...(status === 'closed' ? [{ d: 'M9 23L23 9', stroke: { colour: 'ink' as const, width: 1.8 } }] : [{ d: glyph, stroke: { colour, width: 2 } }, ...(dots ? [{ d: dots, fill: colour }] : [])]),
  ];
}
