/** The map library itself, loaded after the page stands: makes the GL map and keeps its style in step without losing what tools have drawn. */
import { Map as GlMap, setWorkerUrl, type MapOptions, type StyleSpecification, type VectorTileSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { GATE_BBOX } from '../../domain/geo/krakow.ts';
import { BACKGROUND_PREFIX } from '../../domain/style/background.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { Style } from '../../domain/style/style-types.ts';
import { homeView } from './camera.ts';
import { warmUp } from './warm-up.ts';
import './gl.css';

setWorkerUrl(workerUrl);

const PIXEL_RATIO = 2;
/** Letters outside of the first font file must be there before a glyph is drawn: a glyph drawn in a wrong font stays. */
const LETTERS = 'Aą1ŁźŻę';

const loadFonts = () => Promise.all([
  document.fonts.load('400 48px Inter', LETTERS), document.fonts.load('600 48px "Inter SemiBold"', LETTERS), document.fonts.load('700 48px "Inter Bold"', LETTERS),
]).catch(() => undefined);

const asSpecification = (style: Style) => style as unknown as StyleSpecification;

export interface OpenOptions {
  readonly container: HTMLElement;
  readonly style: Style;
  readonly title: string;
  readonly calm: boolean;
}

/** Makes the map: north up, within reach of Kraków, camera in the hash. Resolves as soon as the style is in. */
export async function openMap({ container, style, title, calm }: OpenOptions): Promise<GlMap> {
  await loadFonts();
  const [west, south, east, north] = GATE_BBOX;
  const { box, padding } = homeView(container.clientWidth);
  const options: MapOptions = {
    container, style: asSpecification(style), hash: true, bounds: [...box], fitBoundsOptions: { padding }, minZoom: 9.5, maxZoom: 20,
    maxBounds: [[west - 0.25, south - 0.15], [east + 0.25, north + 0.15]],
    attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: 0, validateStyle: false,
    fadeDuration: calm ? 0 : 120, locale: { 'Map.Title': title },
  };
  const map = new GlMap(options);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver(async (id) => {
    const image = drawPatternImage(id, PIXEL_RATIO);
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });
  if (!map.isStyleLoaded()) await map.once('style.load');
  warmUp(map);
  return map;
}

/** Tiles of another day come into the sources that stand: what is drawn stays until they are there. */
export function changeTiles(map: GlMap, { sources }: Style): void {
  for (const [name, { tiles }] of Object.entries(sources)) {
    const source = map.getSource<VectorTileSource>(name);
    if (source?.type === 'vector' && Array.isArray(tiles) && String(source.tiles) !== String(tiles)) source.setTiles(tiles as string[]);
  }
}

/** Brings the style up to date by its differences. Sources and layers that others have added stay, above ours. */
export function applyStyle(map: GlMap, style: Style): void {
  changeTiles(map, style);
  map.setStyle(asSpecification(style), {
    diff: true,
    validate: false,
    transformStyle: (previous, next) => {
      const ours = new Set(next.layers.map(({ id }) => id));
      const foreign = Object.entries(previous?.sources ?? {}).filter(([name]) => !(name in next.sources) && !name.startsWith(BACKGROUND_PREFIX));
      const names = new Set(foreign.map(([name]) => name));
      const drawn = (previous?.layers ?? []).filter((layer) => !ours.has(layer.id) && 'source' in layer && names.has(layer.source as string));
      return { ...next, sources: { ...next.sources, ...Object.fromEntries(foreign) }, layers: [...next.layers, ...drawn] };
    },
  });
}
