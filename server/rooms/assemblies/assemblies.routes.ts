/** GET /api/investment/assemblies: adjoining parcels of the municipality that together meet a need, line by line. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { CRS84, findCoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { AssemblyParameters } from '../../../domain/contract/investment/assemblies.ts';
import { printFilter } from '../../../domain/cql2/print-text.ts';
import { needArea } from '../../../domain/investment/need-area.ts';
import type { AssemblyNeed } from '../../../domain/investment/assembly-need.ts';
import type { Database } from '../../db/database.ts';
import { formatOf } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { parseQuery } from '../../http/validation.ts';
import { gateFilter, readFilter } from '../../registers/filter.ts';
import { groundOf, QUERYABLES } from './assemblies.repository.ts';
import { linesOf } from './lines.ts';

const TYPE = 'application/x-ndjson';
const LIMIT_MS = 5_000;
const AT_ONCE = 4;
const M2_IN_HA = 10_000;

export interface AssembliesDeps {
  readonly database: Pick<Database, 'db'>;
  /** A search that takes longer ends with what it has found. */
  readonly limitMs?: number;
}

const wrong = (path: string, message: string): Problem => new Problem('invalid-parameter', `Wrong parameter: ${path} (${message}).`, [{ path, message }]);

/** The filter of each parcel and the need of the whole; throws `invalid-parameter`. */
const Question = AssemblyParameters.transform((query) => {
  const system = query['filter-crs'] === undefined ? CRS84 : findCoordinateSystem(query['filter-crs']);
  if (!system) throw wrong('filter-crs', 'is not one of the coordinate systems of the collections');
  const { rest, minHa, maxHa } = needArea(query.filter === undefined ? undefined : readFilter(query.filter, query['filter-lang'], QUERYABLES, system));
  const [least, most] = [query.area_min ?? minHa, query.area_max ?? maxHa ?? Infinity];
  if (least === null || least <= 0) throw wrong('area_min', 'is missing: how many hectares are needed, here or as area_ha in the filter');
  if (most < least) throw wrong('area_max', 'must not be below area_min');
  const need: AssemblyNeed = {
    areaMinM2: least * M2_IN_HA, areaMaxM2: most * M2_IN_HA, maxParcels: query.max_parcels, maxOwners: query.max_owners, minCompactness: query.min_compactness, road: query.road,
  };
  return { filter: rest, need, limit: query.limit };
});

/**
 * @example GET /api/investment/assemblies?area_min=1&max_parcels=3&road=true
 * @example GET /api/investment/assemblies?filter=area_ha BETWEEN 1 AND 3 AND flood_pct = 0&max_owners=1&min_compactness=0.4
 */
export function assembliesRoutes({ database: { db }, limitMs = LIMIT_MS }: AssembliesDeps): Router {
  const router = Router();
  let running = 0;
  resource(router, '/api/investment/assemblies', {
    GET: async (req, res) => {
      formatOf(req, { ndjson: TYPE, json: 'application/json' });
      const { filter, need, limit } = parseQuery(Question, req);
      if (running >= AT_ONCE) throw new Problem('unavailable', 'Others are searching for assemblies. Try again in a moment.', undefined, { 'Retry-After': '2' });
      running += 1;
      const gone = new AbortController();
      res.once('close', () => { gone.abort(); });
      try {
        if (filter) await gateFilter(db, filter);
        const ground = await groundOf(db, filter);
        res.set({ 'Content-Type': `${TYPE}; charset=utf-8`, 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no', 'X-Content-Type-Options': 'nosniff' });
        if (req.method === 'HEAD') { res.end(); return; }
        const lines = async function* (): AsyncGenerator<string> {
          for await (const line of linesOf(ground, filter ? printFilter(filter) : '', need, { limit, limitMs, signal: gone.signal })) yield `${JSON.stringify(line)}\n`;
        };
        await pipeline(Readable.from(lines()), res).catch((error: unknown) => { if (!gone.signal.aborted) throw error; });
      } finally {
        running -= 1;
      }
    },
  });
  return router;
}
