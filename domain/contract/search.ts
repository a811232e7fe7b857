/** The one search box: GET /api/search?q=&limit=&near=lon,lat */
import { z } from 'zod';
import { Bbox } from './geojson.ts';

export const SEARCH_KINDS = ['parcel', 'address', 'street', 'district', 'plan', 'zone', 'site', 'park', 'municipal-land', 'place', 'cadastral-district'] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchResult = z.strictObject({
  kind: SearchKind,
  layer: z.string(),
  /** Lasting key within the layer; together with `layer` it is the object's address. */
  key: z.string(),
  id: z.int(),
  /** What is found, e.g. "191/13" or "ul. Wielicka 12". */
  label: z.string(),
  /** Where it is or what it is, e.g. "obr. P-9 · Podgórze". */
  context: z.string(),
  /** Longitude, latitude of a point on the object. */
  point: z.tuple([z.number(), z.number()]),
  bbox: Bbox,
  /** 0–1, 1 = exact. */
  score: z.number(),
  /** Half-open ranges of characters of `label` that matched, for highlighting. */
  highlights: z.array(z.tuple([z.int(), z.int()])),
  /** True when only a corrected spelling matched. */
  approximate: z.boolean(),
  /** True for an object of the demonstration data. */
  demonstration: z.boolean(),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchAnswer = z.strictObject({
  query: z.string(),
  /** How the text was understood when it is a parcel number: the normalised identifier or part of it. */
  understoodAs: z.string().nullable(),
  results: z.array(SearchResult),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
