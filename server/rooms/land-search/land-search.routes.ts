/** The investor's search: land that fits a filter, counted, faceted, scored; and what to relax when little does. */
import { Router } from 'express';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { gateFilter } from '../../registers/filter.ts';
import { LandSearchQuery, QUERYABLES } from './land-search.query.ts';
import { answerOf } from './land-search.ts';
import { keepLand } from './land-snapshot.ts';
import { openSearchLog } from './search-log.ts';

/**
 * @example GET /api/investment/search?filter=area_ha >= 2 AND zone_class = 'P'&weights=motorway_m:3,area_ha:1&kinds=site
 * @example GET /api/investment/search?filter=price_pln < 1000&relax=true&facets=false
 */
export function landSearchRoutes({ database: { db }, log }: { readonly database: Database; readonly log: Log }): Router {
  const router = Router();
  const land = keepLand(db);
  const searches = openSearchLog(db, log);
  resource(router, '/api/investment/search', {
    GET: async (req, res) => {
      acceptsJson(req);
      const query = parseQuery(LandSearchQuery, req);
      if (query.filter) await gateFilter(db, query.filter);
      const { answer, known } = await land.judge(query.conditions, QUERYABLES, (judgement) => {
        const { wanted, tell } = answerOf(query, judgement);
        return { wanted, tell: (places) => ({ answer: tell(places), known: judgement.snapshot.columns }) };
      });
      if (query.log && query.offset === 0) await searches.append(query, answer.total, known);
      await sendJson(req, res, answer);
    },
  });
  return router;
}
