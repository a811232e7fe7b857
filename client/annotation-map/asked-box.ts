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

const width = ([west, , east]: Box): number => east - west;
const holds = (box: Box, [west, south, east, north]: Box): boolean => box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north;

/** The box to ask for when `held` has been asked for: that one as long as the view lies in it and it is not `most` times as wide as it would be now. */
export const boxToAsk = (held: Box, view: Box, most: number): Box => {
  const box = padded(view);
  return holds(held, view) && width(held) <= most * width(box) ? held : box;
};

/** The box that is asked for, a moment after the view stopped moving; the same array as long as it serves. */
export function useAskedBox(view: Box, waitMs: number, most: number): Box {
  const [asked, setAsked] = useState(() => padded(view));
  const words = view.join();
  useEffect(() => {
    const timer = setTimeout(() => setAsked((held) => {
      const box = boxToAsk(held, words.split(',').map(Number) as unknown as Box, most);
      return box.join() === held.join() ? held : box;
    }), waitMs);
    return () => clearTimeout(timer);
  }, [words, waitMs, most]);
  return asked;
}
