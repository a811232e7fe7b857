/** POST /api/search/area: what lies in a polygon, in a circle, or within a distance of an object – counted, listed, measured. */
import { Router } from 'express';
import { z } from 'zod';
import { AreaRequest, MAX_AREA_PAGE } from '../../../domain/contract/area.ts';
import type { Database } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { layerOf, searchArea } from './area.ts';

const NoParameters = z.strictObject({});

/**
 * @example POST /api/search/area {"area": {"type": "circle", "center": [19.94, 50.06], "radiusM": 300}, "layers": ["parcels", "zones"]}
 * @example POST /api/search/area {"area": {"type": "distance", "layer": "river-parks", "key": "wilga", "distanceM": 100}, "layers": ["plans"]}
 */
export function areaRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/search/area', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const { area, layers, limit, offset, datetime } = parseBody(AreaRequest, req.body);
      const chosen = layers.map((id, index) => layerOf(id, `layers.${index}`));
      await sendJson(req, res, await searchArea(db, area, chosen, { limit: Math.min(limit, MAX_AREA_PAGE), offset }, datetime));
    }],
  });
  return router;
}
