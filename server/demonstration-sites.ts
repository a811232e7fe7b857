/** The history of the demonstration's listed sites, made from the sites that are shipped. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHIPPED_DIRECTORY } from '../data-samples/demonstration.ts';
import { type ListedSite, siteHistory, type Telling } from '../data-samples/make/site-history.ts';

export async function demonstrationSiteHistory(): Promise<Telling[]> {
  const { features } = JSON.parse(await readFile(join(SHIPPED_DIRECTORY, 'investment-sites.geojson'), 'utf8')) as { features: readonly { readonly properties: ListedSite }[] };
  return siteHistory(features.map(({ properties }) => properties));
}
