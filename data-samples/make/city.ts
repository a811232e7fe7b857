/** The whole model of the city in its order of making: borders, water, green, streets, blocks, districts, plans, land. */
import { makeBorders, type Borders } from './borders.ts';
import { makeCadastralDistricts, type CadastralDistrict } from './cadastral-districts.ts';
import { makeCells, type StreetGraph } from './cells.ts';
import { makeLand, type Land } from './corridors.ts';
import { makeGreens, type Green } from './greens.ts';
import { makeNetwork, type Block } from './network.ts';
import { parcelAreaAt } from './parcel-areas.ts';
import { makePlanAreas } from './plan-areas.ts';
import { makeWaters, type Waters } from './water.ts';

export interface City {
  readonly borders: Borders;
  readonly waters: Waters;
  readonly greens: readonly Green[];
  readonly graph: StreetGraph;
  /** Graph face → block. */
  readonly blocks: ReadonlyMap<number, Block>;
  readonly districtOf: ReadonlyMap<number, CadastralDistrict>;
  readonly plansOf: ReadonlyMap<number, readonly string[]>;
  readonly land: Land;
}

export function makeCity(): City {
  const [borders, waters, greens] = [makeBorders(), makeWaters(), makeGreens()];
  const graph = makeCells(borders, waters, greens);
  const blocks = makeNetwork(graph, parcelAreaAt);
  const districtOf = makeCadastralDistricts(graph, blocks);
  const plansOf = makePlanAreas(graph, blocks);
  const byFace = new Map(blocks.map((block) => [block.face, block]));
  // Strips are cut where the district, the plan or the presence of parcels changes: every face of the land lies in one of each.
  const land = makeLand(graph, (face) => `${districtOf.get(face)!.id} ${(plansOf.get(face) ?? []).join()} ${byFace.get(face)!.parcelArea !== null}`);
  return { borders, waters, greens, graph, blocks: byFace, districtOf, plansOf, land };
}
