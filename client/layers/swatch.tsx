/** A small picture of a class, drawn from the same colours and pixels as the map. */
import { useEffect, useRef } from 'react';
import type { Layer } from '../../domain/layers/layer.ts';
import { areaLook, atZoom, isFilled, OUTLINE_DASH } from '../../domain/style/area-look.ts';
import { fillFactorOver } from '../../domain/style/compose-style.ts';
import { lineStrokes } from '../../domain/style/line-look.ts';
import { labelLook } from '../../domain/style/looks.ts';
import { LABEL_FONTS, labelColour } from '../../domain/style/paint-label.ts';
import { DOT, isNameOnly } from '../../domain/style/paint-point.ts';
import type { Palette } from '../../domain/style/palette.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { DrawnClass } from '../../domain/style/symbol-classes.ts';
import { useMapState } from '../map/map-store.ts';
import { usePalette } from '../theme/theme.ts';
import { useDrawnBackground } from './background.ts';

const WIDTH = 26;
const HEIGHT = 18;
const RATIO = 2;

/** The least width of a line that is seen in a swatch, px. */
const THIN = 1.2;
/** The least radius of a dot that is seen, px. */
const SMALL = 4;

interface Shown {
  readonly drawn: DrawnClass;
  readonly layer: Layer;
  readonly palette: Palette;
  readonly zoom: number;
  /** 0–1: what fills keep over a background. */
  readonly fillFactor: number;
  /** 0–1: the reader's own, of everything the layer draws. */
  readonly opacity: number;
}

function drawPattern(pen: CanvasRenderingContext2D, image: string): void {
  const pixels = drawPatternImage(image, RATIO);
  if (!pixels) return;
  const tile = new OffscreenCanvas(pixels.width, pixels.height);
  tile.getContext('2d')!.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
  pen.save();
  pen.scale(1 / RATIO, 1 / RATIO);
  pen.fillStyle = pen.createPattern(tile, 'repeat')!;
  pen.fillRect(0, 0, WIDTH * RATIO, HEIGHT * RATIO);
  pen.restore();
}

function drawArea(pen: CanvasRenderingContext2D, { drawn, layer, palette, zoom, fillFactor, opacity }: Shown): void {
  const { colours, image, pattern: kind } = drawn;
  const { fill, pattern, outline } = areaLook(layer, palette, fillFactor);
  if (isFilled(layer, drawn)) {
    pen.globalAlpha = atZoom(fill, zoom) * opacity;
    pen.fillStyle = colours.fill;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }
  pen.globalAlpha = atZoom(pattern, zoom) * opacity;
  if (image) drawPattern(pen, image);
  if (!outline) return;
  const px = Math.max(THIN, atZoom(outline.width, zoom));
  pen.globalAlpha = atZoom(outline.strength, zoom) * opacity;
  pen.strokeStyle = colours.ink;
  pen.lineWidth = px;
  pen.setLineDash(kind === 'dash' ? OUTLINE_DASH.map((part) => part * px) : []);
  pen.strokeRect(px / 2, px / 2, WIDTH - px, HEIGHT - px);
}

function drawLine(pen: CanvasRenderingContext2D, { drawn, layer, palette, opacity }: Shown): void {
  for (const { colour, width, dash, strength } of lineStrokes(layer, drawn, palette)) {
    const px = Math.max(THIN, width);
    pen.globalAlpha = strength * opacity;
    pen.strokeStyle = colour;
    pen.lineWidth = px;
    pen.setLineDash(dash ? dash.map((part) => part * px) : []);
    // A dash begins as far from the edge as a gap would leave it.
    pen.lineDashOffset = dash ? -(dash[1] * px) / 2 : 0;
    pen.beginPath();
    pen.moveTo(-1, HEIGHT / 2 + 3);
    pen.bezierCurveTo(WIDTH / 3, HEIGHT / 2 + 4, (2 * WIDTH) / 3, HEIGHT / 2 - 4, WIDTH + 1, HEIGHT / 2 - 3);
    pen.stroke();
  }
}

function drawPoint(pen: CanvasRenderingContext2D, { drawn: { colours }, layer, palette, zoom, opacity }: Shown): void {
  pen.globalAlpha = opacity;
  if (isNameOnly(layer)) {
    pen.fillStyle = labelColour(layer.id, palette);
    pen.font = `13px "${LABEL_FONTS[labelLook(layer.id).weight]}", Inter, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText('Aa', WIDTH / 2, HEIGHT / 2 + 0.5);
    return;
  }
  pen.fillStyle = colours.ink;
  pen.beginPath();
  pen.arc(WIDTH / 2, HEIGHT / 2, Math.max(SMALL, atZoom(DOT.radius, zoom)), 0, 2 * Math.PI);
  pen.fill();
  pen.strokeStyle = palette.halo;
  pen.lineWidth = DOT.rim;
  pen.stroke();
}

const DRAW: Readonly<Record<Layer['geometry'], (pen: CanvasRenderingContext2D, shown: Shown) => void>> = { polygon: drawArea, line: drawLine, point: drawPoint };

interface Props {
  readonly drawn: DrawnClass;
  readonly layer: Layer;
  /** Of a picture other than the map, as on paper. */
  readonly zoom?: number;
  /** Absent: the one in force. */
  readonly palette?: Palette;
  /** 0–1: the reader's own. */
  readonly opacity?: number;
}

/** Decoration beside the class's name, which says the same in words. */
export function Swatch({ drawn, layer, zoom: of, palette: given, opacity = 1 }: Props) {
  // As on the map now: an area that is a tint from afar and an outline from near is so here too.
  const zoom = useMapState((state) => Math.round(20 * Math.min(layer.zooms.max, Math.max(layer.zooms.min, of ?? state.zoom))) / 20);
  const fillFactor = fillFactorOver(useDrawnBackground());
  const inForce = usePalette();
  const palette = given ?? inForce;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.save();
    pen.setTransform(RATIO, 0, 0, RATIO, 0, 0);
    // The map's own ground: a white street needs it to be seen, and what is transparent is so above it.
    pen.fillStyle = palette.ground;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    DRAW[layer.geometry](pen, { drawn, layer, palette, zoom, fillFactor, opacity });
    pen.restore();
  }, [drawn, layer, palette, zoom, fillFactor, opacity]);
  return <canvas ref={canvas} width={WIDTH * RATIO} height={HEIGHT * RATIO} style={{ width: WIDTH, height: HEIGHT, flex: 'none', borderRadius: 4 }} aria-hidden />;
}
