/** Which layers are on, how strong and with which classes: read from the address, changed through it. */
import { useMemo } from 'react';
import { LAYERS } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import { composeStyle, type MapView } from '../../domain/style/compose-style.ts';
import type { Palette } from '../../domain/style/palette.ts';
import type { Style } from '../../domain/style/style-types.ts';
import { DOOR_LAYERS } from '../doors/doors.ts';
import type { UrlState } from '../url/parameters.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { useDrawnBackground } from './background.ts';

const BASE = LAYERS.filter(({ subject }) => subject === 'base').map(({ id }) => id);

/** Ids of the layers that are on: those of the address, else those of the door; base layers unless switched off. */
export function visibleLayers({ layers, door }: Pick<UrlState, 'layers' | 'door'>): ReadonlySet<string> {
  const named = layers ?? DOOR_LAYERS[door];
  const off = new Set(named.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  return new Set([...BASE.filter((id) => !off.has(id)), ...named.filter((name) => !name.startsWith('-'))]);
}

/** The same set as the address writes it. */
export function printLayers(visible: ReadonlySet<string>): readonly string[] {
  return [...LAYERS.map(({ id }) => id).filter((id) => visible.has(id) && !BASE.includes(id)), ...BASE.filter((id) => !visible.has(id)).map((id) => `-${id}`)];
}

/** Switches a layer; a reader can go back to how it was. */
export function showLayer(id: string, on: boolean): void {
  navigate((now) => {
    const visible = new Set(visibleLayers(now));
    if (on) visible.add(id);
    else visible.delete(id);
    return { layers: printLayers(visible) };
  });
}

/** Opacity in per cent; 100 is not written. */
export function setOpacity(id: string, percent: number): void {
  navigate(({ opacity: { [id]: _old, ...others } }) => ({ opacity: percent >= 100 ? others : { ...others, [id]: Math.round(percent) } }), { replace: true });
}

export function showClass(id: string, value: string, on: boolean): void {
  navigate(({ hidden: { [id]: hidden = [], ...others } }) => {
    const next = on ? hidden.filter((one) => one !== value) : [...hidden, value];
    return { hidden: next.length > 0 ? { ...others, [id]: next } : others };
  });
}

/** Everything as the door has it. */
export const resetLayers = (): void => navigate({ layers: null, background: null, opacity: {}, hidden: {}, zones: 'colour', filters: {} });

/** Conditions of the address on fields that travel in tiles, as a filter; others are the business of lists. */
function tileFilters(filters: UrlState['filters']): NonNullable<MapView['filters']> {
  const byLayer: Record<string, readonly unknown[]> = {};
  for (const [name, value] of Object.entries(filters)) {
    const [id = '', field = ''] = name.split('.');
    const declared = LAYERS.find((layer) => layer.id === id)?.fields.find((one) => one.name === field);
    if (!declared?.tile) continue;
    const condition = ['in', ['to-string', ['get', field]], ['literal', value.split('|')]];
    byLayer[id] = byLayer[id] ? ['all', byLayer[id], condition] : condition;
  }
  return byLayer;
}

/** The ids of the layers that are on. */
export function useVisibleLayers(): ReadonlySet<string> {
  const { layers, door } = useUrl();
  return useMemo(() => visibleLayers({ layers, door }), [layers, door]);
}

/** Layers that were on: they stay in the style, so that switching them is one property and nothing flickers. The others cost nothing. */
const seen = new Set<string>();
function withSeen(visible: ReadonlySet<string>): ReadonlySet<string> {
  for (const id of visible) seen.add(id);
  return new Set(seen);
}

/** The style of the map as the address asks for it; `of`: of another day (ISO) than the one it names. */
export function useMapStyle(palette: Palette, of?: string): Style {
  const { opacity, hidden, zones, filters, day: asked } = useUrl();
  const day = of ?? asked;
  const visible = useVisibleLayers();
  const background = useDrawnBackground();
  return useMemo(() => composeStyle({
    layers: LAYERS, visible, present: withSeen(visible), palette, background, zoneMode: zones, hiddenClasses: hidden, filters: tileFilters(filters), day, base: location.origin,
    opacity: Object.fromEntries(Object.entries(opacity).map(([id, percent]) => [id, percent / 100])),
  }), [visible, palette, background, opacity, hidden, zones, filters, day]);
}

/** Whether a layer is drawn at this zoom; else how far away it is: negative – zoom in, positive – zoom out. */
export const zoomsAway = ({ zooms }: Layer, zoom: number): number => (zoom < zooms.min ? zoom - zooms.min : zoom > zooms.max ? zoom - zooms.max : 0);
