/** The extract's questions to the database. All of one extract are asked of one snapshot. */
import type { Provenance } from '../../../domain/contract/parcel.ts';
import type { OverlapClass, ZoneShare } from '../../../domain/contract/extract.ts';
import type { Geometry } from '../../../domain/contract/geojson.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { Subject } from '../../registers/parcel.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const PIECES = queryFile(new URL('sql/pieces.sql', import.meta.url));
const OUTSIDE_PLANS = queryFile(new URL('sql/outside-plans.sql', import.meta.url));
const COVERAGE = queryFile(new URL('sql/coverage.sql', import.meta.url));
const REGISTERS = queryFile(new URL('sql/registers.sql', import.meta.url));
const PARCEL_AT = queryFile(new URL('sql/parcel-at.sql', import.meta.url));
const DISC = queryFile(new URL('sql/disc.sql', import.meta.url));
const OVERRULINGS = queryFile(new URL('sql/overrulings.sql', import.meta.url));
const AREA = queryFile(new URL('sql/area.sql', import.meta.url));

export interface PieceRow extends SourceRow {
  /** m² in PL-2000, not rounded. */
  readonly part_area: number;
  readonly overlap: OverlapClass;
}

export interface Register { readonly stands: boolean; readonly provenance: Provenance | null }

const standing = (layer: Layer, day: string): string => (layer.temporal ? pgp.as.format('object.valid @> $1::date', [day]) : 'true');

/** A field as the view has it; one that changes with the day as it was on that day. */
function column({ view, fields }: Layer, name: string, day: string): string {
  if (name === 'source_date') return pgp.as.format('meta.source_date_on(object.source, $1::date) AS source_date', [day]);
  if (!fields.find((field) => field.name === name)?.byDay) return pgp.as.format('object.$1:name', [name]);
  return pgp.as.format('$1:raw(object.id, $2::date) AS $3:name', [`${view}_${name}_on`, day, name]);
}

/** The question of `piecesOf`, complete. */
export function piecesSql({ geom }: Subject, layer: Layer, fields: readonly string[], day: string, accuracyM: number): string {
  const columns = [...new Set([...fields, 'source', 'source_date', 'demonstration'])].map((name) => column(layer, name, day)).join(', ');
  return pgp.as.format(PIECES, { columns, view: layer.view, geom, accuracy: accuracyM, standing: standing(layer, day) });
}

/** What of the subject lies under the objects of a layer on that day, the largest part first, and what touches it; `accuracyM` of both together. */
export const piecesOf = <Row>(db: Queries, subject: Subject, layer: Layer, fields: readonly string[], day: string, accuracyM: number): Promise<(Row & PieceRow)[]> =>
  db.any<Row & PieceRow>(piecesSql(subject, layer, fields, day, accuracyM));

/** m² of the subject under none of those plans. */
export const areaOutsidePlans = async (db: Queries, subject: Subject, planIds: readonly number[]): Promise<number> =>
  planIds.length === 0 ? subject.areaM2 : (await db.one<{ area: number }>(OUTSIDE_PLANS, { geom: subject.geom, ids: planIds })).area;

/** How much of the subject lies where registers do not reach, and whether the one of plans knows that day. */
export const coverageOf = (db: Queries, { geom }: Subject, day: string): Promise<{ readonly outsideCityM2: number; readonly plansKnown: boolean }> =>
  db.one(COVERAGE, { geom, day });

/**
 * Of each layer whether it can speak of that day, and whose it is. It can when something stands in it that is known to have begun by then, or
 * when it had its first edition by then: what has no first day, or no time at all, proves nothing about days long ago.
 */
export async function registersOn(db: Queries, layers: readonly Layer[], day: string): Promise<ReadonlyMap<string, Register>> {
  const asked = layers.map((layer) => pgp.as.format(
    'SELECT $1, EXISTS (SELECT FROM $2:raw AS object WHERE $3:raw) AND (meta.known_since($1) <= $4::date OR $5:raw)',
    [layer.id, layer.view, standing(layer, day), day, layer.temporal ? pgp.as.format('EXISTS (SELECT FROM $1:raw AS object WHERE $2:raw AND isfinite(lower(object.valid)))', [layer.view, standing(layer, day)]) : 'false']));
  const rows = await db.any<Partial<SourceRow> & { layer: string; stands: boolean }>(REGISTERS, { standing: asked.join(' UNION ALL '), day });
  return new Map(rows.map(({ layer, stands, source, source_date: sourceDate = null, demonstration = false }) =>
    [layer, { stands, provenance: source ? { source, sourceDate, demonstration } : null }] as const));
}

/** The identifier of the parcel at a place; null where none stands. */
export const parcelAt = async (db: Queries, lon: number, lat: number, day: string): Promise<string | null> =>
  (await db.oneOrNone<{ identifier: string }>(PARCEL_AT, { lon, lat, day }))?.identifier ?? null;

export const discAt = (db: Queries, lon: number, lat: number, radiusM: number): Promise<Subject> => db.one<Subject>(DISC, { lon, lat, radiusM });

/** The geometry has passed the gate. */
export const areaSubject = (db: Queries, geometry: Geometry): Promise<Subject> => db.one<Subject>(AREA, { geometry: JSON.stringify(geometry) });

type Overruling = NonNullable<ZoneShare['overruled']> & Pick<ZoneShare, 'layer' | 'key'>;
export const overrulingsOn = (db: Queries, parcel: string, day: string): Promise<Overruling[]> => db.any<Overruling>(OVERRULINGS, { parcel, day });
