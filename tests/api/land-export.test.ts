/** Files of land: GDAL reads every one back with the same keys and the same borders; nothing computes, nothing is cut in silence, hostile questions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAND_FORMATS, LAND_SYSTEMS } from '../../domain/contract/investment/export.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { openGdal } from '../../server/gdal/gdal.ts';
import { keepLandFacts } from '../../server/registers/land-facts.ts';
import { COLUMNS, headingOf } from '../../server/rooms/land-export/columns.ts';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { buildTown, rectangle } from './parcels-town.ts';

const [PLAIN, HOLED, TWICE] = ['126104_9.0009.801', '126104_9.0009.802/1', '126104_9.0009.803'];
const NAMES = ['=HYPERLINK("http://x.example","y")', '@SUM(A1)', '+48 12', '\t=1'] as const;
const parcel = (identifier: string, geometry: string): string => `INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, registration_group, geom) VALUES ('${identifier}', 1, '${identifier}', '[2000-01-01,)', 4, ${geometry});`;
const site = (number: number, name: string, geometry: string): string => `INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, parcels, contact, power_kw, utilities, geom)
  VALUES ('plik-${number}', 1, '${name}', 'available', 'other', 'sale', true, '{${PLAIN}}', E'-2\\u0007+3', 400, '{gaz,"=woda"}', ST_Multi(${geometry}));`;

let app: TestApp;
let demo: TestApp;
let gdal: Awaited<ReturnType<typeof openGdal>>;
beforeAll(async () => {
  demo = await testApp();
  gdal = await openGdal();
  app = await startTestApp({ database: 'empty', env: { TRUST_PROXY: '1' } });
  await buildTown(app.database);
  await loadAlone(app.database, (t) => t.multi([
    parcel(PLAIN, rectangle(2000, 2000, 41.337, 50.009)), parcel(HOLED, `ST_Multi(ST_Difference(${rectangle(2100, 2000, 60, 60)}, ${rectangle(2110.123, 2010.456, 20, 20)}))`), parcel(TWICE, rectangle(2200, 2000, 33, 33)),
    ...NAMES.map((name, number) => site(number, name, number === 0 ? `ST_Union(${rectangle(2000, 2100, 20, 20)}, ${rectangle(2050, 2100, 20, 20)})` : rectangle(2000 + 100 * number, 2200, 30, 30))),
  ].join('\n')));
  await keepLandFacts(app.database, new Date().toISOString().slice(0, 10));
});
afterAll(() => app?.close());

const NEAR = 'area_ha < 0.5 AND S_DWITHIN(geom, POINT(%), 400)';
const KEYS = [...NAMES.map((_, number) => `plik-${number}`), PLAIN, HOLED, TWICE].sort();
const named = `sites=${KEYS.filter((key) => key.startsWith('plik')).join(',')}&parcels=${[PLAIN, HOLED, TWICE].join(',')}`;
const ask = (query: string, of = app): Promise<Response> => fetch(`${of.url}/api/investment/export?${query}`);
const filter = (text: string): string => `filter=${encodeURIComponent(text)}`;
async function file(query: string, of = app): Promise<{ bytes: Buffer; headers: Headers }> {
  const response = await ask(query, of);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.status, bytes.toString('utf8', 0, 500)).toBe(200);
  return { bytes, headers: response.headers };
}

interface Back { readonly key: string; readonly geometry: string }
let files = 0;
/** What GDAL reads: rows with their geometry as well-known text, easting first. */
function opened(bytes: Buffer, driver: string, options: readonly string[] = []): { layers: ReturnType<typeof gdal.layers>; ask(sql: string): Record<string, unknown>[]; shapes(sql: string): Record<string, unknown>[]; close(): void } {
  const path = `/input/back${files++}.${driver.toLowerCase()}`;
  gdal.files.writeFile(path, new Uint8Array(bytes));
  const dataset = gdal.open(path, [driver], options);
  return { layers: gdal.layers(dataset), ask: (sql) => gdal.query(dataset, sql).map(({ properties }) => properties), shapes: (sql) => gdal.query(dataset, sql).map(({ properties, geometry }) => ({ ...properties, geometry: JSON.stringify(geometry) })), close: () => { gdal.close(dataset); gdal.files.unlink(path); } };
}

