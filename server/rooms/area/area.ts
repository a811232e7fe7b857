/** Finds what lies in an area of interest: through the gate, into EPSG:2178, then layer by layer. */
import type { AreaAnswer, AreaOfInterest } from '../../../domain/contract/area.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Db } from '../../db/database.ts';
import { checkPosition, geometryGate } from '../../http/geometry-gate.ts';
import { Problem } from '../../http/problem.ts';
import { locateArea, objectsIn, understoodArea } from './area.repository.ts';

/** One page of each layer. Throws a Problem for a geometry that the gate keeps out (413, 422) and for an object that is not there (404). */
export async function searchArea(db: Db, area: AreaOfInterest, layers: readonly Layer[], page: { limit: number; offset: number }, day = dayInKrakow()): Promise<AreaAnswer> {
  const originLayer = area.type === 'distance' ? layerOf(area.layer, 'area.layer') : undefined;
  if (area.type === 'geometry') await geometryGate(db, area.geometry, 'area.geometry');
  if (area.type === 'circle') checkPosition(area.center, 'area.center');
  if (area.type === 'distance' && area.distanceM === 0 && originLayer?.geometry !== 'polygon') {
    throw new Problem('unprocessable', 'A distance of 0 m from a point or a line is no area.', [{ path: 'area.distanceM', message: 'must be more than 0' }]);
  }
  const place = await locateArea(db, area, originLayer, day);
  if (!place) throw new Problem('feature-not-found', 'There is no such object to measure the distance from.');
  const understood = await understoodArea(db, place);
  const answers: AreaAnswer['layers'] = [];
  for (const layer of layers) {
    const { count, measureInside, sources, hits } = await objectsIn(db, place, layer, page, day);
    const next = page.offset + hits.length;
    answers.push({ layer: layer.id, count, measureInside, sources, hits, next: hits.length > 0 && next < count ? next : null });
  }
  return { ...understood, layers: answers };
}

/** Throws `invalid-body` that names the place of an unknown layer. */
export function layerOf(id: string, path: string): Layer {
  const layer = findLayer(id);
  if (!layer) throw new Problem('invalid-body', `There is no layer "${id}".`, [{ path, message: 'unknown layer' }]);
  return layer;
}
