/** Exports: real files that GDAL reads back, with what the viewer may see and nothing a spreadsheet would compute. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGdal } from '../../server/gdal/gdal.ts';
import { writeFile } from '../../server/gdal/writer.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { findGdal } from '../support/prerequisites.ts';

let app: TestApp;
let anna: Person;
let bart: Person;
const folder = mkdtempSync(join(tmpdir(), 'msip-export-'));
const [E, N] = [7_423_966.7, 5_547_788.4];
const SHAPES = {
  point: `POINT(${E} ${N})`, line: `LINESTRING(${E} ${N},${E + 10} ${N})`, area: `POLYGON((${E} ${N},${E + 10} ${N},${E + 10} ${N + 10},${E} ${N}))`,
  mixed: `GEOMETRYCOLLECTION(POINT(${E} ${N}),LINESTRING(${E} ${N},${E + 10} ${N}))`,
};

async function write(by: Person, title: string, { visibility = 'office', shape = null as string | null, due = null as string | null } = {}): Promise<void> {
  await app.database.db.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, place, geom, due_on)
    VALUES ($1, 1, 'open', $4, 'note', 'normal', $3, E'treść\\u0007 <b>', '{a,b}', $2, now(), now(), $2, ST_SetSRID(ST_MakePoint($6, $7), 2178), ST_GeomFromText($5, 2178), $8)`, [randomUUID(), by.id, title, visibility, shape, E, N, due]);
}

beforeAll(async () => {
  app = await startTestApp({ database: 'empty' });
  anna = await signIn(app, { login: 'anna', name: '=Anna', role: 'planner' });
  bart = await signIn(app, { login: 'bart', role: 'planner' });
  for (const [name, shape] of Object.entries(SHAPES)) await write(anna, `Kształt ${name}`, { shape });
  for (const title of ['=1+1', '+48 12', '-5', '@SUM(A1)', '\tx', '2024-01-01']) await write(anna, title, { due: '2026-12-24' });
  await write(anna, 'Tylko ja', { visibility: 'mine' });
  await write(bart, 'Dla wszystkich', { visibility: 'public' });
});
afterAll(async () => { await app.close(); rmSync(folder, { recursive: true, force: true }); });

const ask = (by: Pick<Person, 'fetch'>, query: string): Promise<Response> => by.fetch(`/api/annotations/export?${query}`);
async function file(by: Pick<Person, 'fetch'>, f: 'gpkg' | 'xlsx', query = ''): Promise<{ bytes: Buffer; path: string; headers: Headers }> {
  const response = await ask(by, `f=${f}${query}`);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const path = join(folder, `${randomUUID()}.${f}`);
  writeFileSync(path, bytes);
  return { bytes, path, headers: response.headers };
}
/** What our own GDAL, which knows XLSX by its ending, reads of it: layers, and rows of a query. */
async function read(bytes: Buffer, driver: string, sql: string) {
  const gdal = await openGdal();
  const path = `/input/back.${driver.toLowerCase()}`;
  gdal.files.writeFile(path, new Uint8Array(bytes));
  const dataset = gdal.open(path, [driver], driver === 'XLSX' ? ['HEADERS=FORCE', 'FIELD_TYPES=STRING'] : []);
  return { layers: gdal.layers(dataset).map(({ name, count, crsName }) => ({ name, count, crsName })), rows: gdal.query(dataset, sql).map(({ properties }) => properties) };
}
interface Collection { features: { id: string; geometry: { type: string; coordinates: unknown }; properties: Record<string, unknown> }[] }
const titles = async (by: Pick<Person, 'fetch'>, query = ''): Promise<unknown[]> => ((await (await ask(by, `f=geojson${query}`)).json()) as Collection).features.map(({ properties }) => properties['title']).sort();

