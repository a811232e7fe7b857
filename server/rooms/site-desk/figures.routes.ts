/** GET /api/investment/desk/search-figures: what investors search and do not find, for advisers. */
import { Router } from 'express';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { adviserOf, ownPagesOnly } from '../../http/viewer.ts';
import { searchFigures } from '../../registers/search-figures.ts';

const Parameters = z.strictObject({ days: z.string().regex(/^[1-9]\d{0,2}$/).transform(Number).refine((days) => days <= 400, 'must be 1 to 400').default(90) });

/** @example GET /api/investment/desk/search-figures?days=30 */
export function searchFigureRoutes({ database: { db } }: { readonly database: Pick<Database, 'db'> }): Router {
  const router = Router();
  resource(router, '/api/investment/desk/search-figures', {
    GET: [ownPagesOnly, async (req, res) => {
      adviserOf(req);
      acceptsJson(req);
      const { days } = parseQuery(Parameters, req);
      await sendJson(req, res, await searchFigures(db, days), { cacheControl: 'no-store' });
    }],
  });
  return router;
}
