/** Many points with symbols of their own, gathered into circles with a count from afar. Clicks on them do not reach the layers beneath. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, MapGeoJSONFeature } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { LABEL_FONTS } from '../../domain/style/paint-label.ts';
import { motion } from '../ui/use-media.ts';
import { addPicker, type GlMap, mapState, useMap } from './map-store.ts';

/** `symbol` names the image; what is more `urgent` is drawn above, and its circle gets a second ring. */
export interface GatheredProperties { readonly id: string; readonly symbol: string; readonly title: string; readonly urgent: number }
export type Gathered = FeatureCollection<Point, GatheredProperties>;

export interface GatheredLook { readonly ink: string; readonly paper: string; readonly accent: string; /** In which counts are written, e.g. `pl`. */ readonly locale: string; readonly pixelRatio: number; readonly image: (symbol: string) => ImageData | null }
export interface GatheredHands {
  readonly onPick: (id: string) => void;
  /** Points that no zoom takes apart: they stand in one place. */
  readonly onPile: (ids: readonly string[]) => void;
  readonly onPoint: (id: string | null) => void;
}

const RADIUS_PX = 42;
const MAX_ZOOM = 20;
const PILE_MAX = 50;
const REACH_PX = 4;

const isCircle: ExpressionSpecification = ['has', 'point_count'];
const isPoint: ExpressionSpecification = ['!', isCircle];
const oneOf = (ids: readonly string[]): ExpressionSpecification => ['all', isPoint, ['in', ['get', 'id'], ['literal', [...ids]]]];

function layersOf(source: string, { ink, paper, accent, locale }: GatheredLook): LayerSpecification[] {
  const radius: ExpressionSpecification = ['step', ['get', 'point_count'], 14, 10, 17, 100, 21, 1000, 26];
  const [id, font] = [(part: string) => `${source}:${part}`, { 'text-font': [LABEL_FONTS.bold] }];
  return [
    { id: id('marked'), type: 'circle', source, filter: oneOf([]), paint: { 'circle-radius': 19, 'circle-color': accent, 'circle-opacity': 0.18, 'circle-stroke-color': accent, 'circle-stroke-width': 2.5 } },
    { id: id('ring'), type: 'circle', source, filter: ['all', isCircle, ['>', ['get', 'urgent'], 0]], paint: { 'circle-radius': ['+', radius, 5], 'circle-color': paper, 'circle-stroke-color': ink, 'circle-stroke-width': 1.6 } },
    { id: id('circles'), type: 'circle', source, filter: isCircle, paint: { 'circle-radius': radius, 'circle-color': paper, 'circle-stroke-color': ink, 'circle-stroke-width': 2.2 } },
    { id: id('counts'), type: 'symbol', source, filter: isCircle, layout: { ...font, 'text-field': ['number-format', ['get', 'point_count'], { locale }], 'text-size': 13, 'text-allow-overlap': true }, paint: { 'text-color': ink } },
    { id: id('symbols'), type: 'symbol', source, filter: isPoint, layout: { 'icon-image': ['get', 'symbol'], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'urgent'] } },
    { id: id('titles'), type: 'symbol', source, filter: oneOf([]), layout: { 'text-font': [LABEL_FONTS.semibold], 'text-field': ['get', 'title'], 'text-size': 13, 'text-offset': [0, 1.6], 'text-anchor': 'top', 'text-max-width': 14, 'text-allow-overlap': true }, paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 2 } },
  ];
}

const hitAt = (map: GlMap, source: string, { x, y }: { readonly x: number; readonly y: number }): MapGeoJSONFeature | undefined => {
  const layers = [`${source}:symbols`, `${source}:circles`].filter((layer) => map.getLayer(layer));
  return layers.length > 0 ? map.queryRenderedFeatures([[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]], { layers })[0] : undefined;
};

async function openCircle(map: GlMap, source: GeoJSONSource, { properties, geometry }: Feature, onPile: GatheredHands['onPile']): Promise<void> {
  const cluster = Number(properties?.['cluster_id']);
  const zoom = await source.getClusterExpansionZoom(cluster);
  if (zoom < MAX_ZOOM) return void map.easeTo({ center: (geometry as Point).coordinates as [number, number], zoom: zoom + 0.2, duration: motion(400) });
  const leaves = await source.getClusterLeaves(cluster, PILE_MAX, 0);
  onPile(leaves.map((leaf) => String(leaf.properties?.['id'])));
}

/** Draws `data` under the name `overlay-<id>`, as long as its component stands; `marked` are ringed and named. Keep `look` while the palette stays. */
export function useGathered(id: string, data: Gathered | undefined, look: GatheredLook, marked: readonly string[], hands: GatheredHands): void {
  const map = useMap();
  const source = `overlay-${id}`;
  const latest = useRef(hands);
  latest.current = hands;

  useEffect(() => {
    if (!map) return;
    map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, cluster: true, clusterRadius: RADIUS_PX, clusterMaxZoom: MAX_ZOOM, clusterProperties: { urgent: ['+', ['case', ['>=', ['get', 'urgent'], 3], 1, 0]] } });
    const layers = layersOf(source, look);
    for (const layer of layers) map.addLayer(layer);
    const unpick = addPicker((point) => {
      const hit = hitAt(map, source, point);
      if (hit && isPicked(hit)) latest.current.onPick(String(hit.properties['id']));
      else if (hit) void openCircle(map, map.getSource<GeoJSONSource>(source)!, hit, (ids) => latest.current.onPile(ids));
      return hit !== undefined;
    });
    let [frame, over] = [0, null as string | null];
    const point = (now: string | null, on: boolean) => {
      // The canvas inherits the pointer of its frame.
      map.getCanvasContainer().style.cursor = on ? 'pointer' : '';
      if (now !== over) latest.current.onPoint(over = now);
    };
    const move = ({ point: at }: { readonly point: { readonly x: number; readonly y: number } }) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (map.isMoving() || mapState().tool) return;
        const hit = hitAt(map, source, at);
        point(hit && isPicked(hit) ? String(hit.properties['id']) : null, hit !== undefined);
      });
    };
    const out = () => point(null, false);
    map.on('mousemove', move);
    map.on('mouseout', out);
    return () => {
      unpick();
      cancelAnimationFrame(frame);
      map.off('mousemove', move);
      map.off('mouseout', out);
      // The map may have been taken down first.
      if (!map.style) return;
      out();
      for (const layer of layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id);
      if (map.getSource(source)) map.removeSource(source);
    };
  }, [map, source, look]);

  useEffect(() => {
    if (!map || !data) return;
    for (const name of new Set(data.features.map(({ properties }) => properties.symbol))) {
      const image = map.hasImage(name) ? null : look.image(name);
      if (image) map.addImage(name, image, { pixelRatio: look.pixelRatio });
    }
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  }, [map, source, look, data]);

  const names = marked.join();
  useEffect(() => {
    for (const part of ['marked', 'titles']) if (map?.getLayer(`${source}:${part}`)) map.setFilter(`${source}:${part}`, oneOf(names.split(',')));
  }, [map, source, look, names]);
}

const isPicked = ({ properties }: MapGeoJSONFeature): boolean => properties['point_count'] === undefined;
