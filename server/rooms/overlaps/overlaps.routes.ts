/** A measured overlap of parcel and zone that is wrong: planners say so with a reason, and may take it back; the extract shows it. */
import { Router } from 'express';
import { z } from 'zod';
import { NewOverlapOverruling, type OverlapOverrulings } from '../../../domain/contract/office/overlap.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { ownPagesOnly, plannerOf, planningAccountOf } from '../../http/viewer.ts';
import { overrulingsOf, overruleOverlap, revokeOverruling } from './overlaps.repository.ts';

const NONE = z.strictObject({});
const OfParcel = z.strictObject({ parcel: z.string().min(1).max(100) });
const OWN = { cacheControl: 'no-store' } as const;

/**
 * @example GET /api/overlaps/overrulings?parcel=126105_9.0001.580%2F4
 * @example POST /api/overlaps/overrulings {"parcel": "126105_9.0001.580/4", "layer": "zones", "zone": "stare-miasto:MW.3", "says": "does-not-apply", "reason": "Granica terenu biegnie po ogrodzeniu."}
 * @example DELETE /api/overlaps/overrulings/7
 */
export function overlapRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  router.use('/api/overlaps', ownPagesOnly);
  resource(router, '/api/overlaps/overrulings', {
    GET: async (req, res) => {
      planningAccountOf(req);
      acceptsJson(req);
      const answer: OverlapOverrulings = { overrulings: await overrulingsOf(db, parseQuery(OfParcel, req).parcel) };
      await sendJson(req, res, answer, OWN);
    },
    POST: [(req, _res, next) => { plannerOf(req); next(); }, ...readJson(), async (req, res) => {
      parseQuery(NONE, req);
      const made = await overruleOverlap(db, parseBody(NewOverlapOverruling, req.body), dayInKrakow(), plannerOf(req));
      res.status(201).set('Location', `/api/overlaps/overrulings/${made.id}`);
      await sendJson(req, res, made, OWN);
    }],
  });
  resource(router, '/api/overlaps/overrulings/:id', {
    DELETE: async (req, res) => {
      const account = plannerOf(req);
      parseQuery(NONE, req);
      const id = String(req.params['id']);
      if (!/^[1-9]\d{0,8}$/.test(id)) throw new Problem('not-found', 'There is no such word on an overlap.');
      await revokeOverruling(db, Number(id), dayInKrakow(), account);
      res.status(204).end();
    },
  });
  return router;
}
