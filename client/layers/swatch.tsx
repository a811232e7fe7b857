/** A small picture of a class, drawn from the same colours and pixels as the map. */
import { useEffect, useRef } from 'react';
import type { Layer } from '../../domain/layers/layer.ts';
import { fillStrength } from '../../domain/style/looks.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { DrawnClass } from '../../domain/style/symbol-classes.ts';
import { useMapState } from '../map/map-store.ts';

const WIDTH = 26;
const HEIGHT = 18;
const RATIO = 2;

function drawArea(pen: CanvasRenderingContext2D, { pattern, colours, image }: DrawnClass, fill: number): void {
  if (pattern !== 'none' && pattern !== 'dash') {
    pen.globalAlpha = fill;
    pen.fillStyle = colours.fill;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.globalAlpha = 1;
  }
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

function drawLine(pen: CanvasRenderingContext2D, { tone, colours }: DrawnClass): void {
  pen.strokeStyle = tone === 'water' ? colours.fill : colours.ink;
  pen.lineWidth = tone === 'road-minor' ? 2 : 4;
  pen.beginPath();
  pen.moveTo(1, HEIGHT - 4);
  pen.bezierCurveTo(WIDTH / 3, HEIGHT, WIDTH / 2, 0, WIDTH - 1, 4);
  pen.stroke();
}

function drawPoint(pen: CanvasRenderingContext2D, { colours }: DrawnClass): void {
  pen.fillStyle = colours.ink;
  pen.beginPath();
  pen.arc(WIDTH / 2, HEIGHT / 2, 5, 0, 2 * Math.PI);
  pen.fill();
}

const DRAW: Readonly<Record<Layer['geometry'], (pen: CanvasRenderingContext2D, drawn: DrawnClass, fill: number) => void>> = { polygon: drawArea, line: drawLine, point: drawPoint };

/** Decoration beside the class's name, which says the same in words. `zoom`: of a picture other than the map, as on paper. */
export function Swatch({ drawn, layer: { id, geometry }, zoom: of }: { readonly drawn: DrawnClass; readonly layer: Layer; readonly zoom?: number }) {
  // As strong as on the map now: an area that is a tint from afar and an outline from near is so here too.
  const fill = useMapState(({ zoom }) => Math.round(20 * fillStrength(id, of ?? zoom)) / 20);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.setTransform(RATIO, 0, 0, RATIO, 0, 0);
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    DRAW[geometry](pen, drawn, fill);
  }, [drawn, geometry, fill]);
  return <canvas ref={canvas} width={WIDTH * RATIO} height={HEIGHT * RATIO} style={{ width: WIDTH, height: HEIGHT, flex: 'none', borderRadius: 4 }} aria-hidden />;
}
