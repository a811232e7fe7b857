/** The store: what is kept, for how long, what a change throws out, and what is shown while data are away. */
import { describe, expect, it } from 'vitest';
import { TileStore } from '../../tiles/tile-store.ts';
import { layer, scriptedEngine } from './support/engines.ts';

const PARCELS = [layer('parcels')];
const ZONES = [layer('zones')];
// Tile 14/9098/5563 covers about 19.907–19.929 E, 50.037–50.051 N; in EPSG:3857 its west edge is x = 2,216,133.
const HERE = { z: 14, x: 9098, y: 5563 };
const SIDE = (2 * 20_037_508.342789244) / 2 ** 14;
const WEST = HERE.x * SIDE - 20_037_508.342789244;
const NORTH = 20_037_508.342789244 - HERE.y * SIDE;
const around = (x: number, y: number): [number, number, number, number] => [x - 1, y - 1, x + 1, y + 1];
const MIDDLE = around(WEST + SIDE / 2, NORTH - SIDE / 2);

function opened(maxBytes = 1_000_000) {
  const engine = scriptedEngine();
  const clock = { today: '2026-03-01' };
  const faults: { key: string; error?: unknown; reduced?: boolean }[] = [];
  const store = new TileStore({ engine, maxBytes, today: () => clock.today, onFault: (fault) => { faults.push(fault); } });
  store.hearing(true);
  const text = async (layers = PARCELS, address = HERE): Promise<string> => {
    const { tile, result } = await store.get(layers, address);
    return `${result}: ${(await tile.body('identity')).toString()}`;
  };
  return { engine, clock, faults, store, text };
}

describe('a tile', () => {
  it('is rendered once and then kept', async () => {
    const { text } = opened();
    expect([await text(), await text()]).toEqual(['miss: parcels 14/9098/5563 #1', 'fresh: parcels 14/9098/5563 #1']);
  });

  it('that 200 clients ask for at once costs one rendering', async () => {
    const { store, engine } = opened();
    const answers = await Promise.all(Array.from({ length: 200 }, () => store.get(PARCELS, HERE)));
    expect(engine.renderings).toHaveLength(1);
    expect(new Set(answers.map(({ tile }) => tile)).size).toBe(1);
    expect(store.counts).toEqual({ fresh: 0, miss: 1, coalesced: 199, stale: 0 });
  });

  it('does not outlive the day: what stands on the map may change at midnight', async () => {
    const { text, clock, engine } = opened();
    await text();
    clock.today = '2026-03-02';
    expect(await text()).toBe('miss: parcels 14/9098/5563 #2');
    expect(engine.renderings.map(({ options }) => options.day)).toEqual(['2026-03-01', '2026-03-02']);
  });

  it('is not trusted before changes are heard', async () => {
    const { text, store } = opened();
    store.hearing(false);
    await text();
    expect(await text()).toBe('miss: parcels 14/9098/5563 #2');
  });

  it('is forgotten when the bytes of all exceed the limit, the one used longest ago first', async () => {
    const { store, engine } = opened(50_000);
    engine.render = () => Promise.resolve({ mvt: Buffer.alloc(9_000, 1), features: 1 });
    for (let x = 0; x < 40; x += 1) {
      await store.get(PARCELS, { z: 14, x, y: 0 });
      await store.get(PARCELS, { z: 14, x: 0, y: 0 });
      expect(store.bytes).toBeLessThanOrEqual(50_000);
    }
    expect(store.tiles).toBe(5);
    expect(engine.renderings.filter(({ address }) => address.x === 0)).toHaveLength(1);
  });
});

describe('a change', () => {
  it('throws out the tiles of that layer that it touches, in composites too, and no others', async () => {
    const { store, text } = opened();
    const both = [layer('zones'), layer('parcels')];
    const away = { ...HERE, x: HERE.x + 2 };
    await text(); await text(ZONES); await text(both); await text(PARCELS, away);
    store.change({ layer: 'parcels', bbox: MIDDLE });
    const [here, zones, composite, far] = [await text(), await text(ZONES), await text(both), await text(PARCELS, away)];
    expect([here, zones, composite, far].map((answer) => answer.split(':')[0])).toEqual(['miss', 'fresh', 'miss', 'fresh']);
  });

  it.each([
    ['just beyond the edge but within the buffer', WEST - SIDE * (60 / 4096), 'miss'],
    ['beyond the buffer', WEST - SIDE * (70 / 4096), 'fresh'],
  ])('%s: %s', async (_, x, expected) => {
    const { store, text } = opened();
    await text();
    store.change({ layer: 'parcels', bbox: [x, NORTH - SIDE / 2, x, NORTH - SIDE / 2] });
    expect((await text()).split(':')[0]).toBe(expected);
  });

  it('of unknown place touches every tile of the layer, and tells the engine', async () => {
    const { store, text, engine } = opened();
    await text();
    store.change({ layer: 'parcels', bbox: null });
    expect((await text()).split(':')[0]).toBe('miss');
    expect(engine.changes.at(-1)).toBe('parcels');
  });

  it('that overtakes a rendering is not lost: who asks later gets a new one', async () => {
    const { store, engine, text } = opened();
    let begin = (): void => {};
    const started = new Promise<void>((resolve) => { begin = resolve; });
    const first = engine.render;
    engine.render = async (rendering, nth) => { await started; return first(rendering, nth); };
    const early = text();
    store.change({ layer: 'parcels', bbox: MIDDLE });
    const late = text();
    begin();
    expect([await early, await late]).toEqual(['miss: parcels 14/9098/5563 #1', 'miss: parcels 14/9098/5563 #2']);
    expect(await text()).toBe('fresh: parcels 14/9098/5563 #2');
  });

  it('while it was not heard distrusts everything', async () => {
    const { store, text } = opened();
    await text();
    store.hearing(false);
    store.hearing(true);
    expect((await text()).split(':')[0]).toBe('miss');
  });
});

describe('while data are away', () => {
  it('an old tile is shown as stale, a new one fails, and all is well again afterwards', async () => {
    const { store, engine, text, faults } = opened();
    const working = engine.render;
    await text();
    store.hearing(false);
    engine.render = () => Promise.reject(new Error('connection refused'));
    expect(await text()).toBe('stale: parcels 14/9098/5563 #1');
    await expect(text(ZONES)).rejects.toThrow('connection refused');
    expect(faults.map(({ key }) => key)).toEqual(['parcels/14/9098/5563']);
    engine.render = working;
    store.hearing(true);
    await new Promise((resolve) => { setTimeout(resolve, 1_050); });
    expect((await text()).split(':')[0]).toBe('miss');
  });

  it('the database is not asked again for every stale tile', async () => {
    const { store, engine, text } = opened();
    await text();
    store.hearing(false);
    engine.render = () => Promise.reject(new Error('connection refused'));
    for (let i = 0; i < 20; i += 1) expect((await text()).split(':')[0]).toBe('stale');
    expect(engine.renderings).toHaveLength(2);
  });
});
