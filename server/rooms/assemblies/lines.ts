/** The search for assemblies as lines of an answer, in slices that leave the server time for others. */
import { setImmediate } from 'node:timers/promises';
import type { Assembly, AssemblyLine } from '../../../domain/contract/investment/assemblies.ts';
import { fromPl2000 } from '../../../domain/geo/crs.ts';
import { findAssemblies, type FoundAssembly, type Looking } from '../../../domain/investment/assemblies.ts';
import type { AssemblyNeed } from '../../../domain/investment/assembly-need.ts';
import type { Ground, Parcel } from './assemblies.repository.ts';

/** Between two words of progress. */
const WORD_MS = 200;

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

function boxOf(parcels: readonly Parcel[]): Assembly['bbox'] {
  const [west, south, east, north] = parcels.map(({ box }) => box).reduce((one, other) => [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]);
  // The meridians of PL-2000 lean: the box in degrees holds all four corners.
  const corners = ([[west, south], [west, north], [east, south], [east, north]] as const).map(fromPl2000);
  const [longitudes, latitudes] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [round(Math.min(...longitudes), 7), round(Math.min(...latitudes), 7), round(Math.max(...longitudes), 7), round(Math.max(...latitudes), 7)];
}

const present = ({ parcels, areaM2, compactness, road, sharedM }: FoundAssembly<Parcel>): Assembly => ({
  ids: parcels.map(({ id }) => id), identifiers: parcels.map(({ identifier }) => identifier), areaHa: round(areaM2 / 10_000, 4),
  ownerships: [...new Set(parcels.map(({ ownership }) => ownership ?? 'unknown'))].sort(), compactness: round(compactness, 4), roadContact: road, sharedM: round(sharedM, 1), bbox: boxOf(parcels),
});

/**
 * Between slices of some milliseconds everybody else is served: on the demonstration all is found in less time than a thread of its own would
 * take to start. Ends without the line `done` once the signal is aborted.
 */
export async function* linesOf({ day, land, borders }: Ground, filter: string, need: AssemblyNeed, looking: Looking): AsyncGenerator<AssemblyLine, void, void> {
  yield { line: 'start', parcels: land.length, filter, day };
  let said = Date.now();
  for (const one of findAssemblies(land, borders, need, looking)) {
    if (one.step === 'assembly') { yield { line: 'assembly', assembly: present(one.assembly) }; continue; }
    if (one.step === 'done') {
      if (one.stopped !== 'aborted') yield { line: 'done', found: one.found, stopped: one.stopped };
      return;
    }
    if (Date.now() - said >= WORD_MS) {
      said = Date.now();
      yield { line: 'progress', done: round(one.done, 3), found: one.found };
    }
    await setImmediate();
  }
}
