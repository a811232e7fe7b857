/** Assemblies: equal to trying every set of a small grid, with every limit; laws of what a parcel, a border, a limit may change; stopping. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LandPiece, SharedBorder } from '../../domain/investment/assembly-graph.ts';
import type { AssemblyNeed } from '../../domain/investment/assembly-need.ts';
import { type AssemblyStep, findAssemblies, type FoundAssembly, TRIES } from '../../domain/investment/assemblies.ts';

interface Ground { readonly land: readonly LandPiece[]; readonly borders: readonly SharedBorder[] }
const all = { limit: Number.MAX_SAFE_INTEGER };
const told = (ground: Ground, need: AssemblyNeed, looking = all): FoundAssembly[] => [...findAssemblies(ground.land, ground.borders, need, looking)].flatMap((one) => (one.step === 'assembly' ? [one.assembly] : []));
const nameOf = ({ parcels }: FoundAssembly): string => parcels.map(({ id }) => id).join('+');
const names = (ground: Ground, need: AssemblyNeed): string[] => told(ground, need).map(nameOf);

/** A grid of rectangles: columns of these widths, rows of these heights; some fields are missing, holders and roads by chance. */
const grounds: fc.Arbitrary<Ground> = fc.record({
  widths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), heights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 3 }),
  fields: fc.array(fc.record({ there: fc.integer({ min: 0, max: 5 }), ownership: fc.constantFrom('municipality', 'state', 'company', null), roadContact: fc.constantFrom(true, false, false, null) }), { minLength: 12, maxLength: 12 }),
}).map(({ widths, heights, fields }) => {
  const at = (x: number, y: number): number => y * widths.length + x;
  const land = heights.flatMap((height, y) => widths.flatMap((width, x) => {
    const { there, ownership, roadContact } = fields[at(x, y)]!;
    return there === 0 ? [] : [{ id: 100 + at(x, y), areaM2: width * height, perimeterM: 2 * (width + height), ownership, roadContact }];
  }));
  const ids = new Set(land.map(({ id }) => id));
  const borders = heights.flatMap((height, y) => widths.flatMap((width, x) => [
    ...(x + 1 < widths.length ? [{ a: 100 + at(x, y), b: 100 + at(x + 1, y), sharedM: height }] : []), ...(y + 1 < heights.length ? [{ a: 100 + at(x, y), b: 100 + at(x, y + 1), sharedM: width }] : []),
  ])).filter(({ a, b }) => ids.has(a) && ids.has(b));
  return { land, borders };
});
const needs: fc.Arbitrary<AssemblyNeed> = fc.record({
  areaMinM2: fc.integer({ min: 1, max: 60 }), areaMaxM2: fc.option(fc.integer({ min: 10, max: 120 }), { nil: undefined }), maxParcels: fc.integer({ min: 2, max: 8 }),
  maxOwners: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), minCompactness: fc.option(fc.double({ min: 0.1, max: 0.78, noNaN: true }), { nil: undefined }), road: fc.option(fc.boolean(), { nil: undefined }),
});

/** The definition, word for word, on every set there is. */
function byForce({ land, borders }: Ground, need: AssemblyNeed): { parcels: readonly LandPiece[]; compactness: number }[] {
  const connected = (set: readonly LandPiece[]): boolean => {
    const reached = new Set(set.slice(0, 1).map(({ id }) => id));
    for (let grew = true; grew;) {
      grew = false;
      for (const { a, b } of borders) for (const [from, to] of [[a, b], [b, a]] as const) if (reached.has(from) && !reached.has(to) && set.some(({ id }) => id === to)) { reached.add(to); grew = true; }
    }
    return reached.size === set.length;
  };
  const compactnessOf = (set: readonly LandPiece[]): number => {
    const [area, around] = [set.reduce((sum, { areaM2 }) => sum + areaM2, 0), set.reduce((sum, { perimeterM }) => sum + perimeterM, 0)];
    const within = borders.filter(({ a, b }) => set.some(({ id }) => id === a) && set.some(({ id }) => id === b)).reduce((sum, { sharedM }) => sum + sharedM, 0);
    return (4 * Math.PI * area) / (around - 2 * within) ** 2;
  };
  const fits = (set: readonly LandPiece[]): boolean => {
    const area = set.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const holders = new Set(set.map(({ id, ownership }) => ownership ?? id)).size;
    return set.length <= need.maxParcels && area >= need.areaMinM2 && area <= (need.areaMaxM2 ?? Infinity) && holders <= (need.maxOwners ?? Infinity)
      && compactnessOf(set) >= (need.minCompactness ?? 0) && (need.road !== true || set.some(({ roadContact }) => roadContact === true)) && connected(set);
  };
  const fitting: number[] = [];
  for (let mask = 1; mask < 1 << land.length; mask++) if (fits(land.filter((_, at) => mask & (1 << at)))) fitting.push(mask);
  return fitting.filter((mask) => !fitting.some((part) => part !== mask && (part & mask) === part)).map((mask) => land.filter((_, at) => mask & (1 << at))).filter((set) => set.length > 1)
    .map((parcels) => ({ parcels, compactness: compactnessOf(parcels) }));
}

