/** A plan desk for suites: people, a square plan in district I with zones in metres, and what they send. */
import type { DraftZone, NewProcedure } from '../../domain/contract/office/procedure.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';

// What an answer holds is asserted, not typed.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;
export type Who = 'resident' | 'anna' | 'piotr' | 'chief' | 'admin';
export interface Reply { readonly status: number; readonly etag: string | null; readonly body: Json }
export interface Desk {
  readonly app: TestApp;
  readonly people: Readonly<Record<Exclude<Who, 'resident'>, Person>>;
  ask(who: Who, method: string, path: string, body?: unknown, version?: number): Promise<Reply>;
  /** A rectangle (easting, northing, width, height in m from a corner of the plan) in degrees. */
  square(east: number, north: number, width: number, height: number): Promise<DraftZone['geometry']>;
  zone(symbol: string, geometry: DraftZone['geometry'], change?: Partial<DraftZone>): DraftZone;
  plan(key: string, change?: Partial<NewProcedure>): Promise<NewProcedure>;
  close(): Promise<void>;
}

/** The corner of the plan: by Rynek Główny. */
export const CORNER = { easting: 7_424_000, northing: 5_547_600 } as const;
const PLAIN = { paragraph: '§ 8', maxHeightM: null, maxHeightParagraph: null, minIntensity: null, maxIntensity: null, intensityParagraph: null, maxBuiltUpPct: null, builtUpParagraph: null,
  minBioActivePct: null, bioActiveParagraph: null, parking: null, parkingParagraph: null } as const;
/** All that art. 15(2)(6) asks for. */
export const BUILT = { maxHeightM: 13, maxHeightParagraph: '§ 8 ust. 2', minIntensity: 0.1, maxIntensity: 1.2, intensityParagraph: '§ 8 ust. 3', maxBuiltUpPct: 40, builtUpParagraph: '§ 8 ust. 4',
  minBioActivePct: 30, bioActiveParagraph: '§ 8 ust. 5', parking: '1,2 miejsca na mieszkanie', parkingParagraph: '§ 9' } as const;

/** Anna may write in district I, Piotr in XVIII and in the area of the plan `nowy`, the chief and the administrator everywhere. */
export async function openDesk(): Promise<Desk> {
  const app = await startTestApp({ database: 'seeded' });
  const people = {
    anna: await signIn(app, { login: 'anna', name: 'Anna Lis', role: 'planner', areas: [{ kind: 'district', key: 'I' }, { kind: 'district', key: 'XIV' }] }),
    piotr: await signIn(app, { login: 'piotr', name: 'Piotr Dąb', role: 'planner', areas: [{ kind: 'district', key: 'XVIII' }, { kind: 'plan', key: 'nowy' }] }),
    chief: await signIn(app, { login: 'celina', name: 'Celina Wilk', role: 'chief-planner' }),
    admin: await signIn(app, { login: 'daria', name: 'Daria Ryś', role: 'administrator' }),
  };
  const resident = asBrowser(app);
  const desk: Desk = {
    app, people,
    async ask(who, method, path, body, version) {
      const send = who === 'resident' ? resident : people[who].fetch;
      const response = await send(path, {
        method, ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body as never : JSON.stringify(body) }), headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      });
      const text = await response.text();
      return { status: response.status, etag: response.headers.get('etag'), body: text === '' ? null : JSON.parse(text) };
    },
    async square(east, north, width, height) {
      const { easting, northing } = CORNER;
      return (await app.database.db.one<{ geometry: DraftZone['geometry'] }>('SELECT ST_AsGeoJSON(ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 2178), 4326), 10)::json AS geometry',
        [easting + east, northing + north, easting + east + width, northing + north + height])).geometry;
    },
    zone: (symbol, geometry, change = {}) => ({ ...PLAIN, symbol, zoneClass: 'ZN', designation: 'zieleń', ...change, geometry }),
    plan: async (key, change = {}) => ({
      key, name: `Plan ${key}`, kind: 'MPZP', procedure: 'NEW', definitionRegime: 'ACT_2023', lead: null, boundary: await desk.square(0, 0, 200, 100), replaces: null, documents: [],
      events: [{ stage: 'INITIATION', title: 'Uchwała o przystąpieniu', dueOn: null, onDate: '2026-01-14', untilDate: null, document: null }], ...change,
    }),
    close: () => app.close(),
  };
  return desk;
}
