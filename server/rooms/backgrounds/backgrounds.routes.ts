/** GET /styles/backgrounds.json – the backgrounds that can be chosen here besides our own base map. */
import { Router } from 'express';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';

const NoQuery = z.strictObject({});

/** https://…/styles/backgrounds.json */
export function backgroundsRoutes({ config }: { readonly config: Config }): Router {
  const router = Router();
  resource(router, '/styles/backgrounds.json', {
    GET: (req, res) => {
      parseQuery(NoQuery, req);
      formatOf(req, { json: 'application/json' });
      return sendJson(req, res, config.backgrounds, { cacheControl: 'public, max-age=300' });
    },
  });
  return router;
}
