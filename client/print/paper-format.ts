/** A sheet of A4 and its scale: how large the map is on it, and which zoom gives which scale. */

export type Orientation = 'portrait' | 'landscape';

export const PX_PER_MM = 96 / 25.4;
/** The map on the sheet, mm: what margins (10 mm), heading, legend and footer leave. */
export const MAP_MM: Readonly<Record<Orientation, { readonly width: number; readonly height: number }>> = {
  portrait: { width: 190, height: 176 }, landscape: { width: 213, height: 154 },
};

/** Scales people know, 1 : n. */
export const SCALES = [250, 500, 1000, 2000, 5000, 10_000, 20_000, 25_000, 50_000, 100_000] as const;

const EQUATOR_M = 40_075_016.686;
const TILE_PX = 512;

/** Metres on the ground in a CSS pixel of the map. */
const metresPerPixel = (zoom: number, latitude: number): number => (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);

/** The zoom at which a printed map has the scale 1 : n, when it is printed without enlarging. */
export const zoomOfScale = (n: number, latitude: number): number => Math.log2((EQUATOR_M * Math.cos((latitude * Math.PI) / 180) * PX_PER_MM * 1000) / (TILE_PX * n));

/** The largest usual scale at which paper shows what the screen shows, bar a fifth. */
export function scaleOfView(view: { readonly zoom: number; readonly latitude: number; readonly widthPx: number; readonly heightPx: number }, orientation: Orientation): number {
  const { width, height } = MAP_MM[orientation];
  const metres = metresPerPixel(view.zoom, view.latitude);
  const n = Math.max((view.widthPx * metres * 1000) / width, (view.heightPx * metres * 1000) / height);
  return SCALES.find((scale) => scale >= n * 0.8) ?? SCALES.at(-1)!;
}

/** A round distance for the scale bar, at most 50 mm long: metres and millimetres. */
export function scaleBar(n: number): { readonly metres: number; readonly mm: number } {
  const longest = n * 0.05;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((one) => one <= longest)!;
  return { metres, mm: (metres / n) * 1000 };
}
