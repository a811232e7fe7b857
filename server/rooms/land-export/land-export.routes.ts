/** GET /api/investment/export: what the investor's search finds, or land named by keys, as CSV, XLSX, GeoJSON, GeoPackage or DXF. */
import { Router } from 'express';
import { printFilter } from '../../../domain/cql2/print-text.ts';
import type { Database } from '../../db/database.ts';
import { writeFile } from '../../gdal/writer.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { parseQuery } from '../../http/validation.ts';
import { gateFilter } from '../../registers/filter.ts';
import { asCsv, asDrawing, asGeoJson, asGeoPackage, asSheets, type Content, type Written } from './files.ts';
import { type LandFormat, LandExportQuery } from './land-export.query.ts';
import { landOf } from './land-export.repository.ts';

const TYPES: Readonly<Record<LandFormat, string>> = {
  csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', geojson: 'application/geo+json', gpkg: 'application/geopackage+sqlite3', dxf: 'image/vnd.dxf',
};
/** Each holds all its land in memory, some tens of megabytes. */
const AT_ONCE = 3;

const CONTENTS: Readonly<Record<'xlsx' | 'gpkg' | 'dxf', (written: Written) => Content>> = { xlsx: asSheets, gpkg: asGeoPackage, dxf: asDrawing };

export interface LandExportDeps {
  readonly database: Pick<Database, 'db'>;
  /** Written files that take longer are given up; ms. */
  readonly limitMs?: number;
}

async function fileOf(written: Written, format: LandFormat, limitMs: number | undefined): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(asCsv(written));
  if (format === 'geojson') return Buffer.from(asGeoJson(written));
  const { layers, pieces } = CONTENTS[format](written);
  const each = async function* () { yield* pieces; };
  return writeFile({ format, srid: written.system.srid, layers, pieces: each() }, limitMs);
}

/**
 * Coordinates stand easting (longitude) first in every format. More land than MOST_EXPORTED is refused (413); nothing at all is an empty CSV or GeoJSON,
 * and 404 for files that cannot be empty.
 * @example GET /api/investment/export?format=gpkg&crs=EPSG:2180&filter=area_ha >= 2 AND flood_pct = 0&kinds=parcel
 * @example GET /api/investment/export?format=dxf&sites=ti-nowa-huta-01,ti-balice-02
 */
export function landExportRoutes({ database: { db }, limitMs }: LandExportDeps): Router {
  const router = Router();
  let running = 0;
  resource(router, '/api/investment/export', {
    GET: async (req, res) => {
      const { wanted, format, system, lang } = parseQuery(LandExportQuery, req);
      if (running >= AT_ONCE) throw new Problem('unavailable', 'Other files are being written. Try again in a moment.', undefined, { 'Retry-After': '5' });
      running += 1;
      try {
        const filter = 'keys' in wanted ? undefined : wanted.filter;
        if (filter) await gateFilter(db, filter);
        const land = await landOf(db, wanted, system);
        if (land.rows.length === 0 && format in CONTENTS) throw new Problem('not-found', 'No land matches: there is nothing to write into a file.');
        const name = `msip-${lang === 'pl' ? 'tereny' : 'land'}-${land.day}-epsg${system.srid}.${format}`;
        res.set({ 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
        if (req.method === 'HEAD') { res.end(); return; }
        const bytes = await fileOf({ ...land, system, lang, filter: 'keys' in wanted ? null : filter ? printFilter(filter) : '' }, format, limitMs);
        res.set('Content-Length', String(bytes.length)).end(bytes);
      } finally {
        running -= 1;
      }
    },
  });
  return router;
}