describe('assemblies', () => {
  it('are those that trying every set finds, each once, with every limit', () => {
    let some = 0;
    fc.assert(fc.property(grounds, needs, (ground, need) => {
      const expected = byForce(ground, need).map(({ parcels }) => parcels.map(({ id }) => id).join('+'));
      some += expected.length;
      expect(names(ground, need).sort()).toEqual(expected.sort());
    }), { numRuns: 400 });
    expect(some).toBeGreaterThan(100);
  });

  it('come with the fewest parcels first, then the most compact; a limit cuts the end and says so', () => {
    fc.assert(fc.property(grounds, needs, fc.integer({ min: 1, max: 6 }), (ground, need, limit) => {
      const every = told(ground, need);
      for (const [at, one] of every.slice(1).entries()) {
        expect(one.parcels.length).toBeGreaterThanOrEqual(every[at]!.parcels.length);
        if (one.parcels.length === every[at]!.parcels.length) expect(one.compactness).toBeLessThanOrEqual(every[at]!.compactness);
      }
      const steps = [...findAssemblies(ground.land, ground.borders, need, { limit })];
      expect(steps.flatMap((one) => (one.step === 'assembly' ? [nameOf(one.assembly)] : []))).toEqual(every.slice(0, limit).map(nameOf));
      const done = steps.at(-1) as AssemblyStep & { step: 'done' };
      expect(done.step).toBe('done');
      if (every.length > limit) expect(done.stopped).toBe('limit');
      if (every.length < limit) expect(done).toEqual({ step: 'done', found: every.length, stopped: null });
    }), { numRuns: 150 });
  });

  it('say what they are: area, metres within, shape, holders, road', () => {
    fc.assert(fc.property(grounds, needs, (ground, need) => {
      for (const { parcels, areaM2, sharedM, perimeterM, compactness, owners, road } of told(ground, need)) {
        expect(areaM2).toBe(parcels.reduce((sum, piece) => sum + piece.areaM2, 0));
        expect(perimeterM).toBe(parcels.reduce((sum, piece) => sum + piece.perimeterM, 0) - 2 * sharedM);
        expect(compactness).toBeCloseTo((4 * Math.PI * areaM2) / perimeterM ** 2, 12);
        expect([owners, road]).toEqual([new Set(parcels.map(({ id, ownership }) => ownership ?? id)).size, parcels.some(({ roadContact }) => roadContact === true)]);
      }
    }), { numRuns: 100 });
  });

  it('without a parcel are those that it was not in, and no others', () => {
    fc.assert(fc.property(grounds, needs, fc.nat(), (ground, need, pick) => {
      const gone = ground.land[pick % Math.max(1, ground.land.length)]?.id;
      const left = { ...ground, land: ground.land.filter(({ id }) => id !== gone) };
      expect(names(left, need).sort()).toEqual(told(ground, need).filter(({ parcels }) => parcels.every(({ id }) => id !== gone)).map(nameOf).sort());
    }), { numRuns: 150 });
  });

  it('of at most so many parcels are the beginning of those of more; the order of what is given does not matter', () => {
    fc.assert(fc.property(grounds, needs, fc.integer({ min: 2, max: 7 }), (ground, need, fewer) => {
      const most = told(ground, { ...need, maxParcels: 8 });
      expect(names(ground, { ...need, maxParcels: fewer })).toEqual(most.filter(({ parcels }) => parcels.length <= fewer).map(nameOf));
      expect(names({ land: ground.land.toReversed(), borders: ground.borders.toReversed().map(({ a, b, sharedM }) => ({ a: b, b: a, sharedM })) }, need)).toEqual(names(ground, need));
    }), { numRuns: 150 });
  });

  it('need a border: a corner joins nothing, and what meets the need alone is in none', () => {
    const piece = (id: number, areaM2: number, more: Partial<LandPiece> = {}): LandPiece => ({ id, areaM2, perimeterM: 4 * Math.sqrt(areaM2), ownership: 'municipality', roadContact: false, ...more });
    const corner: Ground = { land: [piece(1, 100), piece(2, 100)], borders: [] };
    expect(names(corner, { areaMinM2: 150, maxParcels: 4 })).toEqual([]);
    const beside: Ground = { ...corner, borders: [{ a: 1, b: 2, sharedM: 10 }] };
    expect(names(beside, { areaMinM2: 150, maxParcels: 4 })).toEqual(['1+2']);
    expect(names(beside, { areaMinM2: 100, maxParcels: 4 })).toEqual([]);
    // Large enough alone, but without a road, which the small one brings.
    const behind: Ground = { land: [piece(1, 200), piece(2, 20, { roadContact: true }), piece(3, 30, { roadContact: null })], borders: [{ a: 1, b: 2, sharedM: 4 }, { a: 1, b: 3, sharedM: 4 }] };
    expect(names(behind, { areaMinM2: 150, maxParcels: 4, road: true })).toEqual(['1+2']);
  });
});

