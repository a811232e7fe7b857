/** The land of an export, all of one moment. */
import { LAND_SYSTEMS, MOST_EXPORTED } from '../../../domain/contract/investment/export.ts';
import type { Geometry } from '../../../domain/contract/geojson.ts';
import { LandKind } from '../../../domain/contract/investment/search.ts';
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { GEOMETRY, queryablesOf } from '../../../domain/cql2/check.ts';
import { type Db, pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { Problem } from '../../http/problem.ts';
import { filterSql } from '../../registers/filter-sql.ts';
import { dayOfFacts } from '../../registers/land-facts.ts';
import { fieldsOf, LAYER_OF } from './columns.ts';
import type { Wanted } from './land-export.query.ts';

const COUNT = queryFile(new URL('sql/count.sql', import.meta.url));
const LAND = queryFile(new URL('sql/land.sql', import.meta.url));
const KEYS = queryFile(new URL('sql/keys.sql', import.meta.url));
/** A millimetre, in degrees too: a file is not a picture. */
const DECIMALS = { geographic: 8, metric: 3 } as const;

type Polygonal = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;
export interface Row {
  readonly key: string; readonly kind: LandKind; readonly day: string; readonly source: string | null; readonly source_date: string | null; readonly demonstration: boolean;
  readonly geometry: Polygonal;
  /** On the land. */
  readonly place: readonly [number, number];
  readonly [name: string]: unknown;
}
export interface Land { readonly day: string; readonly rows: readonly Row[] }

const viewOf = (kind: LandKind) => { const [schema, table] = LAYER_OF[kind].view.split('.') as [string, string]; return new pgp.helpers.TableName({ schema, table }); };

function conditionOf(wanted: Wanted, kind: LandKind): string | null {
  if ('keys' in wanted) return wanted.keys[kind].length === 0 ? null : pgp.as.format('key = ANY ($1::text[])', [wanted.keys[kind]]);
  if (!wanted.kinds.includes(kind)) return null;
  return wanted.filter ? filterSql(wanted.filter, { queryables: queryablesOf(LAYER_OF[kind]), geometry: GEOMETRY, column: (name) => pgp.as.name(name) }) : 'true';
}

async function checkNames(t: Queries, wanted: Wanted, kind: LandKind): Promise<void> {
  if (!('keys' in wanted) || wanted.keys[kind].length === 0) return;
  const known = new Set((await t.any<{ key: string }>(KEYS, { view: viewOf(kind), keys: wanted.keys[kind] })).map(({ key }) => key));
  const missing = wanted.keys[kind].find((key) => !known.has(key));
  if (missing === undefined) return;
  throw kind === 'site' ? new Problem('feature-not-found', `There is no investment site ${missing.slice(0, 100)}.`) : new Problem('parcel-not-found', `The search knows no parcel ${missing.slice(0, 100)}.`);
}

/**
 * The filter has passed the gate. Throws `too-large` (413) for more than an export holds, `feature-not-found` and `parcel-not-found` for a name that is
 * not there, `unavailable` while the facts of land are not prepared.
 */
export const landOf = (db: Db, wanted: Wanted, { srid, geographic }: CoordinateSystem): Promise<Land> => inSnapshot(db, async (t) => {
  const day = await dayOfFacts(t);
  const asked = LandKind.options.flatMap((kind) => { const where = conditionOf(wanted, kind); return where === null ? [] : [{ kind, where, view: viewOf(kind) }]; });
  let many = 0;
  for (const { kind, ...one } of asked) {
    await checkNames(t, wanted, kind);
    many += (await t.one<{ many: number }>(COUNT, one)).many;
  }
  if (many > MOST_EXPORTED) throw new Problem('too-large', `${many} pieces of land match, a file holds at most ${MOST_EXPORTED}: narrow the filter, or ask for one of the kinds.`);
  const rows: Row[] = [];
  for (const { kind, where, view } of asked) {
    const columns = fieldsOf(kind).map(({ name }) => name);
    const found = await t.any<Omit<Row, 'geometry'> & { geometry: string }>(LAND, { view, where, columns, srid, decimals: geographic ? DECIMALS.geographic : DECIMALS.metric });
    rows.push(...found.map((row) => ({ ...row, kind, day, geometry: JSON.parse(row.geometry) as Polygonal }) as Row));
  }
  return { day, rows };
});

/** @example EPSG:2178 */
export const nameOf = ({ srid }: CoordinateSystem): (typeof LAND_SYSTEMS)[number] => LAND_SYSTEMS.find((name) => name === `EPSG:${srid}`)!;
