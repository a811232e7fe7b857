/** The query of an export: what land, which format, which system, which language. */
import { z } from 'zod';
import { type CoordinateSystem, COORDINATE_SYSTEMS, CRS84, findCoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { LAND_FORMATS, LAND_SYSTEMS, LandExportParameters, MOST_NAMED } from '../../../domain/contract/investment/export.ts';
import { LandKind } from '../../../domain/contract/investment/search.ts';
import type { Filter } from '../../../domain/cql2/ast.ts';
import { queryablesOf } from '../../../domain/cql2/check.ts';
import { readFilter } from '../../registers/filter.ts';
import { LAYER_OF } from './columns.ts';

export type LandFormat = (typeof LAND_FORMATS)[number];

/** All that fits a filter, or what is named by its keys. */
export type Wanted = { readonly filter: Filter | undefined; readonly kinds: readonly LandKind[] } | { readonly keys: Readonly<Record<LandKind, readonly string[]>> };

const refuse = (context: z.RefinementCtx, path: string, message: string): never => { context.addIssue({ code: 'custom', path: [path], message }); return z.NEVER; };

function namesOf(written: string | undefined, path: string, context: z.RefinementCtx): readonly string[] {
  const names = written?.split(',') ?? [];
  if (names.length > MOST_NAMED || names.includes('') || new Set(names).size < names.length) return refuse(context, path, `must be keys with commas between, at most ${MOST_NAMED}, each once`);
  return names;
}

function kindsOf(written: string | undefined, context: z.RefinementCtx): readonly LandKind[] {
  const kinds = written?.split(',') ?? LandKind.options;
  const known = LandKind.options.filter((kind) => kinds.includes(kind));
  return known.length < kinds.length ? refuse(context, 'kinds', `must be among ${LandKind.options.join(', ')}, each once`) : known;
}

/** What all layers of these kinds let be asked. */
const queryablesFor = (kinds: readonly LandKind[]) => {
  const [first, ...others] = kinds.map((kind) => queryablesOf(LAYER_OF[kind]));
  return new Map([...first!].filter(([name]) => others.every((other) => other.has(name))));
};

const systemOf = (name: (typeof LAND_SYSTEMS)[number]): CoordinateSystem => COORDINATE_SYSTEMS.find(({ srid, uri }) => `EPSG:${srid}` === name && uri !== CRS84.uri)!;

/** Throws `invalid-parameter`, also for a filter that cannot be read; its geometries have not passed the gate. */
export const LandExportQuery = LandExportParameters.transform((query, context) => {
  const filterSystem = query['filter-crs'] === undefined ? CRS84 : findCoordinateSystem(query['filter-crs']) ?? refuse(context, 'filter-crs', 'is not one of the coordinate systems of the collections');
  const keys = { site: namesOf(query.sites, 'sites', context), parcel: namesOf(query.parcels, 'parcels', context) };
  const named = keys.site.length + keys.parcel.length > 0;
  if (named && (query.filter !== undefined || query.kinds !== undefined)) return refuse(context, 'filter', 'is for what a search finds; sites and parcels name land themselves');
  const kinds = kindsOf(query.kinds, context);
  if (context.issues.length > 0) return z.NEVER;
  const wanted: Wanted = named ? { keys } : { kinds, filter: query.filter === undefined ? undefined : readFilter(query.filter, query['filter-lang'], queryablesFor(kinds), filterSystem) };
  return { wanted, format: query.format, system: systemOf(query.crs ?? (query.format === 'geojson' ? 'EPSG:4326' : 'EPSG:2178')), lang: query.lang };
});
export type LandExportQuery = z.output<typeof LandExportQuery>;
