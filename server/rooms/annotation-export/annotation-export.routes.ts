/** GET /api/annotations/export: the annotations of a list as GeoJSON, GeoPackage or XLSX. */
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { z } from 'zod';
import { AnnotationFilters } from '../../../domain/contract/office/annotation.ts';
import { COORDINATE_SYSTEMS, CRS84, findCoordinateSystem, PL_2000 } from '../../../domain/contract/coordinate-systems.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Viewer } from '../../../domain/office/roles.ts';
import type { Database } from '../../db/database.ts';
import { writeFile } from '../../gdal/writer.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { parseQuery } from '../../http/validation.ts';
import { ownPagesOnly, viewerOf } from '../../http/viewer.ts';
import { checkSize, type Conditions, pagesOf, type Row } from './export.repository.ts';
import { featureOf, LAYERS, piecesOf, SHEET } from './features.ts';

const TYPES = { geojson: 'application/geo+json', gpkg: 'application/geopackage+sqlite3', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const ExportQuery = AnnotationFilters.extend({
  f: z.enum(['geojson', 'gpkg', 'xlsx']),
  crs: z.string().max(200).refine((uri) => findCoordinateSystem(uri) !== undefined, `must be one of ${COORDINATE_SYSTEMS.map(({ uri }) => uri).join(', ')}`).optional(),
});

export interface ExportDeps {
  readonly database: Database;
  /** What is asked of a list as conditions in SQL, with those rows only that the viewer may see. */
  conditionsOf(viewer: Viewer, filters: AnnotationFilters): Conditions;
  /** Written files that take longer are given up; ms. */
  readonly limitMs?: number;
}

async function* collection(pages: AsyncIterable<readonly Row[]>, office: boolean): AsyncGenerator<string> {
  let separator = '{"type":"FeatureCollection","features":[';
  for await (const page of pages) {
    yield `${separator}${page.map((row) => featureOf(row, office)).join(',\n')}`;
    separator = ',\n';
  }
  yield separator === ',\n' ? ']}' : `${separator}]}`;
}

/**
 * Filters as of the list; GeoPackage and XLSX in PL-2000 unless `crs` says otherwise, easting first; GeoJSON in degrees (RFC 7946).
 * @example GET /api/annotations/export?f=gpkg&district=7&status=open,in-review
 * @example GET /api/annotations/export?f=xlsx&assigned=true&crs=http://www.opengis.net/def/crs/EPSG/0/2180
 */
export function annotationExportRoutes({ database: { db }, conditionsOf, limitMs }: ExportDeps): Router {
  const router = Router();
  const begin = (res: Response, f: keyof typeof TYPES): Response =>
    res.set({ 'Content-Type': TYPES[f], 'Content-Disposition': `attachment; filename="annotations-${dayInKrakow()}.${f}"`, 'X-Content-Type-Options': 'nosniff' });
  resource(router, '/api/annotations/export', {
    GET: [ownPagesOnly, async (req, res) => {
      const { f, crs, ...filters } = parseQuery(ExportQuery, req);
      if (f === 'geojson' && crs !== undefined && crs !== CRS84.uri) throw new Problem('invalid-parameter', 'GeoJSON is in degrees always.', [{ path: 'crs', message: 'is for gpkg and xlsx' }]);
      const viewer = viewerOf(req);
      const office = viewer.kind === 'account';
      const conditions = conditionsOf(viewer, filters);
      await checkSize(db, conditions);
      const { srid, decimals } = f === 'geojson' ? CRS84 : (crs === undefined ? PL_2000 : findCoordinateSystem(crs)!);
      const pages = pagesOf(db, { ...conditions, srid, decimals, office });
      if (f === 'geojson') {
        begin(res, f);
        if (req.method === 'HEAD') { res.end(); return; }
        await pipeline(collection(pages, office), res);
        return;
      }
      const first = await pages.next();
      if (first.done) throw new Problem('not-found', 'No annotation matches: there is nothing to write into a file.');
      if (req.method === 'HEAD') { begin(res, f).end(); return; }
      const all = async function* (): AsyncGenerator<readonly Row[]> { yield first.value; yield* pages; };
      const bytes = await writeFile({ format: f, srid, layers: f === 'xlsx' ? [SHEET] : LAYERS, pieces: piecesOf(all(), f, office) }, limitMs);
      begin(res, f).set('Content-Length', String(bytes.length)).end(bytes);
    }],
  });
  return router;
}
