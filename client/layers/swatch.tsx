/** A small picture of a class, drawn from the same colours and pixels as the map. */
import { useEffect, useRef } from 'react';
import type { Layer } from '../../domain/layers/layer.ts';
import { lineStrokes } from '../../domain/style/line-look.ts';
import { fillStrength, labelLook } from '../../domain/style/looks.ts';
import { LABEL_FONTS, labelColour } from '../../domain/style/paint-label.ts';
import { isNameOnly } from '../../domain/style/paint-point.ts';
import type { Palette } from '../../domain/style/palette.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { DrawnClass } from '../../domain/style/symbol-classes.ts';
import { useMapState } from '../map/map-store.ts';
import { usePalette } from '../theme/theme.ts';

const WIDTH = 26;
const HEIGHT = 18;
const RATIO = 2;

/** The least width of a line that is seen in a swatch, px. */
const THIN = 1.2;

interface Shown {
  readonly drawn: DrawnClass;
  readonly layer: Layer;
  readonly palette: Palette;
  /** 0–1: how strongly an area is filled. */
  readonly fill: number;
  /** 0–1: the reader's own, of everything the layer draws. */
  readonly opacity: number;
}

function drawArea(pen: CanvasRenderingContext2D, { drawn: { pattern, colours, image }, fill, opacity }: Shown): void {
  if (pattern !== 'none' && pattern !== 'dash') {
    pen.globalAlpha = fill * opacity;
    pen.fillStyle = colours.fill;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }
  pen.globalAlpha = opacity;
  const pixels = image && drawPatternImage(image, RATIO);
  if (pixels) {
    const tile = new OffscreenCanvas(pixels.width, pixels.height);
    tile.getContext('2d')!.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
    pen.save();
    pen.scale(1 / RATIO, 1 / RATIO);
    pen.fillStyle = pen.createPattern(tile, 'repeat')!;
    pen.fillRect(0, 0, WIDTH * RATIO, HEIGHT * RATIO);
    pen.restore();
  }
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  if (pattern === 'dash') pen.setLineDash([4, 2.5]);
  pen.strokeRect(0.75, 0.75, WIDTH - 1.5, HEIGHT - 1.5);
}

/** A piece of the line on the map's own ground, which a white street needs to be seen. */
function drawLine(pen: CanvasRenderingContext2D, { drawn, layer, palette, opacity }: Shown): void {
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
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

function drawPoint(pen: CanvasRenderingContext2D, { drawn: { colours }, layer, palette, opacity }: Shown): void {
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
  pen.arc(WIDTH / 2, HEIGHT / 2, 5, 0, 2 * Math.PI);
  pen.fill();
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
  // As strong as on the map now: an area that is a tint from afar and an outline from near is so here too.
  const fill = useMapState(({ zoom }) => Math.round(20 * fillStrength(layer.id, of ?? zoom)) / 20);
  const inForce = usePalette();
  const palette = given ?? inForce;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.save();
    pen.setTransform(RATIO, 0, 0, RATIO, 0, 0);
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    DRAW[layer.geometry](pen, { drawn, layer, palette, fill, opacity });
    pen.restore();
  }, [drawn, layer, palette, fill, opacity]);
  return <canvas ref={canvas} width={WIDTH * RATIO} height={HEIGHT * RATIO} style={{ width: WIDTH, height: HEIGHT, flex: 'none', borderRadius: 4 }} aria-hidden />;
}
