/** The whole model of the city in its order of making: borders, water, green, streets, blocks, districts, plans; and the land they stand on. */
import { makeBorders, type Borders } from './borders.ts';
import { makeCadastralDistricts, type CadastralDistrict } from './cadastral-districts.ts';
import { makeCells, type StreetGraph } from './cells.ts';
import { makeLand, type Land } from './corridors.ts';
import { makeGreens, type Green } from './greens.ts';
import { Lines } from './lines.ts';
import { makeNetwork, type Block } from './network.ts';
import { parcelAreaAt } from './parcel-areas.ts';
import { makePlanAreas } from './plan-areas.ts';
import { PLANS } from './plan-catalogue.ts';
import { makeWaters, type Waters } from './water.ts';

export interface City {
  readonly borders: Borders;
  readonly waters: Waters;
  readonly greens: readonly Green[];
  readonly graph: StreetGraph;
  readonly lines: Lines;
  /** Graph face → block. */
  readonly blocks: ReadonlyMap<number, Block>;
  readonly districtOf: ReadonlyMap<number, CadastralDistrict>;
  readonly plansOf: ReadonlyMap<number, readonly string[]>;
}

export function makeCity(): City {
  const [borders, waters, greens] = [makeBorders(), makeWaters(), makeGreens()];
  const graph = makeCells(borders, waters, greens);
  const blocks = makeNetwork(graph, parcelAreaAt);
  return {
    borders, waters, greens, graph, lines: new Lines(graph), blocks: new Map(blocks.map((block) => [block.face, block])),
    districtOf: makeCadastralDistricts(graph, blocks), plansOf: makePlanAreas(graph, blocks),
  };
}

/** What must not change within a strip: cadastral district, plans, and whether there are parcels. */
/** Changes of plans divide nothing: their borders run between blocks. */
const CHANGES: ReadonlySet<string> = new Set(PLANS.filter(({ changes }) => changes).map(({ key }) => key));

const keyOf = ({ blocks, districtOf, plansOf }: City) => (face: number): string =>
  `${districtOf.get(face)!.id} ${(plansOf.get(face) ?? []).filter((plan) => !CHANGES.has(plan)).join()} ${blocks.get(face)!.parcelArea !== null}`;

/** Blocks and strips of the whole city, for zones. */
export const wholeLand = (city: City): Land => makeLand(city.graph, city.lines, { keyOf: keyOf(city) });

/** Blocks and strips of the parcel areas only, which is what a first start has to make. */
export const parcelLand = (city: City): Land =>
  makeLand(city.graph, city.lines, { keyOf: keyOf(city), wanted: (face) => city.blocks.get(face)!.parcelArea !== null });
