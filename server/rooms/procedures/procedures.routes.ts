/** Plan procedures as work of the office: listed, opened, begun or adopted from the register, changed; and what was done. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AdoptedProcedure, NewProcedure, ProcedureContent, type ProcedureHistory } from '../../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Database } from '../../db/database.ts';
import { geometryGate } from '../../http/geometry-gate.ts';
import { showVersion, versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { ownPagesOnly, plannerOf, planningAccountOf } from '../../http/viewer.ts';
import { checkRoutes } from './checks.routes.ts';
import { draftRoutes } from './drafts.routes.ts';
import { PLANNER_VERTICES, PROCEDURE_BYTES } from './limits.ts';
import { presentEntry, presentProcedure, presentSummary } from './procedures.present.ts';
import { adoptPlan, changeProcedure, createProcedure, draftsOf, findProcedure, historyOf, listProcedures, publicationsOf } from './procedures.repository.ts';
import { publicationRoutes } from './publication.routes.ts';

const NONE = z.strictObject({});
const OWN = { cacheControl: 'no-store' } as const;

/**
 * @example GET /api/procedures
 * @example POST /api/procedures {"key": "czyzyny-zachod"}
 * @example PUT /api/procedures/czyzyny-zachod {"name": "Czyżyny Zachód", …} If-Match: "3"
 * @example GET /api/procedures/czyzyny-zachod/history
 */
export function procedureRoutes({ database }: { readonly database: Database }): Router {
  const { db } = database;
  const router = Router();
  router.use('/api/procedures', ownPagesOnly);

  async function send(req: Request, res: Response, key: string, account: Account): Promise<void> {
    const found = await findProcedure(db, key, account);
    const procedure = presentProcedure(found, await draftsOf(db, key), await publicationsOf(db, key), account);
    showVersion(res, procedure.version);
    await sendJson(req, res, procedure, OWN);
  }

  resource(router, '/api/procedures', {
    GET: async (req, res) => {
      planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      const today = dayInKrakow();
      await sendJson(req, res, { procedures: (await listProcedures(db)).map((row) => presentSummary(row, today)) }, OWN);
    },
    POST: [(req, _res, next) => { plannerOf(req); next(); }, ...readJson(PROCEDURE_BYTES), async (req, res) => {
      const account = plannerOf(req);
      parseQuery(NONE, req);
      const { key } = AdoptedProcedure.safeParse(req.body).data ?? {};
      const content = key === undefined ? parseBody(NewProcedure, req.body) : null;
      if (content) {
        await geometryGate(db, content.boundary, 'boundary', PLANNER_VERTICES);
        await createProcedure(db, content, account);
      } else await adoptPlan(db, key!, dayInKrakow(), account);
      const made = content?.key ?? key!;
      res.status(201).set('Location', `/api/procedures/${encodeURIComponent(made)}`);
      await send(req, res, made, account);
    }],
  });

  resource(router, '/api/procedures/:key', {
    GET: async (req, res) => {
      const account = planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      await send(req, res, String(req.params['key']), account);
    },
    PUT: [(req, _res, next) => { plannerOf(req); next(); }, ...readJson(PROCEDURE_BYTES), async (req, res) => {
      const account = plannerOf(req);
      const key = String(req.params['key']);
      parseQuery(NONE, req);
      const version = versionOf(req);
      const content = parseBody(ProcedureContent, req.body);
      await geometryGate(db, content.boundary, 'boundary', PLANNER_VERTICES);
      await changeProcedure(db, key, version, content, account);
      await send(req, res, key, account);
    }],
  });

  resource(router, '/api/procedures/:key/history', {
    GET: async (req, res) => {
      const account = planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      const { key } = await findProcedure(db, String(req.params['key']), account);
      const history: ProcedureHistory = { entries: (await historyOf(db, key)).map(presentEntry) };
      await sendJson(req, res, history, OWN);
    },
  });

  router.use(draftRoutes({ db }), checkRoutes({ db }));
  router.use(publicationRoutes({ database, send }));
  return router;
}
