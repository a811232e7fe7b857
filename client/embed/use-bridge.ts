/** The line between an embedded map and the page around it: commands come in from that window only, reports go out to that window only. */
import { useCallback, useEffect, useRef } from 'react';
import { printLayers, visibleLayers } from '../layers/layer-state.ts';
import { type GlMap, useMap } from '../map/map-store.ts';
import { urlState } from '../url/use-url.ts';
import { type Command, readCommand, type Report, type View } from './messages.ts';

const framed = window.parent !== window;

/** The origin of the page around; `*` where the browser does not tell it. The window is the parent in any case, and it may frame us or we would not be here. */
function parentOrigin(): string {
  const told = location.ancestorOrigins?.[0] ?? document.referrer;
  if (!URL.canParse(told)) return '*';
  const { origin } = new URL(told);
  return origin === 'null' ? '*' : origin;
}

export function report(message: Report): void {
  if (framed) window.parent.postMessage({ msip: 1, ...message }, parentOrigin());
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

export function viewOf(map: GlMap): View {
  const { lat, lng } = map.getCenter();
  const bounds = map.getBounds();
  return {
    lat: rounded(lat, 6), lon: rounded(lng, 6), zoom: rounded(map.getZoom(), 2),
    bbox: [rounded(bounds.getWest(), 6), rounded(bounds.getSouth(), 6), rounded(bounds.getEast(), 6), rounded(bounds.getNorth(), 6)],
  };
}

/** From when the map is drawn: hears commands, tells `ready` once (and on `hello`) and `moved` after every movement. */
export function useBridge(obey: (command: Exclude<Command, { type: 'hello' }>) => void): void {
  const map = useMap();
  const latest = useRef(obey);
  latest.current = obey;
  const ready = useCallback(() => {
    if (map) report({ type: 'ready', view: viewOf(map), layers: printLayers(visibleLayers(urlState())) });
  }, [map]);
  useEffect(() => {
    if (!map || !framed) return;
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== window.parent) return;
      const command = readCommand(data);
      if (command === null) return;
      if ('wrong' in command) report({ type: 'error', code: 'not-understood', detail: command.wrong });
      else if (command.type === 'hello') ready();
      else latest.current(command);
    };
    const moved = () => report({ type: 'moved', view: viewOf(map) });
    addEventListener('message', hear);
    map.on('moveend', moved);
    ready();
    return () => {
      removeEventListener('message', hear);
      map.off('moveend', moved);
    };
  }, [map, ready]);
}
