/** POST /api/links keeps a short link; GET /l/{code} leads to its target, which is always a page of this site. */
import { Router } from 'express';
import { z } from 'zod';
import { type ShortLink, ShortLinkRequest } from '../../../domain/contract/links.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { CODE } from './code.ts';
import { keepLink, openLink } from './links.repository.ts';
import { siteTarget } from '../../http/site-target.ts';

const NoParameters = z.strictObject({});

/**
 * @example POST /api/links {"target": "/dzialka/126105_9.0001.580/4?layers=zones,parcels#17/50.0617/19.9373"}
 * @example GET /l/7hQm3Kx
 */
export function linkRoutes({ config: { publicUrl }, database: { db } }: { readonly config: Config; readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/links', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const { code, created } = await keepLink(db, siteTarget(parseBody(ShortLinkRequest, req.body).target, publicUrl));
      const link: ShortLink = { code, url: `${publicUrl}/l/${code}` };
      if (created) res.status(201).set('Location', link.url);
      await sendJson(req, res, link, { cacheControl: 'no-store' });
    }],
  });
  resource(router, '/l/:code', {
    GET: async (req, res) => {
      const code = String(req.params['code']);
      // Mail programs and counters add parameters of their own to links: they change nothing.
      if (!CODE.test(code)) throw new Problem('invalid-request', 'A short link has seven characters or more: digits and letters without 0, O, o, 1, l, I.');
      const target = await openLink(db, code, dayInKrakow());
      if (target === null) throw new Problem('not-found', 'There is no such short link. A character may be missing at its end.');
      res.status(302).set('Location', target).set('Cache-Control', 'no-cache').end();
    },
  });
  return router;
}
