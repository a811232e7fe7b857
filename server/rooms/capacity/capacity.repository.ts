/** What capacity asks of the database: the land, the envelope, the neighbours, words of the office. */
import type { Geometry } from '../../../domain/contract/geojson.ts';
import type { CapacityLand } from '../../../domain/contract/investment/capacity.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';
import { noParcel, type Subject } from '../../registers/parcel.ts';

const PARCELS = queryFile(new URL('sql/parcels.sql', import.meta.url));
const PARCELS_LAND = queryFile(new URL('sql/parcels-land.sql', import.meta.url));
const SITE_LAND = queryFile(new URL('sql/site-land.sql', import.meta.url));
const OVERRULINGS = queryFile(new URL('sql/overrulings.sql', import.meta.url));
const ENVELOPE = queryFile(new URL('sql/envelope.sql', import.meta.url));
const NEIGHBOURS = queryFile(new URL('sql/neighbours.sql', import.meta.url));

export interface Land extends Subject { readonly acrossM: number }

/** Of parcels as they stood on that day; throws `parcel-not-found`, which names the first that did not. */
export async function parcelsLand(db: Queries, identifiers: readonly string[], day: string): Promise<Land> {
  const standing = new Set((await db.any<{ identifier: string }>(PARCELS, { identifiers, day })).map(({ identifier }) => identifier));
  const missing = identifiers.find((identifier) => !standing.has(identifier));
  return missing === undefined ? db.one<Land>(PARCELS_LAND, { identifiers, day }) : noParcel(db, missing, day);
}

/** Throws `feature-not-found`. */
export async function siteLand(db: Queries, key: string): Promise<Land & { readonly name: string }> {
  const land = await db.oneOrNone<Land & { name: string }>(SITE_LAND, { key });
  if (!land) throw new Problem('feature-not-found', `There is no investment site ${key}.`);
  return land;
}

type Word = CapacityLand['overruled'][number] & { readonly layer: string; readonly zone: string };
export const overrulingsOn = (db: Queries, parcels: readonly string[], day: string): Promise<Word[]> => (parcels.length === 0 ? Promise.resolve([]) : db.any<Word>(OVERRULINGS, { parcels, day }));

type Polygonal = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;

/** `key` null: in none of these zones. */
export const envelopeOf = (db: Queries, { geom }: Subject, keys: readonly string[], day: string): Promise<{ key: string | null; geometry: Polygonal; middle: [number, number] }[]> => db.any(ENVELOPE, { geom, keys, day });

export interface NeighbourRow {
  readonly parcel: string;
  readonly zone: string | null;
  readonly symbol: string | null;
  readonly height: number | null;
  readonly geometry: Polygonal;
  /** Parcels there are within reach, at most `most`. */
  readonly found: number;
}
export const neighboursOf = (db: Queries, { geom }: Subject, own: readonly string[], day: string, reach: number, most: number): Promise<NeighbourRow[]> => db.any<NeighbourRow>(NEIGHBOURS, { geom, own, day, reach, most });
