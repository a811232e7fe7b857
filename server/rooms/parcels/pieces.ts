/** What a part of a parcel counts for: area, share, and whether the drawing is accurate enough to be sure of it. Slivers are nothing. */
import type { ParcelExtract, ZoneShare } from '../../../domain/contract/parcel.ts';

/** A part below one of the first two is the noise of two drawings that should share a border; `edgeM` is the accuracy of a plan's drawing. */
export const TOLERANCE: ParcelExtract['tolerance'] = { areaM2: 1, sharePct: 0.1, edgeM: 1 };

export interface PieceRow {
  /** The object covers the whole parcel. */
  readonly whole: boolean;
  /** m² and m in PL-2000. */
  readonly piece_area: number;
  readonly piece_perimeter: number;
}

export interface Piece extends Pick<ZoneShare, 'areaM2' | 'sharePct' | 'certainty'> {}

export const roundedArea = (areaM2: number): number => Math.round(areaM2 * 10) / 10;
export const roundedShare = (part: number, whole: number): number => Math.min(100, Math.round((part / whole) * 10_000) / 100);

/** True for what is too small to be told (m², and m² of the whole parcel). */
export const isSliver = (areaM2: number, parcelAreaM2: number): boolean =>
  areaM2 < TOLERANCE.areaM2 || (areaM2 / parcelAreaM2) * 100 < TOLERANCE.sharePct;

/**
 * Null for a sliver. `edge`: the part is a strip whose mean width, 2 · area ÷ perimeter, is below the accuracy of the drawing; whoever
 * builds on it asks the office. A part that is the whole parcel is certain however narrow the parcel.
 */
export function pieceOf({ whole, piece_area: areaM2, piece_perimeter: perimeterM }: PieceRow, parcelAreaM2: number): Piece | null {
  if (!whole && isSliver(areaM2, parcelAreaM2)) return null;
  const edge = !whole && (2 * areaM2) / perimeterM < TOLERANCE.edgeM;
  return { areaM2: roundedArea(areaM2), sharePct: roundedShare(areaM2, parcelAreaM2), certainty: edge ? 'edge' : 'certain' };
}
