/** No tile is larger than 500 kB, and what is left out is the smallest. */
import { describe, expect, it } from 'vitest';
import { MAX_TILE_BYTES, renderComposite, renderWithin } from '../../tiles/budget.ts';
import { layer, scriptedEngine } from './support/engines.ts';

const HERE = { z: 14, x: 9098, y: 5563 };
const nothingKept = (): Promise<undefined> => Promise.resolve(undefined);

/** A layer of so many features of so many bytes each; the largest features are the heaviest. */
function heavy(features: number, bytesEach: number) {
  const engine = scriptedEngine();
  engine.render = ({ options }) => {
    const kept = Math.min(features, options.largest ?? features);
    return Promise.resolve({ mvt: Buffer.alloc(Math.round(kept * bytesEach * (1 + (features - kept) / features)), 7), features: kept });
  };
  return engine;
}

describe('one layer', () => {
  it('within the limit is left as it is', async () => {
    const engine = heavy(1000, 400);
    expect(await renderWithin(engine, layer('parcels'), HERE, '2026-01-01', MAX_TILE_BYTES)).toMatchObject({ reduced: false });
    expect(engine.renderings).toHaveLength(1);
  });

  it.each([[2_000, 300], [100_000, 60], [3, 250_000]])('of %d features of %d bytes is reduced to the largest that fit', async (features, bytes) => {
    const engine = heavy(features, bytes);
    const { mvt, reduced } = await renderWithin(engine, layer('parcels'), HERE, '2026-01-01', MAX_TILE_BYTES);
    expect(reduced).toBe(true);
    expect(mvt.length).toBeLessThanOrEqual(MAX_TILE_BYTES);
    // Not thrown away needlessly: at least a third of what is allowed is used.
    expect(mvt.length).toBeGreaterThan(MAX_TILE_BYTES / 3);
  });

  it('of one feature larger than the limit is empty rather than endless', async () => {
    expect((await renderWithin(heavy(1, 600_000), layer('parcels'), HERE, '2026-01-01', MAX_TILE_BYTES)).mvt).toHaveLength(0);
  });
});

describe('several layers', () => {
  it('within the limit stand one after another, in the order named', async () => {
    const { mvt } = await renderComposite(scriptedEngine(), [layer('zones'), layer('parcels')], HERE, '2026-01-01', nothingKept);
    expect(mvt.toString()).toBe('zones 14/9098/5563 #1parcels 14/9098/5563 #2');
  });

  it('beyond the limit give way from the largest: a small layer stays whole', async () => {
    const engine = heavy(2_000, 240);
    const { render } = engine;
    engine.render = (rendering, nth) => (rendering.layer === 'zones' ? Promise.resolve({ mvt: Buffer.alloc(100_000, 1), features: 10 }) : render(rendering, nth));
    const { mvt, reduced } = await renderComposite(engine, [layer('zones'), layer('parcels')], HERE, '2026-01-01', nothingKept);
    expect(reduced).toBe(true);
    expect(mvt.length).toBeLessThanOrEqual(MAX_TILE_BYTES);
    expect(mvt.subarray(0, 100_000).equals(Buffer.alloc(100_000, 1))).toBe(true);
  });

  it('leave out a layer that is not drawn yet at that zoom', async () => {
    const engine = scriptedEngine();
    await renderComposite(engine, [layer('addresses'), layer('plans')], { z: 12, x: 2274, y: 1390 }, '2026-01-01', nothingKept);
    expect(engine.renderings.map((rendering) => rendering.layer)).toEqual(['plans']);
  });
});
