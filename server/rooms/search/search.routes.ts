/** GET /api/search: the one search box. */
import { Router } from 'express';
import { z } from 'zod';
import type { SearchAnswer } from '../../../domain/contract/search.ts';
import { GATE_BBOX } from '../../../domain/geo/krakow.ts';
import type { Database } from '../../db/database.ts';
import { acceptsJson, languageOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { prepareSearch } from './prepare.ts';
import { search } from './search.ts';

const MAX_RESULTS = 50;
const [WEST, SOUTH, EAST, NORTH] = GATE_BBOX;

const Near = z.string().regex(/^-?\d{1,3}(\.\d{1,12})?,-?\d{1,2}(\.\d{1,12})?$/, 'must be longitude,latitude')
  .transform((text) => text.split(',').map(Number) as [number, number])
  // A place far away would make every object equally far: it is drawn to the edge of the city.
  .transform(([longitude, latitude]) => [Math.min(Math.max(longitude, WEST), EAST), Math.min(Math.max(latitude, SOUTH), NORTH)] as const);

/** Parameters of the search; also the source of their description in OpenAPI. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1, 'must not be empty').max(100, 'may be 100 characters long')
    .regex(/^\P{Cc}*$/u, 'must hold no control characters'),
  limit: z.string().regex(/^\d{1,100}$/, 'must be a whole number from 1').transform(Number).refine((limit) => limit >= 1, 'must be a whole number from 1')
    .transform((limit) => Math.min(limit, MAX_RESULTS)).default(10),
  near: Near.optional(),
});

export type Find = (text: string, near: readonly [number, number] | null, limit: number, language: 'pl' | 'en') => Promise<SearchAnswer>;

/** Follows the searched layers in the background from the start; a search waits for that, and tries again when it failed. */
export function openSearch(database: Database): Find {
  let prepared: Promise<unknown> | null = null;
  const ready = (): Promise<unknown> => prepared ??= prepareSearch(database).catch((error: unknown) => { prepared = null; throw error; });
  void ready().catch(() => { /* the first search tries again and tells */ });
  return async (text, near, limit, language) => {
    await ready();
    return search(database.db, text, near, limit, language);
  };
}

/**
 * @example GET /api/search?q=wielicka%2012&near=19.98,50.03
 * @example GET /api/search?q=dz.%20nr%20580%2F4%20obr.%201%20%C5%9Ar%C3%B3dmie%C5%9Bcie&limit=5
 */
export function searchRoutes({ find }: { readonly find: Find }): Router {
  const router = Router();
  resource(router, '/api/search', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { q, limit, near } = parseQuery(SearchQuery, req);
      await sendJson(req, res, await find(q, near ?? null, limit, languageOf(req, res)));
    },
  });
  return router;
}
