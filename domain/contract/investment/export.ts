/** Files of what the investor's search finds (GET /api/investment/export). */
import { z } from 'zod';

export const LAND_FORMATS = ['csv', 'xlsx', 'geojson', 'gpkg', 'dxf'] as const;
/** Coordinates stand easting (longitude) first in all of them, as programs that read files expect. */
export const LAND_SYSTEMS = ['EPSG:2178', 'EPSG:2180', 'EPSG:4326', 'EPSG:3857'] as const;
/** An export holds no more land; more is refused, never cut. */
export const MOST_EXPORTED = 5000;
/** So many can be named in one address. */
export const MOST_NAMED = 500;

/** The query as it is written: a filter as of the search, or land named by keys. */
export const LandExportParameters = z.strictObject({
  filter: z.string().min(1).optional(), 'filter-lang': z.enum(['cql2-text', 'cql2-json']).default('cql2-text'), 'filter-crs': z.string().max(200).optional(),
  kinds: z.string().max(100).optional(),
  /** Keys of listed sites; identifiers of parcels that the search knows; commas between. */
  sites: z.string().max(8000).optional(), parcels: z.string().max(8000).optional(),
  format: z.enum(LAND_FORMATS),
  /** Default: degrees in GeoJSON, PL-2000 elsewhere. */
  crs: z.enum(LAND_SYSTEMS).optional(),
  /** Of headings and words. */
  lang: z.enum(['pl', 'en']).default('pl'),
});
