/** The box that is asked for: more than what is seen, on a raster, so that small movements ask nothing. */
import { useEffect, useState } from 'react';

type Box = readonly [west: number, south: number, east: number, north: number];

/** Half a view more on every side, outwards to a raster of a quarter of the view. */
export function padded([west, south, east, north]: Box): Box {
  const [width, height] = [Math.max(east - west, 1e-4), Math.max(north - south, 1e-4)];
  // A raster that is the same for views of nearly one size: powers of two.
  const step = (size: number) => 2 ** Math.round(Math.log2(size / 4));
  const [x, y] = [step(width), step(height)];
  const down = (value: number, raster: number) => Math.floor(value / raster) * raster;
  const up = (value: number, raster: number) => Math.ceil(value / raster) * raster;
  return [down(west - width / 4, x), down(south - height / 4, y), up(east + width / 4, x), up(north + height / 4, y)];
}

/** A box as it stands a moment after it stopped changing; the same array while its numbers stay. */
export function useSettled(box: Box, waitMs: number): Box {
  const [settled, setSettled] = useState(box);
  const words = box.join();
  useEffect(() => {
    if (words === settled.join()) return;
    const timer = setTimeout(() => setSettled(words.split(',').map(Number) as unknown as Box), waitMs);
    return () => clearTimeout(timer);
  }, [words, waitMs, settled]);
  return settled;
}
