/** The real tile door on a real port, over a database of the test's choosing. */
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Database } from '../../../server/db/database.ts';
import { createTileHandler } from '../../../server/rooms/tiles/tiles.handler.ts';

export interface Answer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

export interface Door {
  /** Sends the path as it is written (no normalising), with these headers. */
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  close(): Promise<void>;
}

export const PUBLIC_URL = 'https://msip.example.pl/mapa';

export async function openDoor(database: Database, tileCacheBytes = 10_000_000): Promise<Door> {
  const handler = createTileHandler({ config: { publicUrl: PUBLIC_URL, tileCacheBytes }, database, log: pino({ level: 'silent' }) });
  const server = createServer((req, res) => { if (!handler.handle(req, res)) res.writeHead(418).end(); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers, method, agent: false }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }); });
      }).on('error', reject).end();
    }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
      await handler.close();
    },
  };
}

/** A database that answers every tile query with what `mvt` makes, and lets the test speak on the channel of changes. */
export function scriptedDatabase(mvt: (values: unknown[]) => Promise<Buffer>): { database: Database; tell(payload: string): void; lose(): void } {
  let heard: (payload: string) => void = () => {};
  let connection: ((up: boolean) => void) | undefined;
  const database = {
    kind: 'postgresql',
    db: { any: async (_text: string, values: unknown[]) => [{ mvt: await mvt(values), features: 1 }] },
    listen: (_channel: string, listener: typeof heard, connected?: typeof connection) => {
      heard = listener;
      connection = connected;
      return Promise.resolve(() => Promise.resolve());
    },
    close: () => Promise.resolve(),
  } as unknown as Database;
  return { database, tell: (payload) => { heard(payload); }, lose: () => { connection?.(false); } };
}
