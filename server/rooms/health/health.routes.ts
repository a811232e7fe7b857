/** Whether the process lives (/healthz, never touches the database) and whether it can serve (/readyz). */
import { Router } from 'express';
import type { Database } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';

const READY_WITHIN_MS = 1_000;

interface Deps {
  readonly database: Database;
  /** True from the first SIGTERM on. */
  readonly draining: () => boolean;
}

/** Rejects when the database has not answered in time. */
async function answersInTime({ db }: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error('late')); }, READY_WITHIN_MS);
  });
  try {
    await Promise.race([db.one('SELECT 1 AS one'), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function healthRoutes({ database, draining }: Deps): Router {
  const router = Router();
  const notReady = (why: string): Problem => new Problem('unavailable', why, undefined, { 'Retry-After': '5' });
  resource(router, '/healthz', { GET: (req, res) => { acceptsJson(req); res.set('Cache-Control', 'no-store').json({ status: 'alive' }); } });
  resource(router, '/readyz', {
    GET: async (req, res) => {
      acceptsJson(req);
      if (draining()) throw notReady('The server is shutting down.');
      await answersInTime(database).catch(() => { throw notReady('The database does not answer.'); });
      res.set('Cache-Control', 'no-store').json({ status: 'ready' });
    },
  });
  return router;
}
