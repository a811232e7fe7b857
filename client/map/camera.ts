/** Moving the camera. What sheets cover is kept free, and nothing flies when the reader asked for less motion. */
import { CITY_BBOX } from '../../domain/geo/krakow.ts';
import { motion } from '../ui/use-media.ts';
import { type GlMap, mapState, setMapState } from './map-store.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

const MARGIN = 48;
/** The city between Bronowice and Nowa Huta, Prądnik and Łagiewniki. */
const HEART_BBOX: Box = [19.885, 50.02, 20.035, 50.1];
let covered = { left: 0, right: 0, bottom: 0, top: 0 };

/** The shell says how much of the window its sheets cover, px. */
export function setCovered(sides: Partial<typeof covered>): void {
  covered = { ...covered, ...sides };
}

const padding = () => ({ left: covered.left + MARGIN, right: covered.right + MARGIN, bottom: covered.bottom + MARGIN, top: covered.top + MARGIN });

/** The part of the map that sheets leave free: its size in pixels and its middle. */
export function freeView(map: GlMap): { readonly widthPx: number; readonly heightPx: number; readonly middle: { readonly lng: number; readonly lat: number } } {
  const { left, right, top, bottom } = covered;
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    widthPx: Math.max(200, clientWidth - left - right), heightPx: Math.max(200, clientHeight - top - bottom),
    middle: map.unproject([(clientWidth + left - right) / 2, (clientHeight + top - bottom) / 2]),
  };
}

/** Shows a box of degrees whole; at most so near as `maxZoom`. */
export function showBox([west, south, east, north]: Box, { maxZoom = 18 } = {}): void {
  const { map } = mapState();
  if (!map) return;
  const sides = padding();
  const { clientWidth, clientHeight } = map.getContainer();
  const roomy = clientWidth - sides.left - sides.right > 80 && clientHeight - sides.top - sides.bottom > 80;
  map.fitBounds([[west, south], [east, north]], { padding: roomy ? sides : 20, maxZoom, duration: motion(700) });
}

/** Goes to a point of longitude, latitude. */
export function showPoint([lon, lat]: readonly [number, number], zoom = 17): void {
  const { map } = mapState();
  const { left, right, top, bottom } = covered;
  map?.easeTo({ center: [lon, lat], zoom: Math.max(zoom, map.getZoom()), offset: [(left - right) / 2, (top - bottom) / 2], duration: motion(700) });
}

/** What the map shows first and at "home": the whole city; on a phone, where that would be too small to read, its heart. */
export function homeView(width: number): { readonly box: Box; readonly padding: typeof covered } {
  // The panel stands over the north-western corner only, where the city is thin: it makes room for half of it.
  return width < 720 ? { box: HEART_BBOX, padding: { left: 12, right: 12, top: 24, bottom: covered.bottom + 40 } } : { box: CITY_BBOX, padding: { left: 230, right: 80, top: 36, bottom: 52 } };
}

export function showCity(): void {
  const { map } = mapState();
  if (!map) return;
  const { box, padding: sides } = homeView(map.getContainer().clientWidth);
  map.fitBounds([[box[0], box[1]], [box[2], box[3]]], { padding: sides, duration: motion(700) });
}

export const zoomBy = (steps: number): void => void mapState().map?.zoomTo(mapState().map!.getZoom() + steps, { duration: motion(180) });

function setRotationHandlers(map: GlMap, on: boolean): void {
  map.dragRotate[on ? 'enable' : 'disable']();
  map.touchZoomRotate[on ? 'enableRotation' : 'disableRotation']();
  map.keyboard[on ? 'enableRotation' : 'disableRotation']();
}

/** Rotation is off by default; turning it off brings north up again. */
export function setRotation(on: boolean): void {
  const { map } = mapState();
  if (!map) return;
  setRotationHandlers(map, on);
  if (!on) {
    map.easeTo({ bearing: 0, ...(mapState().tilted ? {} : { pitch: 0 }), duration: motion(180) });
  }
  setMapState({ rotation: on });
}

const TILT = { pitch: 55, bearing: -20 };
let rotatedBefore = false;

/** From the side, over a box of degrees; who comes by a link that shows the box already keeps its camera. Two fingers or Shift and arrows go around it. */
export function tiltOver([west, south, east, north]: Box, { keepCamera = false } = {}): void {
  const { map, tilted, rotation } = mapState();
  if (!map) return;
  if (!tilted) rotatedBefore = rotation;
  const bearing = map.getBearing() || TILT.bearing;
  setMapState({ tilted: true });
  setRotation(true);
  map.setMaxPitch(60);
  map.touchPitch.enable();
  const pitch = Math.max(map.getPitch(), TILT.pitch);
  const seen = map.getBounds();
  if (keepCamera && map.getZoom() > 14 && seen.contains([(west + east) / 2, (south + north) / 2])) map.easeTo({ pitch, bearing, duration: motion(700) });
  else map.fitBounds([[west, south], [east, north]], { padding: padding(), maxZoom: 18, pitch, bearing, duration: motion(700) });
}

/** Lays the map flat again. */
export function layFlat(): void {
  const { map, tilted } = mapState();
  if (!map || !tilted) return;
  setMapState({ tilted: false });
  map.touchPitch.disable();
  map.easeTo({ pitch: 0, ...(rotatedBefore ? {} : { bearing: 0 }), duration: motion(700) });
  if (!rotatedBefore) setRotationHandlers(map, false);
  setMapState({ rotation: rotatedBefore });
  const limit = (): void => { if (!mapState().tilted) map.setMaxPitch(0); };
  if (map.isMoving()) map.once('moveend', limit);
  else limit();
}

/** Asks again for the tiles that did not arrive. */
export function retryTiles(): void {
  const { map } = mapState();
  if (!map) return;
  setMapState({ tilesFailed: false });
  for (const [name, source] of Object.entries(map.getStyle().sources)) if (source.type === 'vector') map.refreshTiles(name);
}
