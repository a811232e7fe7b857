/** Results of the search as people read them: by kind, the kind of the best result first, each in the order of the server. */
import type { SearchKind, SearchResult } from '../../domain/contract/search.ts';

export interface Group<T> {
  readonly kind: SearchKind;
  readonly results: readonly T[];
}

/** Groups by kind; the sequence of groups read from top to bottom is the sequence of the keyboard. */
export function groupsOf<T extends Pick<SearchResult, 'kind'>>(results: readonly T[]): readonly Group<T>[] {
  const groups = new Map<SearchKind, T[]>();
  for (const result of results) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
  return [...groups].map(([kind, found]) => ({ kind, results: found }));
}

export interface Piece {
  readonly text: string;
  /** Where it begins in the label. */
  readonly from: number;
  readonly matched: boolean;
}

/** A label cut where the highlights begin and end. Ranges are half-open, sorted; what lies outside of the label is ignored. */
export function piecesOf(label: string, highlights: readonly (readonly [number, number])[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of highlights) {
    const [start, end] = [Math.max(at, from), Math.min(label.length, to)];
    if (end <= start) continue;
    pieces.push({ text: label.slice(at, start), from: at, matched: false }, { text: label.slice(start, end), from: start, matched: true });
    at = end;
  }
  return [...pieces, { text: label.slice(at), from: at, matched: false }].filter(({ text }) => text !== '');
}
