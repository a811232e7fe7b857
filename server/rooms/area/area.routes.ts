/** POST /api/search/area: what lies in a polygon, in a circle, or within a distance of an object – counted, listed, measured. */
import { Router } from 'express';
import { type AreaAnswer, type AreaOfInterest, AreaRequest } from '../../../domain/contract/area.ts';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Database, Db } from '../../db/database.ts';
import { checkPosition, geometryGate } from '../../http/geometry-gate.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { z } from 'zod';
import { locateArea, objectsIn, understoodArea } from './area.repository.ts';

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
      const { area, layers, limit, offset } = parseBody(AreaRequest, req.body);
      const chosen = layers.map((id, index) => layerOf(id, `layers.${index}`));
      await sendJson(req, res, await searchArea(db, area, chosen, { limit, offset }));
    }],
  });
  return router;
}

async function searchArea(db: Db, area: AreaOfInterest, layers: readonly Layer[], page: { limit: number; offset: number }): Promise<AreaAnswer> {
  const originLayer = area.type === 'distance' ? layerOf(area.layer, 'area.layer') : undefined;
  if (area.type === 'geometry') await geometryGate(db, area.geometry, 'area.geometry');
  if (area.type === 'circle') checkPosition(area.center, 'area.center');
  if (area.type === 'distance' && area.distanceM === 0 && originLayer?.geometry !== 'polygon') {
    throw new Problem('unprocessable', 'A distance of 0 m from a point or a line is no area.', [{ path: 'area.distanceM', message: 'must be more than 0' }]);
  }
  const place = await locateArea(db, area, originLayer);
  if (!place) throw new Problem('feature-not-found', 'There is no such object to measure the distance from.');
  const understood = await understoodArea(db, place);
  const answers: AreaAnswer['layers'] = [];
  for (const layer of layers) {
    const { count, measureInside, hits } = await objectsIn(db, place, layer, page);
    const next = page.offset + hits.length;
    answers.push({ layer: layer.id, count, measureInside, hits, next: hits.length > 0 && next < count ? next : null });
  }
  return { ...understood, layers: answers };
}

/** Throws `invalid-body` that names the place of an unknown layer. */
function layerOf(id: string, path: string): Layer {
  const layer = findLayer(id);
  if (!layer) throw new Problem('invalid-body', `There is no layer "${id}".`, [{ path, message: 'unknown layer' }]);
  return layer;
}
