/** GET /api/openapi.json. */
import { Router } from 'express';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { openApiDocument } from './openapi.ts';

const TYPE = 'application/vnd.oai.openapi+json;version=3.0';
const Query = z.strictObject({ f: z.literal('json').optional() });

export function openApiRoutes({ config }: { config: Config }): Router {
  const router = Router();
  const document = openApiDocument(config.publicUrl);
  resource(router, '/api/openapi.json', {
    GET: (req, res) => {
      formatOf<'json' | 'plain'>(req, { json: TYPE, plain: 'application/openapi+json' }, parseQuery(Query, req).f);
      return sendJson(req, res, document, { type: TYPE });
    },
  });
  return router;
}