function rowsOf(bytes: Buffer, format: string): Back[] {
  const of: Readonly<Record<string, readonly [driver: string, options: readonly string[], sql: string]>> = {
    csv: ['CSV', ['GEOM_POSSIBLE_NAMES=WKT*', 'EMPTY_STRING_AS_NULL=YES'], `SELECT "${headingOf(COLUMNS[0]!, 'pl')}" AS key, ST_AsText(geometry) AS geometry FROM "LAYER"`],
    geojson: ['GeoJSON', [], 'SELECT key, ST_AsText(geometry) AS geometry FROM "LAYER"'],
    gpkg: ['GPKG', [], 'SELECT key, ST_AsText(geom) AS geometry FROM sites UNION ALL SELECT key, ST_AsText(geom) AS geometry FROM parcels'],
    xlsx: ['XLSX', ['HEADERS=FORCE', 'FIELD_TYPES=STRING'], ''],
  };
  const [driver, options, sql] = of[format]!;
  const back = opened(bytes, driver, options);
  const rows = format === 'xlsx' ? back.ask('SELECT * FROM tereny').map((row) => ({ key: row['Klucz'], geometry: Object.entries(row).find(([name]) => name.startsWith('WKT'))![1] })) : back.ask(sql.replace('LAYER', back.layers[0]!.name));
  back.close();
  return rows as unknown as Back[];
}

/** Metres between a border that was read and that of the register. */
const apart = async ({ key, geometry }: Back, srid: number): Promise<number> => {
  const { metres } = await app.database.db.one<{ metres: number }>(`SELECT ST_HausdorffDistance(ST_Transform(ST_GeomFromText($2, $3), 2178), land.geom) AS metres
    FROM (SELECT key, geom FROM layer.investment_sites UNION ALL SELECT key, geom FROM layer.municipal_parcels) AS land WHERE key = $1`, [key, geometry, srid]);
  return metres;
};

