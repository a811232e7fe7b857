/** A row of parcels along a street for the suites of lineage: rectangles between two metres, brought by the real importer, with annotations on them. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../server/db/database.ts';
import { importFiles, type ImportRequest } from '../../server/rooms/import/import-file.ts';
import { openReader } from '../../server/gdal/reader.ts';
import { feature, type Feature, temporaryFolder } from './import-fixture.ts';
import { ORIGIN } from './parcels-town.ts';

const DISTRICT = '126105_9.0001';
export const identifier = (number: string): string => `${DISTRICT}.${number}`;
export const DEPTH_M = 30;

/** Number → from and to, metres along the street; the parcels are 30 m deep. */
export type Street = Readonly<Record<string, readonly [from: number, to: number]>>;

const { easting, northing } = ORIGIN;
const ring = (from: number, to: number): number[][] => [[from, 0], [to, 0], [to, DEPTH_M], [from, DEPTH_M], [from, 0]].map(([x, y]) => [easting + x!, northing + y!]);

export function cadastre(database: Database) {
  const folder = temporaryFolder();
  const reader = openReader();
  const { db } = database;
  const bring = (day: string, features: readonly Feature[], more: Partial<ImportRequest> = {}) => importFiles(database, {
    files: [folder.geojson('ulica.geojson', features)], layer: 'parcels', crs: 'EPSG:2178', reader,
    mapping: { replace: 'dataset' }, dataset: { name: 'EGiB', demonstration: false, source_date: day }, ...more,
  });
  const street = (parcels: Street): Feature[] => Object.entries(parcels).map(([number, [from, to]]) =>
    feature({ key: identifier(number), identifier: identifier(number) }, { type: 'Polygon', coordinates: [ring(from, to)] }));
  return {
    /** The whole cadastre of a day. */
    edition: (day: string, parcels: Street, more: Partial<ImportRequest> = {}) => bring(day, street(parcels), more),
    bring,
    /** An annotation about parcels, by their numbers; with `drawn` a rectangle (metres along the street) too. */
    async annotate(numbers: readonly string[], { drawn = null, deleted = false }: { drawn?: readonly [number, number] | null; deleted?: boolean } = {}): Promise<string> {
      const id = randomUUID();
      const author = await db.one<{ id: number }>(
        `INSERT INTO office.account (login, name, role, whole_city) VALUES ('lineage', 'Anna', 'planner', true) ON CONFLICT (login) DO UPDATE SET name = excluded.name RETURNING id`);
      await db.tx(async (t) => {
        await t.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, deleted_at, geom, place)
          SELECT $<id>, 1, 'open', 'office', 'note', 'normal', 'Uwaga', '', '{}', $<author>, now(), now(), $<author>, CASE WHEN $<deleted> THEN now() END, geom,
            coalesce(ST_PointOnSurface(geom), (SELECT ST_PointOnSurface(parcel.geom) FROM cadastre.parcel WHERE key = $<first> AND upper_inf(valid)))
          FROM (SELECT CASE WHEN $<drawn> THEN ST_MakeEnvelope($<west>, $<south>, $<east>, $<north>, 2178) END AS geom) AS shape`,
        { id, author: author.id, deleted, first: identifier(numbers[0]!), drawn: drawn !== null, west: easting + (drawn?.[0] ?? 0), east: easting + (drawn?.[1] ?? 0), south: northing + 10, north: northing + 20 });
        for (const [ordinal, number] of numbers.entries()) {
          await t.none(`INSERT INTO office.annotation_subject (annotation_id, kind, key, ordinal) VALUES ($1, 'parcel', $2, $3)`, [id, identifier(number), ordinal]);
        }
        await t.any(`SELECT office.record_version($1, $2, 'created')`, [id, author.id]);
      });
      return id;
    },
    numbersOf: (id: string) => db.map<string>(`SELECT key FROM office.annotation_subject WHERE annotation_id = $1 AND kind = 'parcel' ORDER BY ordinal, key`, [id],
      ({ key }: { key: string }) => key.slice(DISTRICT.length + 1)),
    reviewsOf: (id: string) => db.any<{ parcel: string; since: string; kind: string; proposal: { parcel: string; sharePct: number }[] }>(
      'SELECT parcel, since::text, kind, proposal FROM office.open_review WHERE annotation_id = $1 ORDER BY parcel', [id]),
    historyOf: (id: string) => db.any<{ version: number; action: string; note: string | null; by_account: number | null; subjects: { key: string }[] }>(
      `SELECT version, action, note, by_account, content -> 'subjects' AS subjects FROM office.annotation_version WHERE annotation_id = $1 ORDER BY version`, [id]),
    lineage: () => db.map<string>('SELECT * FROM cadastre.lineage ORDER BY day, parent_key, child_key', [], (row: LineageRow) => {
      const short = (key: string): string => key.slice(DISTRICT.length + 1);
      return `${row.day} ${short(row.parent_key)} → ${short(row.child_key)} ${row.kind} ${Math.round(row.overlap_m2)} m² ${Math.round(100 * row.parent_share)}/${Math.round(100 * row.child_share)} %`;
    }),
    clear: () => database.longTransaction((t) => t.multi(`TRUNCATE cadastre.parcel, cadastre.land_use, cadastre.parcel_block; DELETE FROM meta.dataset;
      DELETE FROM office.annotation_review; DELETE FROM office.annotation_subject`)),
    async close() { await reader.close(); folder.remove(); },
  };
}
export type Cadastre = ReturnType<typeof cadastre>;

interface LineageRow { readonly day: string; readonly parent_key: string; readonly child_key: string; readonly kind: string; readonly overlap_m2: number; readonly parent_share: number; readonly child_share: number }
