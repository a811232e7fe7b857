/** Snapping of the pen to lines of a tool and to parcels: to the register's own coordinates where they are known, else to the tile's until they are – then the place is put right. */
import { useMemo } from 'react';
import type { Position } from './drawing.ts';
import type { DrawingStore } from './drawing-store.ts';
import { snapTo } from './snapping.ts';
import type { Snap } from './use-pen.ts';
import type { GlMap } from '../map/map-store.ts';
import { createExactParcels } from './exact-parcels.ts';

const REACH_PX = 12;
/** From here on parcels are drawn one by one. */
const FROM_ZOOM = 15;
/** How far the tile may be from the register, degrees: about two metres. */
const COARSE = 2e-5;

const parcels = createExactParcels();

/** Borders as the map draws them around a point of the screen. */
function drawnLines(map: GlMap, { x, y }: { readonly x: number; readonly y: number }): (readonly Position[])[] {
  const layers = map.getStyle().layers.filter((layer) => layer.type !== 'symbol' && (layer.metadata as Record<string, unknown> | undefined)?.['msip:layer'] === 'parcels').map(({ id }) => id);
  if (layers.length === 0) return [];
  return map.queryRenderedFeatures([[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]], { layers }).flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []) as unknown as Position[][]);
}

/** Nothing while it is switched off. `own`: exact lines of the tool's own, which win over parcels; keep it the same between renders. */
export function useSnap(store: DrawingStore | null, on: boolean, own?: () => readonly (readonly Position[])[]): Snap | undefined {
  return useMemo(() => {
    if (!on || !store) return undefined;
    return (map, point, place) => {
      const reach = place[1] - map.unproject([point.x, point.y + REACH_PX]).lat;
      const found = own && snapTo(own(), place, reach);
      if (found) return found;
      if (map.getZoom() < FROM_ZOOM) return null;
      const exact = parcels.near(place);
      if (exact) return snapTo(exact, place, reach);
      const coarse = snapTo(drawnLines(map, point), place, reach);
      void parcels.load(place).then((lines) => {
        const better = coarse && lines && snapTo(lines, coarse.at, COARSE);
        if (better) store.act({ do: 'refine', from: coarse.at, to: better.at });
      });
      return coarse;
    };
  }, [store, on, own]);
}
