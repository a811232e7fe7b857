/** A small town with known measures, for the suites of search, spatial search and parcels. Metres east and north of a point in Podgórze. */
import type { Database } from '../../server/db/database.ts';
import { loadAlone } from '../../server/db/load-alone.ts';

export const ORIGIN = { easting: 7_424_000, northing: 5_548_000 };

/** A rectangle as SQL (EPSG:2178). */
export const rectangle = (east: number, north: number, width: number, height: number): string =>
  `ST_Multi(ST_MakeEnvelope(${ORIGIN.easting + east}, ${ORIGIN.northing + north}, ${ORIGIN.easting + east + width}, ${ORIGIN.northing + north + height}, 2178))`;
const point = (east: number, north: number): string => `ST_SetSRID(ST_MakePoint(${ORIGIN.easting + east}, ${ORIGIN.northing + north}), 2178)`;
const line = (east: number, north: number, toEast: number, toNorth: number): string => `ST_Multi(ST_MakeLine(${point(east, north)}, ${point(toEast, toNorth)}))`;

export const IN_FORCE = '126104_9.0009.191/13';
export const IN_CONSULTATION = '126105_9.0001.580/4';
export const WITHOUT_PLAN = '126105_9.0001.580/40';
export const OUTSIDE_CITY = '126105_9.0001.311';
export const DIVIDED = '126104_9.0009.191/14';
export const CUT_BY_CITY_LAND = '126102_9.0001.580/4';

const parcel = (identifier: string, geometry: string, valid = '(,)', areaM2 = 1000): string =>
  `INSERT INTO cadastre.parcel (key, dataset_id, identifier, valid, register_area_m2, registration_group, geom) VALUES ('${identifier}', 1, '${identifier}', '${valid}', ${areaM2}, 4, ${geometry});`;
const zone = (symbol: string, zoneClass: string, geometry: string, height: number | null): string =>
  `INSERT INTO planning.zone (key, dataset_id, valid, plan_key, symbol, zone_class, designation, definition_regime, max_height_m, max_height_paragraph, min_bio_active_pct, geom)
   VALUES ('bronowice:${symbol}', 1, '[2012-10-01,)', 'bronowice', '${symbol}', '${zoneClass}', 'Tereny zabudowy jednorodzinnej', 'PRE_2023', ${height}, ${height === null ? null : "'§ 15'"}, NULL, ${geometry});`;
const plan = (key: string, name: string, kind: string, status: string, stage: string, from: string | null, to: string | null, valid: string, geometry: string): string =>
  `INSERT INTO planning.plan (key, dataset_id, name, kind, status, stage, in_force_from, in_force_to, valid, definition_regime, procedure, geom)
   VALUES ('${key}', 1, '${name}', '${kind}', '${status}', '${stage}', ${from && `'${from}'`}, ${to && `'${to}'`}, '${valid}', 'PRE_2023', 'OLD', ${geometry});`;
const named = (table: string, key: string, name: string, geometry: string): string => `INSERT INTO ${table} (key, dataset_id, name, geom) VALUES ('${key}', 1, '${name}', ${geometry});`;
const district = (number: number, roman: string, name: string, geometry: string): string =>
  `INSERT INTO city.district (key, dataset_id, number, roman, name, geom) VALUES ('${roman}', 1, ${number}, '${roman}', '${name}', ${geometry});`;
const street = (key: string, name: string, geometry: string): string => `INSERT INTO base.street (key, dataset_id, name, kind, geom) VALUES ('${key}', 1, '${name}', 'local', ${geometry});`;
const address = (name: string, number: string, geometry: string): string =>
  `INSERT INTO base.address (key, dataset_id, street, house_number, geom) VALUES ('${name} ${number}', 1, '${name}', '${number}', ${geometry});`;

/** Cells of 50 m without gap or overlap, 1000–2000 m east and 0–1000 m north: a partition to check sums on. */
const CELLS = `INSERT INTO base.green_area (key, dataset_id, name, kind, geom)
  SELECT 'cell-' || i || '-' || j, 1, NULL, 'meadow', ST_Multi(ST_MakeEnvelope(e, n, e + 50, n + 50, 2178))
  FROM generate_series(0, 19) AS i, generate_series(0, 19) AS j,
    LATERAL (SELECT ${ORIGIN.easting + 1000} + 50 * i AS e, ${ORIGIN.northing} + 50 * j AS n) AS corner;`;

