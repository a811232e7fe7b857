/** How much may be built: figures by zone and paragraph, unknown where a plan is silent, sums that hold, an envelope beside its neighbours, hostile questions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Capacity } from '../../domain/contract/investment/capacity.ts';
import { Extract } from '../../domain/contract/extract.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { loadAlone } from '../../server/db/load-alone.ts';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { buildTown, DIVIDED, IN_CONSULTATION, IN_FORCE, ORIGIN, OUTSIDE_CITY, rectangle, WITHOUT_PLAN } from './parcels-town.ts';

const [OFFICES, CORNER, HOMES, ROAD, DOUBLE] = ['126104_9.0009.301', '126104_9.0009.302', '126104_9.0009.303', '126104_9.0009.304', '126104_9.0009.305'];
const zone = (symbol: string, zoneClass: string, geometry: string, figures: string): string =>
  `INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, max_height_m, max_height_paragraph, max_intensity, intensity_paragraph, max_built_up_pct, built_up_paragraph,
     min_bio_active_pct, bio_active_paragraph, parking, parking_paragraph, geom) VALUES ('zablocie:${symbol}', 1, '[2015-01-01,)', 'zablocie', '${symbol}', '${zoneClass}', 'Tereny', 'PRE_2023', ${figures}, ${geometry});`;
const parcel = (identifier: string, geometry: string, valid = '[2000-01-01,)'): string => `INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES ('${identifier}', 1, '${identifier}', '${valid}', ${geometry});`;

let app: TestApp;
let demo: TestApp;
beforeAll(async () => {
  demo = await testApp();
  app = await startTestApp({ database: 'empty' });
  await buildTown(app.database);
  await loadAlone(app.database, (t) => t.multi([
    `INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, resolution, in_force_from, valid, definition_regime, procedure, geom)
     VALUES ('zablocie', 1, 'Zabłocie', 'MPZP', 'in-force', 'IN_FORCE', 'XII/131/15', '2015-01-01', '[2015-01-01,)', 'PRE_2023', 'OLD', ${rectangle(500, 500, 300, 100)});`,
    zone('U.1', 'U', rectangle(500, 500, 60, 100), "20, '§ 8 pkt 1', 2, '§ 8 pkt 2', 50, '§ 8 pkt 3', 25, '§ 8 pkt 4', 'nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej', '§ 5'"),
    zone('MW.2', 'MW', rectangle(560, 500, 60, 100), "16.5, '§ 9', 1.2, '§ 9', 40, '§ 9', 30, '§ 9', 'nie mniej niż 1,2 miejsca na 1 mieszkanie', '§ 5'"),
    zone('KDD.3', 'KD', rectangle(620, 500, 60, 100), 'NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL'),
    zone('U.4', 'U', rectangle(700, 500, 60, 100), "9, '§ 7', NULL, NULL, 50, '§ 7', NULL, NULL, NULL, NULL"), zone('ZP.5', 'ZP', rectangle(720, 500, 60, 100), "5, '§ 6', NULL, NULL, NULL, NULL, 70, '§ 6', NULL, NULL"),
    parcel(OFFICES, rectangle(502, 510, 38, 25)), parcel(CORNER, rectangle(540, 510, 40, 25)), parcel(HOMES, rectangle(580, 510, 38, 25)), parcel(ROAD, rectangle(622, 510, 40, 25)), parcel(DOUBLE, rectangle(702, 510, 40, 25)),
    `INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, parcels, geom) VALUES ('zablocie-1', 1, 'Zabłocie 1', 'available', 'other', 'sale', true, '{${OFFICES},${CORNER}}', ${rectangle(502, 510, 78, 25)});`,
  ].join('\n')));
});
afterAll(() => app?.close());

const ask = (query: string, of = app): Promise<Response> => fetch(`${of.url}/api/investment/capacity?${query}`);
async function capacity(query: string, of = app): Promise<Capacity> {
  const response = await ask(query, of);
  expect(response.status, await response.clone().text()).toBe(200);
  return Capacity.parse(await response.json());
}
const ofParcels = (...parcels: string[]): Promise<Capacity> => capacity(`parcels=${parcels.map(encodeURIComponent).join(',')}`);
const figure = ({ figures }: Capacity, name: Capacity['figures'][number]['name']) => figures.find((one) => one.name === name)!;
const values = (found: Capacity) => Object.fromEntries(found.figures.map(({ name, value }) => [name, value]));
async function problem(query: string): Promise<Problem & { status: number }> {
  const response = await ask(query);
  expect(response.headers.get('content-type'), query).toContain('problem+json');
  return Problem.parse(await response.json());
}

describe('figures', () => {
  it('are those of the zone, each with its paragraph and plan', async () => {
    const found = await ofParcels(OFFICES);
    expect(found).toMatchObject({ answer: 'in-force', areaM2: 950, overlapM2: 0, subject: { kind: 'parcels', identifiers: [OFFICES] } });
    expect(found.pieces).toMatchObject([{ land: 'zone', areaM2: 950, overlap: 'certain', zone: { symbol: 'U.1', definitionRegime: 'PRE_2023' }, plan: { name: 'Zabłocie', resolution: 'XII/131/15', provenance: { sourceDate: '2026-01-31', demonstration: true } } }]);
    expect(values(found)).toEqual({ footprint: 475, floorArea: 1900, height: 20, green: 237.5, parking: 38 });
    expect(figure(found, 'parking')).toMatchObject({ bound: 'most-needed', unit: 'places', parts: [{ rule: 20, paragraph: '§ 5', text: 'nie mniej niż 20 miejsc na 1000 m² powierzchni użytkowej' }] });
    expect(found.figures.map(({ parts: [part] }) => part!.paragraph)).toEqual(['§ 8 pkt 3', '§ 8 pkt 2', '§ 8 pkt 1', '§ 8 pkt 4', '§ 5']);
  });

  it('of parcels together are split by zones and add up', async () => {
    const [whole, ...apart] = [await ofParcels(OFFICES, CORNER, HOMES), await ofParcels(OFFICES), await ofParcels(CORNER), await ofParcels(HOMES)];
    expect(whole.pieces.map(({ zone: of, areaM2 }) => [of?.symbol, areaM2])).toEqual([['MW.2', 1450], ['U.1', 1450]]);
    for (const name of ['footprint', 'floorArea', 'green'] as const) expect(figure(whole, name).value).toBeCloseTo(apart.reduce((sum, one) => sum + figure(one, name).value!, 0), 1);
    expect(figure(whole, 'height').value).toBe(20);
    // What homes need depends on how many there will be: of the whole it is not known, of the offices it is.
    expect(figure(whole, 'parking')).toMatchObject({ value: null, known: 58, unknownM2: 1450, unknownEdgeM2: 0, parts: [{ value: null, unknown: 'depends-on-project', text: 'nie mniej niż 1,2 miejsca na 1 mieszkanie' }, { value: 58 }] });
    expect(await ofParcels(HOMES, OFFICES, CORNER)).toMatchObject({ figures: whole.figures });
  });

  it('of a site are those of its land', async () => {
    const [site, parcels] = [await capacity('site=zablocie-1'), await ofParcels(OFFICES, CORNER)];
    expect(site.subject).toEqual({ kind: 'site', key: 'zablocie-1', name: 'Zabłocie 1' });
    expect([site.areaM2, site.figures]).toEqual([parcels.areaM2, parcels.figures]);
  });

  it('are unknown where the plan is silent or there is none, and never a guess', async () => {
    const road = await ofParcels(ROAD);
    expect(road.figures.map(({ value, known, unknownM2, parts: [part] }) => [value, known, unknownM2, part!.unknown])).toEqual(Array.from({ length: 5 }, () => [null, null, 1000, 'not-set']));
    for (const [identifier, answer, land] of [[WITHOUT_PLAN, 'none', 'no-plan'], [IN_CONSULTATION, 'in-preparation', 'no-plan'], [OUTSIDE_CITY, 'unknown', 'outside-city']] as const) {
      const found = await ofParcels(identifier);
      expect(found).toMatchObject({ answer, pieces: [{ land, areaM2: 1000, zone: null, plan: null }] });
      expect(found.figures.every(({ value, known, parts }) => value === null && known === null && parts[0]!.unknown === 'no-zone')).toBe(true);
      expect(found.remarks.map(({ id }) => id)).toContain(answer);
      expect(found.envelope.features.map(({ properties }) => properties.height)).toEqual([null]);
    }
    expect(await capacity(`parcels=${OFFICES}&datetime=2014-12-31`)).toMatchObject({ day: '2014-12-31', answer: 'none', figures: [{ known: null }, {}, {}, {}, {}] });
    const mixed = await ofParcels(OFFICES, WITHOUT_PLAN);
    expect(figure(mixed, 'footprint')).toMatchObject({ value: null, known: 475, unknownM2: 1000 });
  });

  it('do not become unknown by a strip narrower than the drawing, which is told', async () => {
    const found = await ofParcels(IN_FORCE);
    expect(found.pieces.map(({ zone: of, areaM2, overlap }) => [of?.symbol, areaM2, overlap])).toEqual([['MN.1', 750, 'certain'], ['U.2', 230, 'certain'], ['KDD.3', 20, 'edge'], ['ZP.9', 0.4, 'edge']]);
    // U.2 sets no height, so that of the whole is unknown; the strip alone would not make it so.
    expect(figure(found, 'height')).toMatchObject({ value: null, known: 11, unknownM2: 250.4, unknownEdgeM2: 20.4 });
    expect(found.remarks.map(({ id }) => id)).toContain('edge');
    const beside = await app.database.db.one<{ key: string }>(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom) VALUES ('126104_9.0009.306', 1, '126104_9.0009.306', '[2000-01-01,)', ${rectangle(582, 540, 38.5, 25)}) RETURNING key`);
    expect(figure(await ofParcels(beside.key), 'height')).toMatchObject({ value: 16.5, known: 16.5, unknownM2: 12.5, unknownEdgeM2: 12.5 });
  });

  it('stand by the measure where the office says that an overlap is wrong, and its word stands beside them', async () => {
    const before = await ofParcels(CORNER);
    const { id } = await app.database.db.one<{ id: number }>("INSERT INTO office.account (login, name, role, whole_city) VALUES ('slowo', 'Anna Słowo', 'planner', true) RETURNING id");
    await app.database.db.none("INSERT INTO planning.overlap_overruling (parcel, layer, zone_key, from_day, says, reason, by_account) VALUES ($1, 'zones', 'zablocie:U.1', '2020-01-01', 'does-not-apply', 'Granica na rysunku biegnie inaczej.', $2)", [CORNER, id]);
    const found = await ofParcels(CORNER, OFFICES);
    expect(found.pieces.map(({ zone: of, overruled }) => [of?.symbol, overruled])).toEqual([['U.1', [{ parcel: CORNER, says: 'does-not-apply', reason: 'Granica na rysunku biegnie inaczej.', since: '2020-01-01' }]], ['MW.2', []]]);
    expect([(await ofParcels(CORNER)).figures, found.remarks.some(({ id: remark }) => remark === 'overruled'), JSON.stringify(found).includes('Anna')]).toEqual([before.figures, true, false]);
    expect((await capacity(`parcels=${CORNER}&datetime=2019-12-31`)).pieces.flatMap(({ overruled }) => overruled)).toEqual([]);
  });

  it('are of nothing whole where zones overlap', async () => {
    const found = await ofParcels(DOUBLE);
    expect(found).toMatchObject({ areaM2: 1000, overlapM2: 550 });
    expect(found.figures.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    expect(found.remarks.map(({ id }) => id)).toContain('zones-overlap');
  });
});

describe('the envelope', () => {
  interface Measured { readonly all: number; readonly apart: number; readonly beside: number; readonly far: number }
  it('is the land, each part as high as its zone allows, and neighbours stand beside it', async () => {
    const found = await ofParcels(OFFICES, CORNER);
    expect(found.envelope.features.map(({ properties: { symbol, height } }) => [symbol, height]).sort()).toEqual([['MW.2', 16.5], ['U.1', 20]]);
    expect(found.neighbours).toMatchObject({ reachM: 120, complete: true });
    expect(found.neighbours.features.map(({ properties: { parcel: of, symbol, height } }) => [of, symbol, height])).toEqual(expect.arrayContaining([[HOMES, 'MW.2', 16.5], [ROAD, 'KDD.3', null]]));
    expect(found.neighbours.features.map(({ properties }) => properties.parcel)).not.toEqual(expect.arrayContaining([OFFICES]));
    const pieces = (all: Capacity['envelope']['features'] | Capacity['neighbours']['features']): string => JSON.stringify({ type: 'GeometryCollection', geometries: all.map(({ geometry }) => geometry) });
    const { all, beside, far } = await app.database.db.one<Measured>(`
      WITH land AS (SELECT ST_Transform(ST_SetSRID(ST_CollectionExtract(ST_GeomFromGeoJSON($1), 3), 4326), 2178) AS geom), next AS (SELECT ST_Transform(ST_SetSRID(ST_CollectionExtract(ST_GeomFromGeoJSON($2), 3), 4326), 2178) AS geom)
      SELECT ST_Area(land.geom) AS all, ST_Area(ST_Intersection(ST_Buffer(land.geom, 0), ST_Buffer(next.geom, 0))) AS beside, (SELECT max(ST_Distance(part.geom, land.geom)) FROM ST_Dump(next.geom) AS part) AS far FROM land, next`,
    [pieces(found.envelope.features), pieces(found.neighbours.features)]);
    expect(Math.abs(all - found.areaM2)).toBeLessThan(1);
    expect(beside).toBeLessThan(1);
    expect(far).toBeLessThan(121);
  });

  it('has at most so many neighbours, the nearest, and says that there are more', async () => {
    await loadAlone(app.database, (t) => t.none(`INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, geom)
      SELECT '126104_9.0009.4' || lpad(i::text, 3, '0'), 1, '126104_9.0009.4' || lpad(i::text, 3, '0'), '[2020-01-01,)', ST_Multi(ST_MakeEnvelope(e, n, e + 4, n + 4, 2178))
      FROM generate_series(0, 199) AS i, LATERAL (SELECT ${ORIGIN.easting + 900} + 5 * (i % 20) AS e, ${ORIGIN.northing + 1500} + 5 * (i / 20) AS n) AS corner`));
    const { neighbours } = await ofParcels('126104_9.0009.4105');
    expect(neighbours.complete).toBe(false);
    expect(new Set(neighbours.features.map(({ properties }) => properties.parcel)).size).toBeGreaterThanOrEqual(150);
    expect(neighbours.features.map(({ properties }) => properties.parcel)).toContain('126104_9.0009.4106');
  });
});

describe('on the demonstration', () => {
  it('figures are what one computes by hand from the extract of the same parcel', async () => {
    const some = await demo.database.db.map("SELECT key FROM cadastre.parcel WHERE upper_inf(valid) ORDER BY md5(key || 'capacity') LIMIT 12", [], ({ key }: { key: string }) => key);
    let compared = 0;
    for (const key of some) {
      const extract = Extract.parse(await (await fetch(`${demo.url}/api/parcels/${key}/extract`)).json());
      const found = await capacity(`parcels=${encodeURIComponent(key)}`, demo);
      expect([key, found.answer, found.areaM2]).toEqual([key, extract.answer, extract.areaM2]);
      const zones = extract.plans.filter(({ kind, status }) => kind !== 'POG' && status === 'in-force').flatMap((plan) => plan.zones).filter(({ overlap }) => overlap !== 'touch');
      const sum = (name: string, side: 'min' | 'max', of: (rule: number, m2: number) => number): number | null => {
        const set = zones.flatMap(({ areaM2, parameters }) => parameters.flatMap((one) => (one.name === name && one[side] !== null ? [of(one[side], areaM2)] : [])));
        return set.length === 0 ? null : set.reduce((total, one) => total + one, 0);
      };
      for (const [name, by] of [['footprint', sum('maxBuiltUpShare', 'max', (percent, m2) => percent * m2 / 100)], ['floorArea', sum('intensity', 'max', (rule, m2) => rule * m2)], ['green', sum('minBioActiveShare', 'min', (percent, m2) => percent * m2 / 100)]] as const) {
        if (by === null) expect([key, name, figure(found, name).known]).toEqual([key, name, null]);
        else { expect(figure(found, name).known, `${key} ${name}`).toBeCloseTo(by, 4); compared += 1; }
      }
      expect(found.pieces.reduce((total, { areaM2 }) => total + areaM2, 0) - found.areaM2).toBeLessThan(1);
    }
    expect(compared).toBeGreaterThan(3);
  });
});

describe('questions', () => {
  it.each([
    ['', 'site'], ['site=a&parcels=126104_9.0009.301', 'site'], ['site=', 'site'], ["site=a'; DROP TABLE x", 'site'], ['site=..%2F..', 'site'], [`site=${'a'.repeat(101)}`, 'site'], ['site=a&site=b', 'site'], ['parcels=', 'parcels.0'], ['parcels=x', 'parcels.0'],
    [`parcels=${OFFICES},`, 'parcels.1'], [`parcels=${OFFICES},${OFFICES}`, 'parcels'], [`parcels=${Array.from({ length: 21 }, (_, at) => `126104_9.0009.${at + 1}`).join(',')}`, 'parcels'], ["parcels=126104_9.0009.1' OR '1'='1", 'parcels.0'],
    [`parcels=${'1'.repeat(7000)}`, 'parcels'], [`parcels=${OFFICES}%00`, null], [`parcels=${OFFICES}&datetime=2026-02-30`, 'datetime'], [`parcels=${OFFICES}&datetime=0000-01-01`, 'datetime'], [`parcels[]=${OFFICES}`, 'parcels[]'], [`parcels=${OFFICES}&geom=1`, 'geom'], ['__proto__=1', '__proto__'],
  ])('%s is 400 and named', async (query, path) => {
    const { status, errors } = await problem(query);
    expect([status, errors?.[0]?.path ?? null]).toEqual([400, path]);
  });

  it('about what does not stand are 404, and name it', async () => {
    expect(await problem(`parcels=${OFFICES},126104_9.0009.999`)).toMatchObject({ status: 404, detail: expect.stringContaining('126104_9.0009.999') as string });
    expect(await problem(`parcels=${DIVIDED}&datetime=1999-12-31`)).toMatchObject({ status: 404, detail: expect.stringContaining('did not stand on 1999-12-31') as string });
    expect(await problem('site=nie-ma')).toMatchObject({ status: 404, detail: expect.stringContaining('nie-ma') as string });
  });

  it('about parcels half a city apart are refused', async () => {
    expect(await problem(`parcels=${OFFICES},${OUTSIDE_CITY}`)).toMatchObject({ status: 422, detail: expect.stringContaining('3000 m') as string });
  });

  it('are open data, and of one kind of answer', async () => {
    const response = await ask(`parcels=${OFFICES}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${app.url}/api/investment/capacity?parcels=${OFFICES}`, { headers: { accept: 'text/csv' } })).status).toBe(406);
    expect((await fetch(`${app.url}/api/investment/capacity?parcels=${OFFICES}`, { method: 'POST' })).status).toBe(405);
  });

  it('are limited per address', async () => {
    const limited = await startTestApp({ database: 'empty', env: { SEARCHES_PER_MINUTE: '3' } });
    const statuses = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await ask('site=nie-ma', limited)).status);
    await limited.close();
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
  });
});
