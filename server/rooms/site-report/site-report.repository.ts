/** What a report asks of the database itself: outlines, and parcels of the municipality. */
import type { LandProperties } from '../../../domain/investment/land-words.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';
import type { Outline } from '../../registers/land-map.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const SITE_OUTLINE = queryFile(new URL('sql/site-outline.sql', import.meta.url));
const PARCEL_LAND = queryFile(new URL('sql/parcel-land.sql', import.meta.url));

export const siteOutline = (db: Queries, key: string): Promise<Outline> => db.one<Outline>(SITE_OUTLINE, { key });

export interface ParcelLand extends SourceRow { readonly name: string; readonly properties: LandProperties; readonly outline: Outline }

/** Throws `feature-not-found`. */
export async function parcelLand(db: Queries, key: string): Promise<ParcelLand> {
  const parcel = await db.oneOrNone<ParcelLand>(PARCEL_LAND, { key });
  if (!parcel) throw new Problem('feature-not-found', `Parcel ${key} is none of the municipality that could be built on.`);
  return parcel;
}
