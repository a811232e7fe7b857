/** A handful of objects whose places, periods and attributes are known, for the suites of OGC API Features. */
import { pgp } from '../../server/db/database.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { type TestApp, startTestApp } from '../support/app.ts';

/** South-western corner of the fixture in PL-2000: easting, northing (near the Rynek). */
export const CORNER = [7_423_900, 5_547_700] as const;
/** Each parcel is a square of 10 m; they stand in a row to the east, 20 m apart. */
export const PARCELS = 25;
export const parcelKey = (place: number): string => `126105_9.0001.${100 + place}/1`;

const square = (east: number, north: number, size: number): string =>
  pgp.as.format('ST_Multi(ST_MakeEnvelope($1, $2, $3, $4, 2178))', [CORNER[0] + east, CORNER[1] + north, CORNER[0] + east + size, CORNER[1] + north + size]);

/** One parcel was divided on 1 July 2020: before, it was 10 m wider. */
export const DIVIDED = parcelKey(0);
export const DIVIDED_ON = '2020-07-01';

function statements(): string[] {
  const parcel = (key: string, group: number, valid: string, east: number, size: number): string => pgp.as.format(
    'INSERT INTO cadastre.parcel (key, dataset_id, identifier, register_area_m2, registration_group, valid, geom) VALUES ($1, 1, $1, $2, $3, $4, $5:raw)',
    [key, size * size, group, valid, square(east, 0, size)],
  );
  return [
    `INSERT INTO meta.dataset (id, name, layer, publisher, licence, source_date, demonstration, checksum)
     VALUES (1, 'Próba', 'parcels', 'Gmina Miejska Kraków', 'CC BY 4.0', '2026-03-31', true, 'x')`,
    parcel(DIVIDED, 7, `(,${DIVIDED_ON})`, 0, 20),
    parcel(DIVIDED, 4, `[${DIVIDED_ON},)`, 0, 10),
    ...Array.from({ length: PARCELS - 1 }, (_, index) => parcel(parcelKey(index + 1), (index % 3) + 1, '(,)', (index + 1) * 20, 10)),
    `INSERT INTO cadastre.land_use (parcel_id, ordinal, symbol, soil_class, area_m2) SELECT id, 1, 'R', 'IIIb', register_area_m2 FROM cadastre.parcel`,
    pgp.as.format('INSERT INTO city.district (key, dataset_id, number, roman, name, geom) VALUES ($1, 1, 13, $2, $3, $4:raw)',
      ['13', 'XIII', 'Podgórze <img src=x onerror=alert(1)>', square(-500, -500, 1000)]),
    pgp.as.format(`INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, price_pln, by_tender, parcels, utilities, power_kw, geom)
      VALUES ($1, 1, $2, 'available', 'plaszow-rybitwy', 'sale', 1250000.5, false, $3, $4, NULL, $5:raw)`,
      ['zolc', '=HYPERLINK("http://zly.pl";"Żółć, łąka")', [parcelKey(1), parcelKey(2)], ['woda', 'prąd'], square(20, 0, 30)]),
    pgp.as.format(`INSERT INTO investment.site (key, dataset_id, name, status, strategic_area, offer_form, by_tender, parcels, power_kw, geom)
      VALUES ($1, 1, $2, 'sold', 'balice', 'lease', true, $3, 400, $4:raw)`, ['balice', 'Balice – Ćwiartka', [parcelKey(3)], square(100, 0, 30)]),
    pgp.as.format('INSERT INTO city.tram_stop (key, dataset_id, name, on_demand, edited_on, geom) VALUES ($1, 1, $2, false, $3, ST_SetSRID(ST_MakePoint($4, $5), 2178))',
      ['stop', 'Plac Wszystkich Świętych', '2026-02-28', CORNER[0], CORNER[1]]),
    pgp.as.format('INSERT INTO base.street (key, dataset_id, name, kind, geom) VALUES ($1, 1, $2, $3, ST_Multi(ST_SetSRID(ST_MakeLine(ST_MakePoint($4, $5), ST_MakePoint($6, $7)), 2178)))',
      ['grodzka', 'ulica Grodzka', 'local', CORNER[0], CORNER[1], CORNER[0] + 100, CORNER[1] + 300]),
  ];
}

/** An app of its own on these objects. */
export async function fixtureApp(): Promise<TestApp> {
  const own: TestDatabase = await ownDatabase('empty');
  await own.database.db.tx(async (t) => {
    for (const statement of statements()) await t.none(statement);
  });
  const app = await startTestApp({ database: own });
  return { ...app, close: async () => { await app.close(); await own.remove(); } };
}

export interface Answer { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** GET, parsed when it is JSON. */
export async function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) as unknown : text };
}
