/** What is wrong with a draft, and what the office says of it. */
import { Router } from 'express';
import { z } from 'zod';
import { Overruling } from '../../../domain/contract/office/procedure.ts';
import type { Db } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { plannerOf, planningAccountOf } from '../../http/viewer.ts';
import { checkDraft, overrule } from './checks.ts';
import { keyOf, numberOf } from './draft-address.ts';

const NONE = z.strictObject({});
const OWN = { cacheControl: 'no-store' } as const;

/**
 * @example GET /api/procedures/czyzyny-zachod/drafts/2/checks
 * @example POST /api/procedures/czyzyny-zachod/drafts/2/overrulings {"finding": "gap-0c3f…", "reason": "Pas drogi poza ustaleniami planu."}
 */
export function checkRoutes({ db }: { readonly db: Db }): Router {
  const router = Router();
  resource(router, '/api/procedures/:key/drafts/:number/checks', {
    GET: async (req, res) => {
      planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      await sendJson(req, res, await checkDraft(db, keyOf(req), numberOf(req)), OWN);
    },
  });

  resource(router, '/api/procedures/:key/drafts/:number/overrulings', {
    POST: [(req, _res, next) => { plannerOf(req); next(); }, ...readJson(), async (req, res) => {
      const account = plannerOf(req);
      parseQuery(NONE, req);
      await overrule(db, keyOf(req), numberOf(req), parseBody(Overruling, req.body), account);
      res.status(201);
      await sendJson(req, res, await checkDraft(db, keyOf(req), numberOf(req)), OWN);
    }],
  });
  return router;
}
