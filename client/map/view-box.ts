/** The box of degrees that the reader looks at: the map's own, else – without WebGL – what the camera of the address would show, else the city. */
import { CITY_BBOX } from '../../domain/geo/krakow.ts';
import { useMapState } from './map-store.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

const WORLD_PX = 512;

/** What a map of this size would show at a camera `#zoom/latitude/longitude`; null for any other hash. */
export function boxOfHash(hash: string, { width, height }: { readonly width: number; readonly height: number }): Box | null {
  const [, zoom, latitude, longitude] = /^#([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash)?.map(Number) ?? [];
  if (zoom === undefined || latitude === undefined || longitude === undefined || ![zoom, latitude, longitude].every(Number.isFinite) || Math.abs(latitude) > 85) return null;
  const perPixel = 360 / (WORLD_PX * 2 ** zoom);
  const [x, y] = [perPixel * width / 2, perPixel * height / 2 * Math.cos(latitude * Math.PI / 180)];
  return [longitude - x, latitude - y, longitude + x, latitude + y];
}

export function useViewBox(): Box {
  const bounds = useMapState((state) => state.bounds);
  return bounds ?? boxOfHash(location.hash, { width: innerWidth, height: innerHeight }) ?? CITY_BBOX;
}
