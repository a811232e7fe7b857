/** From rows to the page of a site. */
import type { LandValue, SiteDistance, SiteFiles, SiteVersion } from '../../../domain/contract/investment/site.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { PublicFile } from '../../registers/site-files.ts';
import type { NearestRow, VersionRow } from './sites.repository.ts';

/** What is compared: all that is declared of a site, in that order. */
const FIELDS = investmentSites.fields.map(({ name }) => name).filter((name) => name !== 'key' && !['source', 'source_date', 'demonstration'].includes(name));
const same = (a: LandValue, b: LandValue): boolean => JSON.stringify(a) === JSON.stringify(b);

export const distanceOf = ({ kind, metres, name, point, source, source_date: sourceDate, demonstration }: NearestRow): SiteDistance =>
  ({ kind, metres, name, point, provenance: source === null ? null : { source, sourceDate, demonstration } });

/** A version beside the one before it. */
export function versionOf({ seq, recordedAt, demonstration, properties, before, first, moved }: VersionRow): SiteVersion {
  const told = { seq, recordedAt, demonstration };
  if (properties === null) return { ...told, what: 'withdrawn', changes: [] };
  if (before === null) return { ...told, what: first ? 'first' : 'listed-again', changes: [] };
  const changes = FIELDS.map((field) => ({ field, from: before[field] ?? null, to: properties[field] ?? null })).filter(({ from, to }) => !same(from, to));
  return { ...told, what: 'changed', changes: [...changes, ...(moved ? [{ field: 'geometry', from: null, to: null }] : [])] };
}

export function filesOf(key: string, files: readonly PublicFile[]): SiteFiles {
  const of = (wanted: PublicFile['kind']) => files.filter(({ kind }) => kind === wanted).map(({ id, title, mediaType, bytes }) => ({ id, title, mediaType, bytes, href: `/api/investment/sites/${key}/files/${id}` }));
  return { pictures: of('picture'), documents: of('document') };
}
