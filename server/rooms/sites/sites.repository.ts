/** What the page of a site asks of the database. */
import type { LandValue, Site, SiteDistance, SiteParcel } from '../../../domain/contract/investment/site.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { Problem } from '../../http/problem.ts';
import type { Subject } from '../../registers/parcel.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const SITE = queryFile(new URL('sql/site.sql', import.meta.url));
const PARCELS = queryFile(new URL('sql/parcels.sql', import.meta.url));
const NEAREST = queryFile(new URL('sql/nearest.sql', import.meta.url));
const VERSIONS = queryFile(new URL('sql/versions.sql', import.meta.url));
const GONE = queryFile(new URL('sql/gone.sql', import.meta.url));

type Properties = Readonly<Record<string, LandValue>>;
export interface SiteRow extends Subject, SourceRow, Pick<Site, 'id' | 'key' | 'name' | 'district' | 'geometry' | 'point' | 'bbox'> { readonly properties: Properties }
export type NearestRow = Pick<SiteDistance, 'kind' | 'metres' | 'name' | 'point'> & { readonly source: string | null; readonly source_date: string | null; readonly demonstration: boolean };
export interface VersionRow {
  readonly seq: number;
  readonly recordedAt: string;
  readonly demonstration: boolean;
  /** Null: listed no more; with `first`: nothing was told before it. */
  readonly properties: Properties | null;
  readonly before: Properties | null;
  readonly first: boolean;
  readonly moved: boolean;
}

/** Throws `site-withdrawn`, which says since when, or `feature-not-found`. */
export async function findSite(db: Queries, key: string): Promise<SiteRow> {
  const site = await db.oneOrNone<SiteRow>(SITE, { key });
  if (site) return site;
  const gone = await db.oneOrNone<{ name: string; since: string }>(GONE, { key });
  if (gone) throw new Problem('site-withdrawn', `${gone.name} was listed and is no more, since ${gone.since.slice(0, 10)}.`, undefined, {}, undefined, gone);
  throw new Problem('feature-not-found', `There is no investment site ${key}.`);
}

export const parcelsOf = (db: Queries, identifiers: readonly string[], day: string): Promise<SiteParcel[]> => db.any<SiteParcel>(PARCELS, { identifiers, day });
export const nearestOf = (db: Queries, { geom }: Subject, kinds: readonly string[]): Promise<NearestRow[]> => db.any<NearestRow>(NEAREST, { geom, kinds });
export const versionsOf = (db: Queries, key: string): Promise<VersionRow[]> => db.any<VersionRow>(VERSIONS, { key });