const TOWN = [
  `INSERT INTO meta.dataset (id, name, layer, publisher, licence, source_date, demonstration, checksum)
   VALUES (1, 'Dane próbne miasteczka', 'parcels', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'town'), (11, 'Próbne grunty', 'municipal-land', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'town'),
     (12, 'Próbne tereny', 'investment-sites', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'town'), (13, 'Próbne parki', 'river-parks', 'Urząd', 'CC BY 4.0', '2026-01-31', true, 'town');`,
  named('city.city', 'krakow', 'Kraków', rectangle(-3000, -3000, 8000, 8000)),
  district(13, 'XIII', 'Podgórze', rectangle(-3000, -3000, 3030, 8000)),
  district(11, 'XI', 'Podgórze Duchackie', rectangle(30, -3000, 4000, 8000)),
  `INSERT INTO cadastre.cadastral_district (key, dataset_id, district_id, unit_id, name, geom) VALUES ('126104_9.0009', 1, '126104_9.0009', '126104_9', 'P-9', ${rectangle(-50, -50, 400, 400)});`,
  parcel(IN_FORCE, rectangle(0, 0, 40, 25)),
  `INSERT INTO cadastre.land_use (parcel_id, ordinal, symbol, soil_class, area_m2) SELECT id, 1, 'B', NULL, 700 FROM cadastre.parcel WHERE key = '${IN_FORCE}';`,
  `INSERT INTO cadastre.land_use (parcel_id, ordinal, symbol, soil_class, area_m2) SELECT id, 2, 'R', 'IIIa', 300 FROM cadastre.parcel WHERE key = '${IN_FORCE}';`,
  parcel(IN_CONSULTATION, rectangle(100, 0, 40, 25)),
  parcel(WITHOUT_PLAN, rectangle(200, 0, 40, 25)),
  parcel(OUTSIDE_CITY, rectangle(5200, 0, 40, 25)),
  parcel(CUT_BY_CITY_LAND, rectangle(300, 0, 40, 25)),
  parcel(DIVIDED, rectangle(0, 30, 80, 25), '[2000-01-01,2020-06-01)', 2000),
  parcel(DIVIDED, rectangle(0, 30, 40, 25), '[2020-06-01,)'),
  plan('bronowice', 'Bronowice Małe – Tetmajera', 'MPZP', 'in-force', 'IN_FORCE', '2012-10-01', null, '[2012-10-01,)', rectangle(-50, -50, 100, 74.99)),
  plan('bronowice-dawny', 'Bronowice', 'MPZP', 'superseded', 'REPEALED', '2005-01-01', '2012-09-30', '[2005-01-01,2012-10-01)', rectangle(-50, -50, 100, 100)),
  plan('rybitwy', 'Płaszów–Rybitwy', 'MPZP', 'in-consultation', 'CONSULTATION', null, null, '[2024-01-01,)', rectangle(90, -50, 60, 100)),
  plan('ogolny', 'Plan ogólny Gminy Miejskiej Kraków (projekt)', 'POG', 'in-preparation', 'DRAFTING', null, null, '[2024-01-01,)', rectangle(-2000, -2000, 6000, 6000)),
  // 750 m², 230 m² and a strip 80 cm wide; the fourth laps over the parcel's border by 1 cm, as two drawings of one border do.
  zone('MN.1', 'MN', rectangle(-50, -50, 80, 75), 11),
  zone('U.2', 'U', rectangle(30, -50, 9.2, 75), null),
  zone('KDD.3', 'KDD', rectangle(39.2, -50, 20, 75), null),
  zone('ZP.9', 'ZP', rectangle(-50, 24.99, 100, 30), null),
  `INSERT INTO land.holding (key, dataset_id, name, form, parcels, geom) VALUES ('gm-1', 1, 'Rezerwa pod ulicę Półłanki', 'reserve-roads', '{${CUT_BY_CITY_LAND}}', ${rectangle(290, -10, 30, 60)});`,
  `INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, parcels, geom)
   VALUES ('teren-1', 1, 'Płaszów–Rybitwy, teren 1', 'available', 'plaszow-rybitwy', 'sale', true, '{${IN_CONSULTATION}}', ${rectangle(100, 0, 40, 25)});`,
  `INSERT INTO green.river_park (key, dataset_id, name, river, kind, purchase_state, geom) VALUES ('wilga', 1, 'Park rzeczny Wilga', 'Wilga', 'planned', 'none', ${rectangle(-200, 0, 100, 20)});`,
  named('base.river', 'wilga', 'Wilga', line(-200, 10, 2500, 10)),
  named('base.river', 'wisla', 'Wisła', line(-200, 900, 2500, 900)),
  street('wielicka', 'ul. Wielicka', line(0, -5, 400, -5)),
  street('wielickiego', 'ul. Jana Wielickiego', line(0, 800, 400, 800)),
  street('lakowa', 'ul. Łąkowa', line(0, 300, 400, 300)),
  street('kolorowe', 'os. Kolorowe', line(0, 400, 400, 400)),
  street('komorowskiego', 'ul. gen. Tadeusza Bora-Komorowskiego', line(0, 500, 400, 500)),
  ...Array.from({ length: 60 }, (_, i) => address('ul. Wielicka', String(100 + i), point(5 * i, -10))),
  address('ul. Wielicka', '12', point(0, -10)), address('ul. Wielicka', '12a', point(4, -10)),
  address('ul. Łąkowa', '3/5', point(10, 290)), address('os. Kolorowe', '12', point(10, 390)),
  CELLS,
].join('\n');

/** Fills an empty, migrated database. */
export const buildTown = (database: Database): Promise<unknown> => loadAlone(database, (t) => t.multi(TOWN));
