/** Absolute links, made from PUBLIC_URL and the catalogue; never from the Host header. */
import type { Link } from '../../../domain/contract/features.ts';
import type { Language } from '../../../domain/contract/layer-schema.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { ItemsQuery } from './items-query.ts';

export const QUERYABLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
/** The registered relation `describedby` (relations ignore case), spelt so that GDAL 3.6 finds it too. */
const DESCRIBED_BY = 'describedBy';
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

/** The address with some parameters set, or taken away (undefined). */
export function withParameters(url: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, String(value));
  }
  return changed.href;
}

/** This document and its other representations. */
export const selfLinks = (url: string, type: string, alternates: Readonly<Record<string, string>>): Link[] => [
  { href: url, rel: 'self', type },
  ...Object.entries(alternates).filter(([, other]) => other !== type).map(([f, other]): Link => ({ href: withParameters(url, { f }), rel: 'alternate', type: other })),
];

export function collectionLinks(publicUrl: string, layer: Layer, language: Language): Link[] {
  const collection = `${publicUrl}/api/collections/${layer.id}`;
  const title = layer.title[language];
  return [
    { href: `${collection}/items`, rel: 'items', type: 'application/geo+json', title },
    { href: `${collection}/items?f=html`, rel: 'items', type: 'text/html', title },
    { href: `${collection}/items?f=csv`, rel: 'items', type: 'text/csv', title },
    { href: `${collection}/schema`, rel: DESCRIBED_BY, type: 'application/schema+json' },
    { href: `${collection}/queryables`, rel: QUERYABLES_REL, type: 'application/schema+json' },
    { href: `${publicUrl}/tiles/${layer.id}.json`, rel: 'related', type: 'application/json', title: 'TileJSON' },
    ...(layer.source.licence === 'CC BY 4.0' ? [{ href: 'https://creativecommons.org/licenses/by/4.0/', rel: 'license', type: 'text/html', title: layer.source.licence }] : []),
  ];
}

/** The page before and the page after. */
export function pageLinks(url: string, { limit, offset }: ItemsQuery, matched: number, type: string): Link[] {
  const before = Math.max(0, offset - limit);
  return [
    ...(offset + limit < matched ? [{ href: withParameters(url, { offset: offset + limit }), rel: 'next', type }] : []),
    ...(offset > 0 ? [{ href: withParameters(url, { offset: before === 0 ? undefined : before }), rel: 'prev', type }] : []),
  ];
}
