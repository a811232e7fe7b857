/** A second GL map over the first: the same camera and the same overlays in another style; made when asked for, removed when closed. */
import type { StyleSpecification } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import type { Style } from '../../domain/style/style-types.ts';
import { tellFault } from './faults.ts';
import { type GlMap, useMap, useMapState } from './map-store.ts';
import { drawPatterns } from './pattern-images.ts';

/** What tools draw is copied so soon after it changed. */
const COPY_AFTER_MS = 80;
const OVERLAY = 'overlay-';

/** `style` with what tools have drawn on the live map, above everything as there. */
function withOverlays(style: Style, live: GlMap): StyleSpecification {
  const own = style as unknown as StyleSpecification;
  const shown = live.getStyle();
  const overlays = Object.entries(shown.sources).filter(([name]) => name.startsWith(OVERLAY));
  return {
    ...own, sources: { ...own.sources, ...Object.fromEntries(overlays) },
    layers: [...own.layers, ...shown.layers.filter((layer) => 'source' in layer && String(layer.source).startsWith(OVERLAY))],
  };
}

function openBeside(live: GlMap, container: HTMLElement, style: Style): GlMap {
  // The live map's own class: importing the library here would move it out of the one chunk that the first view names.
  const LiveMap = live.constructor as typeof GlMap;
  const map = new LiveMap({
    container, style: withOverlays(style, live), center: live.getCenter(), zoom: live.getZoom(), bearing: live.getBearing(), interactive: false, attributionControl: false, fadeDuration: 0, validateStyle: false, maxZoom: 22,
  });
  drawPatterns(map);
  return map;
}

/** Draws `style` in the container for as long as the component stands. Without a live map it does nothing. */
export function useSecondMap(container: RefObject<HTMLElement | null>, style: Style): void {
  const live = useMap();
  const latest = useRef(style);
  const redress = useRef<() => void>(() => undefined);
  const opened = useRef<GlMap | null>(null);
  const failed = useMapState(({ tilesFailed }) => tilesFailed);
  latest.current = style;

  useEffect(() => {
    if (!live || !container.current) return;
    const second = openBeside(live, container.current, latest.current);
    let ready = false;
    let closed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const dress = () => void import('./gl.ts').then(({ changeTiles }) => {
      if (closed || !ready) return;
      changeTiles(second, latest.current);
      second.setStyle(withOverlays(latest.current, live), { diff: true, validate: false });
    });
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(dress, COPY_AFTER_MS);
    };
    const follow = () => void second.jumpTo({ center: live.getCenter(), zoom: live.getZoom(), bearing: live.getBearing() });
    const drawn = (event: { sourceId?: string; sourceDataType?: string }) => { if (event.sourceDataType === 'content' && event.sourceId?.startsWith(OVERLAY)) soon(); };
    // A tile that did not come must not pass for a place without plans.
    second.on('error', ({ error }) => tellFault(error as Error));
    redress.current = soon;
    opened.current = second;
    void second.once('style.load', () => {
      ready = true;
      soon();
    });
    live.on('move', follow);
    live.on('styledata', soon);
    live.on('sourcedata', drawn);
    return () => {
      closed = true;
      clearTimeout(timer);
      redress.current = () => undefined;
      opened.current = null;
      live.off('move', follow);
      live.off('styledata', soon);
      live.off('sourcedata', drawn);
      second.remove();
    };
  }, [live, container]);

  useEffect(() => redress.current(), [style]);

  useEffect(() => {
    const second = opened.current;
    if (!failed || !second) return;
    // When the reader asks for the missing tiles again.
    return () => {
      if (opened.current === second) for (const [name, source] of Object.entries(second.getStyle().sources)) if (source.type === 'vector') second.refreshTiles(name);
    };
  }, [failed]);
}