describe('looking', () => {
  /** 40 × 40 equal fields: more sets of eight than anybody waits for. */
  const side = 40;
  const field = (x: number, y: number): number => 1 + y * side + x;
  const numbers = Array.from({ length: side }, (_, at) => at);
  const wide: Ground = {
    land: numbers.flatMap((y) => numbers.map((x) => ({ id: field(x, y), areaM2: 100, perimeterM: 40, ownership: 'municipality', roadContact: true }))),
    borders: numbers.flatMap((y) => numbers.flatMap((x) => [...(x + 1 < side ? [{ a: field(x, y), b: field(x + 1, y), sharedM: 10 }] : []), ...(y + 1 < side ? [{ a: field(x, y), b: field(x, y + 1), sharedM: 10 }] : [])])),
  };
  const need: AssemblyNeed = { areaMinM2: 800, maxParcels: 8 };

  it('counts all sets of a grid: 1,560 dominoes twice, trominoes, tetrominoes', () => {
    const count = (parcels: number): number => told(wide, { areaMinM2: 100 * parcels, maxParcels: parcels }).length;
    // Fixed polyominoes of each box, by the places of the box: 2; 2 straight and 4 bent; 19.
    expect([count(2), count(3), count(4)]).toEqual([2 * 40 * 39, 2 * 40 * 38 + 4 * 39 * 39, 2 * 40 * 37 + 39 * 39 + (8 + 4 + 4) * 39 * 38]);
  });

  it('tells progress that only grows, and can be left at any word', () => {
    const shares: number[] = [];
    let words = 0;
    for (const one of findAssemblies(wide.land, wide.borders, need, { limit: 5 })) {
      if (one.step === 'progress') shares.push(one.done);
      if (++words === 50) break;
    }
    expect(shares).toHaveLength(50);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('ends at its time with the best of what it has seen, and says so', () => {
    let clock = 0;
    const steps = [...findAssemblies(wide.land, wide.borders, need, { limit: 5, limitMs: 100, now: () => clock++ })];
    expect(steps.at(-1)).toMatchObject({ step: 'done', stopped: 'time' });
    expect(steps.filter(({ step }) => step === 'progress').length).toBeLessThanOrEqual(101);
  });

  it('ends when it is aborted, without telling more', () => {
    const signal = { aborted: false };
    const seen: AssemblyStep[] = [];
    for (const one of findAssemblies(wide.land, wide.borders, need, { limit: 5, signal })) {
      seen.push(one);
      signal.aborted = true;
    }
    expect(seen.map(({ step }) => step)).toEqual(['progress', 'done']);
    expect(seen.at(-1)).toMatchObject({ stopped: 'aborted' });
    expect(TRIES).toBeGreaterThan(100);
  });
});
