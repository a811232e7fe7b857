/** Parcels and their shared borders as numbers in rows, the largest parcel first: what the search for assemblies walks on. */

export interface LandPiece {
  readonly id: number;
  readonly areaM2: number;
  readonly perimeterM: number;
  /** Kind of holder; null: not known, which counts as one more holder each time. */
  readonly ownership: string | null;
  /** Null: not known, which is no contact. */
  readonly roadContact: boolean | null;
}

/** Two parcels that share so many metres of border; a corner is none. */
export interface SharedBorder { readonly a: number; readonly b: number; readonly sharedM: number }

/** Neighbours of the parcel in row `i` stand from `start[i]` to `start[i + 1]` in `to` and `sharedM`. */
export interface Graph<Piece extends LandPiece = LandPiece> {
  readonly pieces: readonly Piece[];
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly sharedM: Float64Array;
  /** A number for each kind of holder; those that are not known have one each. */
  readonly holder: Int32Array;
  readonly holders: number;
}

/** Borders with parcels that are not among the pieces are left out. */
export function graphOf<Piece extends LandPiece>(land: readonly Piece[], borders: readonly SharedBorder[]): Graph<Piece> {
  const pieces = [...land].sort((one, other) => other.areaM2 - one.areaM2 || one.id - other.id);
  const rowOf = new Map(pieces.map(({ id }, row) => [id, row]));
  const edges = borders.flatMap(({ a, b, sharedM }) => {
    const [one, other] = [rowOf.get(a), rowOf.get(b)];
    return one === undefined || other === undefined ? [] : [{ one, other, sharedM }];
  });
  const start = new Int32Array(pieces.length + 1);
  for (const { one, other } of edges) { start[one + 1]! += 1; start[other + 1]! += 1; }
  for (let row = 0; row < pieces.length; row++) start[row + 1]! += start[row]!;
  const next = start.slice();
  const [to, sharedM] = [new Int32Array(2 * edges.length), new Float64Array(2 * edges.length)];
  const put = (from: number, target: number, metres: number): void => { const at = next[from]!++; to[at] = target; sharedM[at] = metres; };
  for (const edge of edges) { put(edge.one, edge.other, edge.sharedM); put(edge.other, edge.one, edge.sharedM); }
  const kinds = new Map<string, number>();
  let holders = 0;
  const holder = Int32Array.from(pieces, ({ ownership }) => {
    const known = ownership === null ? undefined : kinds.get(ownership);
    if (known !== undefined) return known;
    if (ownership !== null) kinds.set(ownership, holders);
    return holders++;
  });
  return { pieces, start, to, sharedM, holder, holders };
}
