/** A picture of the map for paper: a second map out of sight, of the paper's size and fineness, drawn once and thrown away. */
import type { Map as GlMap, StyleSpecification } from 'maplibre-gl';
import type { Style } from '../../domain/style/style-types.ts';
import { drawPatterns } from './pattern-images.ts';

const PATIENCE_MS = 90_000;

export interface PictureTask {
  readonly style: Style;
  /** The map on the screen: its overlays (selection, measurements, files) are drawn too. */
  readonly live: GlMap;
  readonly center: readonly [lon: number, lat: number];
  readonly zoom: number;
  readonly bearing: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

export interface Picture {
  readonly image: Blob;
  /** Attributes of everything that is on the picture, by layer of the catalogue. */
  readonly drawn: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
}

/** The live map's layers in their order – tools' and backgrounds' too – with ours as `style` has them. */
function forPaper(style: Style, live: GlMap): StyleSpecification {
  const own = style as unknown as StyleSpecification;
  const shown = live.getStyle();
  const ours = new Map(own.layers.map((layer) => [layer.id, layer]));
  return { ...own, sources: { ...shown.sources, ...own.sources }, layers: shown.layers.map((layer) => ours.get(layer.id) ?? layer) };
}

function drawnObjects(map: GlMap): Picture['drawn'] {
  const drawn = new Map<string, Record<string, unknown>[]>();
  for (const { layer, properties } of map.queryRenderedFeatures()) {
    const id = (layer.metadata as Record<string, unknown> | undefined)?.['msip:layer'];
    if (typeof id === 'string' && layer.type !== 'symbol') drawn.set(id, [...(drawn.get(id) ?? []), properties]);
  }
  return drawn;
}

/** Draws the picture; rejects when the map does not come to rest in 90 s. */
export async function drawPicture({ style, live, center, zoom, bearing, width, height, pixelRatio }: PictureTask): Promise<Picture> {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'fixed', left: '0', top: '0', width: `${width}px`, height: `${height}px`, visibility: 'hidden', zIndex: '-1' });
  document.body.append(container);
  // The live map's own class: importing the library here would move it out of the one chunk that the first view names.
  const LiveMap = live.constructor as typeof GlMap;
  const map = new LiveMap({
    container, style: forPaper(style, live), center: [...center], zoom, bearing, pixelRatio, interactive: false, attributionControl: false, fadeDuration: 0, validateStyle: false,
    canvasContextAttributes: { preserveDrawingBuffer: true }, maxZoom: 22,
  });
  try {
    drawPatterns(map);
    await Promise.race([map.once('idle'), new Promise((_, reject) => { setTimeout(() => reject(new Error('the map of the print did not come to rest')), PATIENCE_MS); })]);
    const image = await new Promise<Blob | null>((resolve) => { map.getCanvas().toBlob(resolve, 'image/png'); });
    if (!image) throw new Error('the map of the print could not be read');
    return { image, drawn: drawnObjects(map) };
  } finally {
    map.remove();
    container.remove();
  }
}
