/** Opens the database that the settings name: PostgreSQL when there is a DATABASE_URL, else the embedded one in DATA_DIR. */
import type { Config } from '../config.ts';
import { type Database, DatabaseUnusable, type Progress } from './database.ts';
import { holdsEmbedded, openEmbedded } from './embedded/open.ts';
import { openPostgresql } from './postgresql.ts';

/** Of the known control point (migration 0001, the Mickiewicz monument): its stored coordinates and how far PostGIS then places it, in metres. */
const HEALTH = `SELECT ST_X(control_point) AS easting, ST_Y(control_point) AS northing,
  ST_Distance(ST_Transform(control_point, 4326)::geography, ST_SetSRID(ST_MakePoint(19.938056, 50.061389), 4326)::geography) AS off_m
  FROM meta.health WHERE id = 1`;

/** Opened and checked, not yet migrated. Throws DatabaseUnusable, whose message is one clear sentence, when that cannot be done. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>, progress: Progress = () => {}): Promise<Database> {
  const database = config.databaseUrl ? await openPostgresql(config.databaseUrl) : await openEmbedded(config.dataDir, progress);
  const fault = await findFault(database);
  if (fault === undefined) return database;
  await database.close();
  throw new DatabaseUnusable(database.kind === 'embedded'
    ? `The embedded database in ${config.dataDir} is damaged (${fault}): restore a copy of this folder, or delete it to start again with demonstration data.`
    : `The database of DATABASE_URL does not give the value it must (${fault}): restore it from a backup.`);
}

/** Whether `openDatabase` is going to make a database first, which takes a while: the embedded one does not exist yet. */
export function willBeMade(config: Pick<Config, 'databaseUrl' | 'dataDir'>): boolean {
  return !config.databaseUrl && !holdsEmbedded(config.dataDir);
}

/** Reads the health value, if the schema is there; returns what is wrong. */
async function findFault({ db }: Database): Promise<string | undefined> {
  try {
    const { there } = await db.one<{ there: boolean }>(`SELECT to_regclass('meta.health') IS NOT NULL AS there`);
    if (!there) return undefined;
    const point = await db.oneOrNone<{ easting: number; northing: number; off_m: number }>(HEALTH);
    if (!point) return 'its control point is missing';
    const right = point.easting === 7423966.7 && point.northing === 5547788.4 && point.off_m < 20;
    return right ? undefined : `its control point reads ${point.easting}, ${point.northing}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
