/** Reads land as the search keeps it: all of it, what conditions say of it, and where a few pieces lie. */
import { type LandKind, LAND_LAYERS } from '../../../domain/contract/investment/search.ts';
import type { Filter } from '../../../domain/cql2/ast.ts';
import { GEOMETRY, type Queryables } from '../../../domain/cql2/check.ts';
import { namesIn } from '../../../domain/investment/conditions.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { municipalParcels } from '../../../domain/layers/municipal-parcels.ts';
import { pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { filterSql } from '../../registers/filter-sql.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const file = (name: string) => queryFile(new URL(`./sql/${name}.sql`, import.meta.url));
const [VERDICTS, STATE, LAND, SOURCES, PLACES] = ['verdicts', 'state', 'land', 'sources', 'places'].map(file) as [ReturnType<typeof file>, ReturnType<typeof file>, ReturnType<typeof file>, ReturnType<typeof file>, ReturnType<typeof file>];

export const LAYER_OF: Readonly<Record<LandKind, Layer & { readonly id: (typeof LAND_LAYERS)[LandKind] }>> = { site: investmentSites as Layer & { id: 'investment-sites' }, parcel: municipalParcels as Layer & { id: 'municipal-parcels' } };
const viewOf = (kind: LandKind) => { const [schema, table] = LAYER_OF[kind].view.split('.') as [string, string]; return new pgp.helpers.TableName({ schema, table }); };

/** The fields of a layer that a filter may name. */
export const askedFields = (kind: LandKind) => LAYER_OF[kind].fields.filter(({ filterable, type }) => filterable && type !== 'json');

export interface State { readonly version: string; readonly day: string | null }
export interface LandRow { readonly id: number; readonly key: string; readonly [name: string]: unknown }

export const stateOf = (db: Queries): Promise<State> => db.one<State>(STATE);
export const landOf = (db: Queries, kind: LandKind): Promise<LandRow[]> => db.any<LandRow>(LAND, { view: viewOf(kind), columns: askedFields(kind).map(({ name }) => name) });
export const sourceOf = (db: Queries, kind: LandKind): Promise<{ readonly [name in keyof SourceRow]: SourceRow[name] | null } & { readonly demonstration: boolean }> => db.one(SOURCES, { view: viewOf(kind) });

export interface Letters extends State { readonly site: string; readonly parcel: string }

/** Of a function of PostgreSQL; a chain of hundreds of || would copy what it has so far each time. */
const MOST_ARGUMENTS = 90;

/** `conditions` have passed the gate; at least one. */
export function lettersOf(db: Queries, conditions: readonly Filter[], queryables: Queryables): Promise<Letters> {
  const target = { queryables, geometry: GEOMETRY, column: (name: string) => pgp.as.name(name) };
  const each = conditions.map((condition) => `CASE ${filterSql(condition, target)} WHEN true THEN 't' WHEN false THEN 'f' ELSE 'u' END`);
  const chunks = Array.from({ length: Math.ceil(each.length / MOST_ARGUMENTS) }, (_, at) => `concat(${each.slice(at * MOST_ARGUMENTS, (at + 1) * MOST_ARGUMENTS).join(', ')})`);
  const columns = [...new Set(['key', ...conditions.flatMap((condition) => [...namesIn(condition)])])];
  return db.one<Letters>(VERDICTS, { letters: chunks.join(' || '), columns });
}

export interface Place { readonly point: [number, number]; readonly bbox: [number, number, number, number] }
export type PlaceRow = { readonly version: string; readonly id: number | null } & Place;

export const placesOf = (db: Queries, kind: LandKind, ids: readonly number[]): Promise<PlaceRow[]> => db.many<PlaceRow>(PLACES, { view: viewOf(kind), ids });