describe('GeoJSON', () => {
  it('holds what the viewer may see, and for residents nobody\'s name', async () => {
    expect(await titles(anna)).toHaveLength(12);
    expect(await titles(bart)).toHaveLength(11);
    const resident = asBrowser(app);
    const { features } = (await (await ask({ fetch: resident }, 'f=geojson')).json()) as Collection;
    expect(features.map(({ properties }) => properties['title'])).toEqual(['Dla wszystkich']);
    expect(features[0]!.properties).not.toHaveProperty('author');
    expect(features[0]!.geometry.coordinates).toEqual([expect.closeTo(19.938, 2), expect.closeTo(50.061, 2)]);
    expect((await ask({ fetch: resident }, 'f=geojson&mine=true')).status).toBe(401);
  });

  it('takes the filters of the list and names the file by the day; wrong ones are told', async () => {
    expect(await titles(bart, '&mine=true')).toEqual(['Dla wszystkich']);
    expect(await titles(anna, '&q=ksztalt')).toHaveLength(4);
    expect(await titles(anna, '&status=closed')).toEqual([]);
    const response = await ask(anna, 'f=geojson');
    expect([response.headers.get('content-disposition'), response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([expect.stringMatching(/^attachment; filename="annotations-\d{4}-\d\d-\d\d\.geojson"$/), 'no-store', 'application/geo+json']);
    for (const query of ['', 'f=csv', 'f=gpkg&crs=EPSG:4326', 'f=geojson&nope=1', 'f=geojson&crs=http://www.opengis.net/def/crs/EPSG/0/2178']) expect([query, (await ask(anna, query)).status]).toEqual([query, 400]);
  });
});

describe('GeoPackage', () => {
  it('has a layer for each kind of geometry, in the system that was asked for', async () => {
    const { bytes, headers } = await file(anna, 'gpkg');
    expect(headers.get('content-type')).toBe('application/geopackage+sqlite3');
    expect(bytes.toString('latin1', 0, 15)).toBe('SQLite format 3');
    const { layers, rows } = await read(bytes, 'GPKG', 'SELECT title, dueOn, tags, ST_MinX(geom) AS x, ST_MinY(geom) AS y FROM annotations_areas');
    expect(layers).toEqual([['points', 9], ['lines', 1], ['areas', 1], ['mixed', 1]].map(([name, count]) => ({ name: `annotations_${name}`, count, crsName: 'EPSG:2178' })));
    expect(rows).toEqual([{ title: 'Kształt area', dueOn: null, tags: 'a; b', x: E, y: N }]);
    const other = await read((await file(anna, 'gpkg', '&crs=http://www.opengis.net/def/crs/EPSG/0/2180&q=area')).bytes, 'GPKG', 'SELECT ST_MinX(geom) AS x FROM annotations_areas');
    expect([other.layers[0]!.crsName, Math.round(Number(other.rows[0]!['x']) / 1000)]).toEqual(['EPSG:2180', 567]);
    expect((await ask(anna, 'f=gpkg&status=closed')).status).toBe(404);
  });

  it.skipIf(!findGdal())('is read by ogrinfo', async () => {
    const { path } = await file(bart, 'gpkg');
    const { stdout } = spawnSync(findGdal()!, ['-so', '-al', path], { encoding: 'utf8' });
    expect(stdout).toContain('Layer name: annotations_mixed');
    expect(stdout).toMatch(/Layer name: annotations_points[\s\S]*?Feature Count: 8/);
    expect(stdout).toContain('2000 / CS2000 zone 7'.slice(0, 4));
  });
});

describe('XLSX', () => {
  it('computes nothing: what begins like a formula is text', async () => {
    const { bytes } = await file(anna, 'xlsx');
    const { layers, rows } = await read(bytes, 'XLSX', 'SELECT title, author, text, x, dueOn FROM annotations');
    expect(layers).toEqual([{ name: 'annotations', count: 12, crsName: null }]);
    expect(rows.map((row) => row['title'])).toEqual(expect.arrayContaining([`'=1+1`, `'+48 12`, `'-5`, `'@SUM(A1)`, `'\tx`, '2024-01-01', 'Kształt area']));
    expect(new Set(rows.map((row) => row['author']))).toEqual(new Set([`'=Anna`, 'bart']));
    expect(new Set(rows.map((row) => row['text']))).toEqual(new Set(['treść <b>']));
    expect(Number(rows[0]!['x'])).toBe(E);
  });
});

describe('limits', () => {
  it('a file that takes too long is given up', async () => {
    const never = async function* () { await new Promise((resolve) => { setTimeout(resolve, 2_000).unref(); }); yield { layer: 'a', text: '' }; };
    await expect(writeFile({ format: 'gpkg', srid: 2178, layers: [], pieces: never() }, 100)).rejects.toMatchObject({ code: 'query-timeout' });
  });

  it('more than 20,000 rows are 413 and told how to ask for less; as many are written', async () => {
    await app.database.db.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, place)
      SELECT gen_random_uuid(), 1, 'closed', 'office', 'fault', 'normal', 'Wiele ' || n, '', '{}', $1, now(), now(), ST_SetSRID(ST_MakePoint($2, $3), 2178) FROM generate_series(1, 19990) AS n`, [bart.id, E, N]);
    const many = await ask(anna, 'f=geojson');
    expect([many.status, ((await many.json()) as { detail: string }).detail]).toEqual([413, expect.stringContaining('narrow it by bbox, district')]);
    expect(await titles(anna, '&status=closed')).toHaveLength(19_990);
  });
});
