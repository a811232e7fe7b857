/** What a report asks of the database itself: outlines, and parcels of the municipality. */
import type { LandProperties } from '../../../domain/investment/land-words.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';
import type { Outline } from '../../registers/land-map.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const SITE_OUTLINE = queryFile(new URL('sql/site-outline.sql', import.meta.url));
const PARCELS = queryFile(new URL('sql/parcels.sql', import.meta.url));
const PARCELS_OUTLINE = queryFile(new URL('sql/parcels-outline.sql', import.meta.url));

export const siteOutline = (db: Queries, key: string): Promise<Outline> => db.one<Outline>(SITE_OUTLINE, { key });

export interface ParcelLand extends SourceRow { readonly key: string; readonly name: string; readonly properties: LandProperties }

/** At least one, in the order of their keys; throws `feature-not-found`, which names the first that is none. */
export async function parcelLands(db: Queries, keys: readonly string[]): Promise<ParcelLand[]> {
  const parcels = await db.any<ParcelLand>(PARCELS, { keys });
  const missing = keys.find((key) => parcels.every((parcel) => parcel.key !== key));
  if (missing !== undefined) throw new Problem('feature-not-found', `Parcel ${missing} is none of the municipality that could be built on.`);
  return parcels;
}

export const parcelsOutline = (db: Queries, keys: readonly string[]): Promise<Outline> => db.one<Outline>(PARCELS_OUTLINE, { keys });
