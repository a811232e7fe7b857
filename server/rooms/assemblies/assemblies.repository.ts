/** Parcels that pass a filter and the borders they share, of one moment. */
import type { Filter } from '../../../domain/cql2/ast.ts';
import { GEOMETRY, queryablesOf } from '../../../domain/cql2/check.ts';
import type { LandPiece, SharedBorder } from '../../../domain/investment/assembly-graph.ts';
import { municipalParcels } from '../../../domain/layers/municipal-parcels.ts';
import { type Db, pgp } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { filterSql } from '../../registers/filter-sql.ts';
import { dayOfFacts } from '../../registers/land-facts.ts';

const LAND = queryFile(new URL('sql/land.sql', import.meta.url));
const BORDERS = queryFile(new URL('sql/borders.sql', import.meta.url));

export const QUERYABLES = queryablesOf(municipalParcels);
const TARGET = { queryables: QUERYABLES, geometry: GEOMETRY, column: (name: string) => pgp.as.name(name) };

export interface Parcel extends LandPiece {
  readonly identifier: string;
  /** EPSG:2178: west, south, east, north. */
  readonly box: readonly [number, number, number, number];
}
export interface Ground { readonly day: string; readonly land: readonly Parcel[]; readonly borders: readonly SharedBorder[] }

/** `filter` has passed the gate. Throws `unavailable` while the facts of land are not yet prepared. */
export const groundOf = (db: Db, filter: Filter | undefined): Promise<Ground> => inSnapshot(db, async (t) => {
  const day = await dayOfFacts(t);
  const land = await t.any<Parcel>(LAND, { where: filter ? filterSql(filter, TARGET) : 'true' });
  return { day, land, borders: await t.any<SharedBorder>(BORDERS) };
});
