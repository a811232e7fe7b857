/** Statements as JSON: what panel, page and paper say of a parcel, a place, an area, a plan, a district, all plans. */
import { type Request, Router } from 'express';
import { AreaExtractRequest } from '../../../domain/contract/extract.ts';
import type { Statement } from '../../../domain/contract/statement.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import { identifierOf } from '../../registers/parcel.ts';
import { pageRoutes } from './pages.routes.ts';
import { askedLanguage, askedPlace, askedPlans, askedSubject, keyOf } from './parameters.ts';
import { statementMakers, type StatementSources } from './statements.ts';

interface Deps { readonly database: Database; readonly sources: StatementSources; readonly publicUrl: string }

/**
 * @example GET /api/parcels/126105_9.0001.580%2F4/statement?lang=en
 * @example GET /api/plans/statement?status=in-consultation&order=next
 * @example POST /api/areas/statement?lang=pl {"geometry": {"type": "Polygon", "coordinates": […]}}
 */
export function statementRoutes({ database: { db }, sources, publicUrl }: Deps): Router {
  const make = statementMakers(db, sources);
  const router = Router();
  const get = (path: string, answer: (req: Request) => Promise<Statement>): void =>
    resource(router, path, { GET: async (req, res) => { acceptsJson(req); await sendJson(req, res, await answer(req)); } });

  get('/api/parcels/*identifier/statement', async (req) => { const { day, lang } = askedSubject(req); return make.parcel(identifierOf(req), day, lang); });
  get('/api/places/statement', async (req) => { const { lon, lat, day, lang } = askedPlace(req); return make.place(lon, lat, day, lang); });
  get('/api/plans/statement', async (req) => { const { query, day, lang } = askedPlans(req); return make.plans(query, day, lang); });
  get('/api/plans/*key/statement', async (req) => { const { day, lang } = askedSubject(req); return make.plan(keyOf(req), day, lang); });
  get('/api/districts/*key/statement', async (req) => { const { day, lang } = askedSubject(req); return make.district(keyOf(req), day, lang); });
  resource(router, '/api/areas/statement', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      const lang = askedLanguage(req);
      const { geometry, datetime: day = dayInKrakow() } = parseBody(AreaExtractRequest, req.body);
      await sendJson(req, res, await make.area(geometry, day, lang));
    }],
  });
  router.use(pageRoutes({ db, make, search: sources.search, publicUrl }));
  return router;
}