describe('every format', () => {
  const pairs = LAND_FORMATS.filter((format) => format !== 'dxf').flatMap((format) => LAND_SYSTEMS.filter((_, at) => format === 'csv' || format === 'geojson' || at < 2).map((crs) => [format, crs] as const));
  it.each(pairs)('%s in %s has the same keys, and borders within a centimetre', async (format, crs) => {
    const { bytes, headers } = await file(`format=${format}&crs=${crs}&${named}`);
    const srid = Number(crs.slice(5));
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="msip-tereny-\\d{4}-\\d\\d-\\d\\d-epsg${srid}\\.${format}"$`));
    const rows = rowsOf(bytes, format);
    expect(rows.map(({ key }) => key).sort()).toEqual(KEYS);
    for (const row of rows) expect([row.key, await apart(row, srid) < 0.01]).toEqual([row.key, true]);
  });

  it.each(LAND_SYSTEMS)('a drawing in %s has every border as a closed line, every key on its land, and says its system', async (crs) => {
    const srid = Number(crs.slice(5));
    const { bytes } = await file(`format=dxf&crs=${crs}&${named}`);
    const drawing = opened(bytes, 'DXF');
    const [lines, texts] = [drawing.shapes("SELECT Layer, geometry FROM entities WHERE Layer IN ('TERENY', 'DZIALKI')"), drawing.shapes("SELECT Layer, Text, geometry FROM entities WHERE Text IS NOT NULL")];
    drawing.close();
    const labels = texts.filter((row) => row['Layer'] === 'OPISY');
    expect(labels.map((row) => row['Text']).sort()).toEqual(KEYS);
    expect(texts.filter((row) => row['Layer'] === 'INFORMACJA').map((row) => String(row['Text'])).join('\n')).toContain(crs);
    for (const { Text: key, geometry } of labels) {
      const { rings, drawn, within } = await app.database.db.one<{ rings: number; drawn: number; within: boolean }>(`
        WITH land AS (SELECT key, geom FROM layer.investment_sites UNION ALL SELECT key, geom FROM layer.municipal_parcels), one AS (SELECT geom FROM land WHERE key = $1),
        ring AS (SELECT (ST_Dump(ST_Boundary(geom))).geom FROM one), line AS (SELECT ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(json)), $4::integer), 2178) AS geom FROM unnest($3::text[]) AS json)
        SELECT (SELECT count(*)::int FROM ring) AS rings, (SELECT count(DISTINCT ring.geom)::int FROM ring JOIN line ON ST_IsClosed(line.geom) AND ST_HausdorffDistance(ring.geom, line.geom) < 0.01) AS drawn,
          (SELECT ST_DWithin(geom, ST_Transform(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON($2)), $4::integer), 2178), 0.01) FROM one) AS within`, [key, geometry, lines.map((row) => row['geometry']), srid]);
      expect([key, drawn, within]).toEqual([key, rings, true]);
    }
    // Seven pieces, one of two parts, one with a hole.
    expect(lines).toHaveLength(9);
  });

  it('tells the system to programs that ask for it', async () => {
    const at = async (format: string, crs: string, driver: string) => { const back = opened((await file(`format=${format}&crs=${crs}&${named}`)).bytes, driver); const { layers } = back; back.close(); return layers.filter(({ name }) => name !== 'about').map(({ crsName }) => crsName); };
    expect(await at('gpkg', 'EPSG:2180', 'GPKG')).toEqual(['EPSG:2180', 'EPSG:2180']);
    expect(await at('geojson', 'EPSG:3857', 'GeoJSON')).toEqual(['EPSG:3857']);
    expect(await at('geojson', 'EPSG:4326', 'GeoJSON')).toEqual(['EPSG:4326']);
  });
});

describe('tables', () => {
  it('have headings with units, words for codes, source, day and the label of demonstration data, in both languages', async () => {
    const csv = async (lang: string) => {
      const back = opened((await file(`format=csv&lang=${lang}&sites=plik-1`)).bytes, 'CSV');
      const [row] = back.ask(`SELECT * FROM "${back.layers[0]!.name}"`);
      back.close();
      return row;
    };
    expect(await csv('pl')).toMatchObject({ Klucz: 'plik-1', Rodzaj: 'teren z oferty miasta', Stan: 'dostępny', 'Powierzchnia [ha]': '0.09', 'Moc przyłączeniowa [kW]': '400', 'Dane demonstracyjne': 'tak', 'Stan źródła na dzień': expect.stringContaining('2026') as string });
    expect(await csv('en')).toMatchObject({ Key: 'plik-1', Kind: 'site offered by the city', Status: 'available', 'Area [ha]': '0.09', 'Demonstration data': 'yes' });
    for (const lang of ['pl', 'en'] as const) expect(new Set(COLUMNS.map((field) => headingOf(field, lang))).size).toBe(COLUMNS.length);
  });

  it('compute nothing', async () => {
    const text = (await file(`format=csv&${named}`)).bytes.toString('utf8');
    expect(text.startsWith('\uFEFFKlucz,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"",""y"")"`);
    for (const start of [`"'@SUM(A1)"`, `"'+48 12"`, `"'\t=1"`, `"'-2`]) expect(text).toContain(start);
    const sheet = opened((await file(`format=xlsx&${named}`)).bytes, 'XLSX', ['HEADERS=FORCE', 'FIELD_TYPES=STRING']);
    expect(sheet.layers.map(({ name, count }) => [name, count > 0])).toEqual([['tereny', true], ['opis', true]]);
    const cells = sheet.ask('SELECT * FROM tereny').flatMap((row) => Object.values(row)).filter((value): value is string => typeof value === 'string');
    sheet.close();
    expect(cells).toEqual(expect.arrayContaining(NAMES.map((name) => `'${name}`)));
    expect(cells).toEqual(expect.arrayContaining([`'-2+3`, 'gaz; =woda']));
    expect(cells.filter((value) => /^[=+@\t]/.test(value))).toEqual([]);
  });

  it('keep the names of the catalogue for programs, and say in a table what they mean', async () => {
    const { features, about } = JSON.parse((await file(`format=geojson&${named}`)).bytes.toString('utf8')) as { features: { id: string; properties: Record<string, unknown> }[]; about: { text: string }[] };
    expect(features.map(({ id }) => id).sort()).toEqual(KEYS);
    expect(features.find(({ id }) => id === HOLED)!.properties).toMatchObject({ kind: 'parcel', key: HOLED, identifier: HOLED, area_ha: 0.32, price_pln: null, ownership: 'municipality', demonstration: true });
    expect(about.map(({ text }) => text)).toEqual(expect.arrayContaining(['EPSG:4326, długość, szerokość', 'dane demonstracyjne, nie są urzędowe']));
    const back = opened((await file(`format=gpkg&lang=en&${named}`)).bytes, 'GPKG');
    expect(back.ask("SELECT text FROM about WHERE name = 'area_ha'")).toEqual([{ text: 'Area [ha]' }]);
    back.close();
  });
});

