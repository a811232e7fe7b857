/** A seeded session of people at the map: where they open it, and how they pan and zoom. The same list of tiles at every run. */
import { LAYERS } from '../domain/layers/index.ts';
import type { TileAddress } from '../tiles/address.ts';

export interface TileRequest { readonly layers: string; readonly address: TileAddress }

/** Deterministic random numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Rynek Główny, the strategic areas, housing districts; the first are visited most (Zipf). */
const PLACES = [
  [19.9373, 50.0617], [20.0369, 50.072], [19.9862, 50.0431], [19.8, 50.078], [20.09, 50.082], [19.92, 50.085], [20.01, 50.03], [19.89, 50.02], [19.96, 50.02], [20.05, 50.01],
] as const;

const VISIBLE = LAYERS.filter((layer) => layer.visible);

/** One person: opens the map at a place and zoom with 6–9 tiles a layer, then pans and zooms 10–25 times. */
function visit(random: () => number): TileRequest[] {
  const weights = PLACES.map((_, i) => 1 / (i + 1));
  let pick = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const [lon, lat] = PLACES[weights.findIndex((weight) => (pick -= weight) <= 0)] ?? PLACES[0];
  let z = [12, 14, 16][Math.floor(random() * 3)]!;
  let [x, y] = [(lon + 180) / 360 + (random() - 0.5) * 2e-4, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2 + (random() - 0.5) * 2e-4];
  const requests: TileRequest[] = [];
  const look = (): void => {
    for (const layer of VISIBLE.filter(({ zooms }) => z >= zooms.min)) {
      const level = Math.min(z, layer.zooms.maxTile);
      const [column, row] = [Math.floor(x * 2 ** level), Math.floor(y * 2 ** level)];
      for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) requests.push({ layers: layer.id, address: { z: level, x: column + dx, y: row + dy } });
    }
  };
  look();
  for (let steps = 10 + Math.floor(random() * 16); steps > 0; steps -= 1) {
    const turn = random();
    if (turn < 0.15 && z < 17) z += 1;
    else if (turn < 0.3 && z > 11) z -= 1;
    else { x += (random() - 0.5) / 2 ** z; y += (random() - 0.5) / 2 ** z; }
    look();
  }
  return withoutRepeats(requests);
}

/** A browser asks for a tile once. */
const withoutRepeats = (requests: TileRequest[]): TileRequest[] => [...new Map(requests.map((request) => [pathOf(request), request])).values()];

export const pathOf = ({ layers, address: { z, x, y } }: TileRequest): string => `/tiles/${layers}/${z}/${x}/${y}.mvt`;

/** The requests of so many visits, one visit after another. */
export function session(visits: number, seed = 12_610): TileRequest[] {
  const random = seeded(seed);
  return Array.from({ length: visits }, () => visit(random)).flat();
}
