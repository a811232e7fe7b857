/** GDAL, and with it QGIS, reads the API and the tiles: names, counts, fields, coordinate system, axis order. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { findGdal } from '../support/prerequisites.ts';

const gdal = findGdal();
const run = promisify(execFile);

describe.skipIf(!gdal)('GDAL', () => {
  let app: TestApp;
  let district: { id: number; name: string };
  beforeAll(async () => {
    app = await testApp();
    district = await app.database.db.one<{ id: number; name: string }>('SELECT id, name FROM layer.districts ORDER BY id LIMIT 1');
  });
  const ogrinfo = async (...parameters: string[]): Promise<string> =>
    (await run(gdal!, ['-ro', ...parameters], { env: { ...process.env, no_proxy: '127.0.0.1', CPL_CURL_VERBOSE: 'NO' }, maxBuffer: 64 * 1024 * 1024 })).stdout;
  const api = (): string => `OAPIF:${app.url}/api`;
  const count = async (sql: string): Promise<number> => (await app.database.db.one<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`)).count;

  /** "Extent: (19.8, 49.9) - (20.2, 50.1)" as [minX, minY, maxX, maxY]. */
  const extentOf = (text: string): number[] => (/Extent: \(([-\d.]+), ([-\d.]+)\) - \(([-\d.]+), ([-\d.]+)\)/.exec(text) ?? []).slice(1).map(Number);

  it('sees parcels with count, fields, geometry and an extent in Kraków, longitude first', async () => {
    const text = await ogrinfo('-so', api(), 'parcels');
    expect(text).toContain(`Feature Count: ${await count('layer.parcels WHERE valid @> current_date')}`);
    expect(text).toContain('Geometry: Multi Polygon');
    expect(text).toContain('TITLE=Działki ewidencyjne');
    expect(text).toMatch(/identifier: String[\s\S]*register_area_m2: Integer[\s\S]*geometry_area_m2: Real[\s\S]*demonstration: Integer\(Boolean\)[\s\S]*valid_from: Date/);
    expect(text).toMatch(/GEOGCRS\["WGS 84"/);
    const [west, south, east, north] = extentOf(text);
    expect([west! > 19.6 && east! < 20.4, south! > 49.8 && north! < 50.3]).toEqual([true, true]);
  });

  it('reads every page of a layer, and every feature once', async () => {
    const text = await ogrinfo('-q', '-geom=NO', '-oo', 'PAGE_SIZE=300', api(), 'streets');
    const ids = [...text.matchAll(/^OGRFeature\(streets\):(\d+)/gm)].map((match) => match[1]);
    expect([ids.length, new Set(ids).size]).toEqual([await count('layer.streets'), ids.length]);
    expect(ids.length).toBeGreaterThan(300);
  });

  it('has the server filter by attribute and place', async () => {
    const one = await ogrinfo('-q', '-geom=NO', api(), 'districts', '-where', `name = '${district.name.replaceAll("'", "''")}'`);
    expect(one.match(/^OGRFeature/gm)).toHaveLength(1);
    const [west, south, east, north] = Object.values(await app.database.db.one<Record<string, number>>(
      'SELECT ST_XMin(g) AS w, ST_YMin(g) AS s, ST_XMax(g) AS e, ST_YMax(g) AS n FROM (SELECT ST_Transform(geom, 4326) AS g FROM layer.districts WHERE id = $1) AS d', [district.id]));
    const around = await ogrinfo('-q', '-geom=NO', '-spat', String(west), String(south), String(east), String(north), api(), 'districts');
    expect(around).toContain(district.name);
    expect(await ogrinfo('-q', '-geom=NO', '-spat', '50', '19.9', '50.1', '20', api(), 'districts')).not.toContain('OGRFeature');
  });

  it('reads a vector tile where it belongs in Web Mercator', async () => {
    const [x, y] = Object.values(await app.database.db.one<Record<string, number>>(
      'SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT ST_PointOnSurface(geom_3857) AS p FROM layer.districts WHERE id = $1) AS d', [district.id])) as [number, number];
    const [zoom, half] = [12, Math.PI * 6_378_137];
    const column = Math.floor(((x + half) / (2 * half)) * 2 ** zoom);
    const row = Math.floor(((half - y) / (2 * half)) * 2 ** zoom);
    const text = await ogrinfo('-so', `MVT:${app.url}/tiles/districts/${zoom}/${column}/${row}.mvt`, 'districts', '-oo', `X=${column}`, '-oo', `Y=${row}`, '-oo', `Z=${zoom}`);
    expect(text).toMatch(/Layer name: districts/);
    const [minX, minY, maxX, maxY] = extentOf(text);
    const side = (2 * half) / 2 ** zoom;
    expect([minX! > x - 1.1 * side, maxX! < x + 1.1 * side, minY! > y - 1.1 * side, maxY! < y + 1.1 * side], text).toEqual([true, true, true, true]);
  });
});