describe('what is exported', () => {
  it('is what the search finds, by the same filter and kinds', async () => {
    const near = NEAR.replace('%', '19.938 50.061');
    const keysOf = async (query: string) => (JSON.parse((await file(`format=geojson&${query}`)).bytes.toString('utf8')) as { features: { id: string }[] }).features.map(({ id }) => id);
    const where = "ownership = 'municipality' AND area_ha < 0.5 AND flood_pct IS NULL";
    const expected = await app.database.db.map(`SELECT key FROM layer.municipal_parcels WHERE ${where} ORDER BY id`, [], (row: { key: string }) => row.key);
    expect(expected.length).toBeGreaterThan(2);
    expect(await keysOf(`kinds=parcel&${filter(where)}`)).toEqual(expected);
    expect(await keysOf(`kinds=site&${filter("name = '@SUM(A1)'")}`)).toEqual(['plik-1']);
    expect(await keysOf(`kinds=parcel&${filter(`identifier = '${PLAIN}'`)}`)).toEqual([PLAIN]);
    expect(await keysOf(filter(`${near} AND area_ha < 0`))).toEqual([]);
    expect((await file(`format=csv&${filter('area_ha < 0')}`)).bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1);
    for (const format of ['gpkg', 'xlsx', 'dxf']) expect([format, (await ask(`format=${format}&${filter('area_ha < 0')}`)).status]).toEqual([format, 404]);
  });

  it('is never cut: too much is refused and says how much it is', async () => {
    const response = await ask('format=csv', demo);
    expect(response.status).toBe(413);
    const { many } = await demo.database.db.one<{ many: number }>('SELECT count(*)::int AS many FROM investment.fact');
    expect(many).toBeGreaterThan(5000);
    expect(Problem.parse(await response.json()).detail).toContain(`${many} pieces of land match, a file holds at most 5000`);
  });

  it('of orders hidden in a filter is text', async () => {
    const { bytes } = await file(`format=dxf&kinds=site&${filter(`name <> 'x\r\n  0\r\nLINE\r\n"{\\P' AND area_ha > 0`)}`);
    const drawing = opened(bytes, 'DXF');
    expect(drawing.ask("SELECT SubClasses FROM entities WHERE SubClasses LIKE '%AcDbLine'")).toEqual([]);
    expect(drawing.ask("SELECT Text FROM entities WHERE Text LIKE 'Warunki%'").map((row) => row['Text'])).toEqual([expect.stringContaining('LINE')]);
    drawing.close();
  });
});

describe('hostile questions', () => {
  it.each<[string, number, string]>([
    ['', 400, 'format'], ['format=exe', 400, 'format'], ['format=csv&crs=2178', 400, 'crs'], ['format=csv&crs=EPSG:1', 400, 'crs'], ['format=csv&lang=de', 400, 'lang'], ['format=csv&nope=1', 400, 'nope'], ['format=csv&kinds=plan', 400, 'kinds'],
    ['format=csv&kinds=site,site', 400, 'kinds'], ['format=csv&kinds=', 400, 'kinds'], ['format=csv&sites=', 400, 'sites'], ['format=csv&sites=a,,b', 400, 'sites'], ['format=csv&sites=a,a', 400, 'sites'], ['format=csv&sites=plik-1&kinds=site', 400, 'filter'], [`format=csv&sites=${Array.from({ length: 501 }, (_, at) => at).join(',')}`, 400, 'sites'],
    [`format=csv&sites=plik-1&${filter('area_ha > 1')}`, 400, 'filter'], [`format=csv&${filter("identifier = 'x'")}`, 400, 'filter'], [`format=csv&${filter("1=1; DROP TABLE x")}`, 400, 'filter'],
    [`format=csv&sites=${encodeURIComponent("x' OR 1=1--")}`, 404, 'investment site'], ['format=csv&parcels=126104_9.0009.999', 404, '126104_9.0009.999'], ['format=csv&sites=plik-1,nie-ma', 404, 'nie-ma'],
    [`format=csv&${filter('S_INTERSECTS(geom, POLYGON((19.9 50, 20 50.1, 20 50, 19.9 50.1, 19.9 50)))')}`, 422, ''],
  ])('%s', async (query, status, says) => {
    const response = await ask(query);
    const told = Problem.parse(await response.json());
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(`${told.detail} ${told.errors?.map(({ path }) => path).join()}`).toContain(says);
  });

  it('many files at once are refused, not queued; HEAD writes none', async () => {
    // As another visitor: what the tests before have asked counts for theirs.
    const visit = (query: string, method = 'GET') => fetch(`${app.url}/api/investment/export?${query}`, { method, headers: { 'X-Forwarded-For': '198.51.100.7' } });
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => { const response = await visit(`format=gpkg&${named}`); await response.arrayBuffer(); return response.status; }));
    expect([...new Set(statuses)].sort()).toEqual([200, 503]);
    const head = await visit(`format=gpkg&${named}`, 'HEAD');
    expect([head.status, head.headers.get('content-type'), head.headers.get('cache-control')]).toEqual([200, 'application/geopackage+sqlite3', 'no-store']);
    expect((await visit('format=csv', 'DELETE')).status).toBe(405);
  });
});
