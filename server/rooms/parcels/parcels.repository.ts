/** The parcel's questions to the database: the parcel of a day, its versions, and what lies over it. Geometry stays in EPSG:2178 EWKB text. */
import type { Layer } from '../../../domain/layers/layer.ts';
import { type Db, pgp } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { PieceRow } from './pieces.ts';

const PARCEL = queryFile(new URL('sql/parcel.sql', import.meta.url));
const VERSIONS = queryFile(new URL('sql/versions.sql', import.meta.url));
const PIECES = queryFile(new URL('sql/pieces.sql', import.meta.url));
const OUTSIDE_PLANS = queryFile(new URL('sql/outside-plans.sql', import.meta.url));
const COVERAGE = queryFile(new URL('sql/coverage.sql', import.meta.url));

export interface SourceRow {
  readonly source: string;
  readonly source_date: string | null;
  readonly demonstration: boolean;
}

export interface ParcelRow extends SourceRow {
  readonly id: number;
  readonly identifier: string;
  readonly number: string;
  readonly cadastral_district: string;
  readonly registration_unit: string;
  readonly register_area_m2: number | null;
  readonly geometry_area_m2: number;
  readonly registration_group: number | null;
  readonly land_uses: readonly { symbol: string; soil_class: string | null; area_m2: number }[] | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
  readonly point: [number, number];
  readonly bbox: [number, number, number, number];
  readonly district: { key: string; roman: string; name: string } | null;
  readonly geom: string;
  /** m², not rounded. */
  readonly area: number;
}

export interface Version { readonly valid_from: string | null; readonly valid_to: string | null }

export const parcelOn = (db: Db, identifier: string, day: string): Promise<ParcelRow | null> => db.oneOrNone<ParcelRow>(PARCEL, { identifier, day });

export const versionsOf = (db: Db, identifier: string): Promise<Version[]> => db.any<Version>(VERSIONS, { identifier });

/** The parts of the parcel under the objects of a layer that stood on that day, with the named fields of each; the largest first. */
export function piecesUnder<Row>(db: Db, parcel: ParcelRow, layer: Layer, fields: readonly string[], day: string): Promise<(Row & PieceRow & SourceRow)[]> {
  const columns = [...new Set([...fields, 'source', 'source_date', 'demonstration'])].map((name) => pgp.as.format('object.$1:name', [name])).join(', ');
  const standing = layer.temporal ? pgp.as.format('object.valid @> $1::date', [day]) : 'true';
  return db.any<Row & PieceRow & SourceRow>(PIECES, { columns, view: layer.view, geom: parcel.geom, standing });
}

/** m² of the parcel under none of those plans. */
export const areaOutsidePlans = async (db: Db, parcel: ParcelRow, planIds: readonly number[]): Promise<number> =>
  planIds.length === 0 ? parcel.area : (await db.one<{ area: number }>(OUTSIDE_PLANS, { geom: parcel.geom, ids: planIds })).area;

/** Whether "no plan" may be said of the parcel on that day. */
export const registerCovers = async (db: Db, parcel: ParcelRow, day: string): Promise<boolean> =>
  (await db.one<{ covered: boolean }>(COVERAGE, { geom: parcel.geom, day })).covered;
