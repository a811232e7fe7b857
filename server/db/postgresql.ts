/** The PostgreSQL home: a pool on DATABASE_URL. */
import { type Database, pgp } from './database.ts';

export async function openPostgresql(url: string): Promise<Database> {
  const db = pgp<object>({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 });
  await db.one('SELECT 1 AS one');
  return {
    kind: 'postgresql',
    db,
    async listen(channel, heard) {
      const connection = await db.connect({ direct: true });
      connection.client.on('notification', (message) => { if (message.channel === channel) heard(message.payload ?? ''); });
      await connection.none('LISTEN $1:name', [channel]);
      return async () => { await connection.done(); };
    },
    async close() { await db.$pool.end(); },
  };
}
