/** The search's questions to the database: documents by their words, parcels by their numbers, known words, and how the found is shown. */
import { REGISTRATION_UNITS } from '../../../domain/geo/parcel-identifier.ts';
import type { ParcelQuery } from '../../../domain/geo/parcel-query.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { type Db, pgp } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { QueryText } from './query-text.ts';

const DOCUMENTS = queryFile(new URL('sql/documents.sql', import.meta.url));
const PARCELS = queryFile(new URL('sql/parcels.sql', import.meta.url));
const WORDS = queryFile(new URL('sql/words.sql', import.meta.url));
const PRESENT = queryFile(new URL('sql/present.sql', import.meta.url));

/** Something found: which object, how well (4 exact … 1 inside a word), how far from `near` in metres. */
export interface Match {
  readonly layer: string;
  readonly id: number;
  readonly tier: number;
  readonly distance: number | null;
  /** Characters of the name; the shorter is the nearer to what was typed. */
  readonly length: number;
}

export interface Shown {
  readonly layer: string;
  readonly id: number;
  readonly key: string;
  readonly label: string;
  /** Values of the fields that the layer's search context names. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly demonstration: boolean;
  readonly district: string | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly bbox: [number, number, number, number];
}

/** [longitude, latitude], or null: no place is nearer than another. */
export type Near = readonly [number, number] | null;

const nearOf = (near: Near) => ({ longitude: near?.[0] ?? null, latitude: near?.[1] ?? null });
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const bodyLike = (pattern: string): string => pgp.as.format('document.body LIKE $1', [pattern]);

/** Words of one or two letters count at the beginning of a word only: inside one they are everywhere. */
const insideCondition = (word: string): string => bodyLike(word.length < 3 ? `% ${escapeLike(word)}%` : `%${escapeLike(word)}%`);

/** At most `limit` documents of each layer; `layers`: of these only. */
export function documentsWith(db: Db, { words, exact }: QueryText, near: Near, limit: number, layers?: readonly string[]): Promise<Match[]> {
  return db.any<Match>(DOCUMENTS, {
    ...nearOf(near), limit, exact, prefix: `${escapeLike(exact.at(-1)!)}%`,
    conditions: [...words.map(insideCondition), ...(layers ? [pgp.as.format('document.layer IN ($1:csv)', [layers])] : [])].join(' AND '),
    beginnings: words.map((word) => bodyLike(`% ${escapeLike(word)}%`)).join(' AND '),
  });
}

/** At most `limit` current parcels of `layer`: of that number or a part of it; where these are too few, also of numbers that begin with it. */
export async function parcelsWith(db: Db, layer: string, query: ParcelQuery, near: Near, limit: number): Promise<Match[]> {
  const { district, number } = query;
  if (number === null) return parcelsWhere(db, layer, query, 'true', near, limit);
  const same = await parcelsWhere(db, layer, query, pgp.as.format('(parcel.number = $1 OR parcel.number LIKE $2)', [number, `${number}/%`]), near, limit);
  // One digit without a district begins the numbers of a third of the city: nobody means them all.
  if (same.length >= limit || (number.length === 1 && district === null)) return same;
  return parcelsWhere(db, layer, query, pgp.as.format('parcel.number LIKE $1', [`${number}%`]), near, limit);
}

function parcelsWhere(db: Db, layer: string, { unitId, district, sheet, number }: ParcelQuery, numberCondition: string, near: Near, limit: number): Promise<Match[]> {
  const conditions = [numberCondition];
  if (district !== null) {
    const units = unitId === null ? REGISTRATION_UNITS.map((unit) => unit.id) : [unitId];
    conditions.push(pgp.as.format('parcel.district_id IN ($1:csv)', [units.map((unit) => `${unit}.${String(district).padStart(4, '0')}`)]));
  } else if (unitId !== null) conditions.push(pgp.as.format('parcel.unit_id = $1', [unitId]));
  if (sheet !== null) conditions.push(pgp.as.format("split_part(parcel.identifier, '.', 3) = $1", [sheet]));
  return db.any<Match>(PARCELS, { ...nearOf(near), layer, number, parts: `${number}/%`, conditions: conditions.join(' AND '), limit });
}

/** Words of the documents that `typed` may be meant to be. */
export const wordsLike = (db: Db, typed: string): Promise<string[]> => db.map(WORDS, { typed }, (row: { word: string }) => row.word);

/** How the objects of those layers are shown, in no order. */
export function showObjects(db: Db, found: ReadonlyMap<Layer, readonly number[]>): Promise<Shown[]> {
  if (found.size === 0) return Promise.resolve([]);
  const parts = [...found].map(([layer, ids]) => {
    const facts = [...(layer.searchContext?.pl ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => pgp.as.format('$1, object.$1:name', [name])).join(', ');
    return pgp.as.format(PRESENT, { layer: layer.id, title: layer.titleField, facts, needsDistrict: layer.searchContext === null, view: layer.view, ids });
  });
  return db.any<Shown>(parts.map((part) => `(${part})`).join('\nUNION ALL\n'));
}
