/** What a line of the street graph is: its rank at junctions and the width of its land. */

export type EdgeKind =
  | 'motorway' | 'expressway' | 'main' | 'collector' | 'local' | 'access' | 'pedestrian' | 'lane'
  | 'rail' | 'river' | 'stream' | 'bank' | 'outline' | 'border';

interface KindRule {
  /** Half the width of the strip of land the line takes, m; 0 for a mere line. */
  readonly halfWidth: number;
  /** The higher line keeps the land of a junction. */
  readonly rank: number;
}

export const EDGE_KINDS: Readonly<Record<EdgeKind, KindRule>> = {
  motorway: { halfWidth: 32, rank: 20 },
  expressway: { halfWidth: 26, rank: 19 },
  main: { halfWidth: 15, rank: 18 },
  rail: { halfWidth: 14, rank: 17 },
  river: { halfWidth: 9, rank: 16 },
  collector: { halfWidth: 9, rank: 15 },
  local: { halfWidth: 6, rank: 14 },
  stream: { halfWidth: 4, rank: 13 },
  access: { halfWidth: 4.5, rank: 12 },
  pedestrian: { halfWidth: 5, rank: 11 },
  lane: { halfWidth: 2.5, rank: 10 },
  bank: { halfWidth: 0, rank: 0 },
  outline: { halfWidth: 0, rank: 0 },
  border: { halfWidth: 0, rank: 0 },
};

export interface EdgeInfo {
  readonly kind: EdgeKind;
  /** One line, before it is cut: edges of the same line go on into each other at crossings. */
  readonly line: string;
  /** Name of the street, river or railway where the facts give one. */
  readonly name: string | null;
}

const NOT_STREETS: ReadonlySet<EdgeKind> = new Set(['rail', 'river', 'stream', 'bank', 'outline', 'border']);
export const isStreet = (kind: EdgeKind): boolean => !NOT_STREETS.has(kind);
