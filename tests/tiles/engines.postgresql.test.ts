/** The two engines held to each other, tile by tile, on the same database: same features, same attributes, same size on the map. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import type { TileAddress } from '../../tiles/address.ts';
import type { Query, TileEngine } from '../../tiles/engine.ts';
import { databaseSource } from '../../tiles/geojson-vt/database-source.ts';
import { geojsonVtEngine } from '../../tiles/geojson-vt/engine.ts';
import { postgisEngine } from '../../tiles/postgis/engine.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';
import { compareTiles } from './support/compare.ts';
import { area, decode, type DecodedTile } from './support/decode.ts';
import { layer } from './support/engines.ts';
import { expectGolden } from './support/golden.ts';
import { tilesOver } from './support/tiles-over.ts';

/** Longitude, latitude of the fixture, with a margin. */
const BOX = [19.94, 50.015, 20.02, 50.07] as const;
const DAY = '2026-03-01';

let own: TestDatabase;
let engines: { postgis: TileEngine; geojsonVt: TileEngine };

beforeAll(async () => {
  own = await ownDatabase('empty');
  await own.database.db.multi(readFileSync(new URL('./support/fixture.sql', import.meta.url), 'utf8'));
  const query: Query = (text, values) => own.database.db.any(text, [...values]);
  engines = { postgis: postgisEngine(query), geojsonVt: geojsonVtEngine(databaseSource(query)) };
});
afterAll(() => own.remove());

const render = async (engine: TileEngine, of: Layer, address: TileAddress, day = DAY): Promise<DecodedTile> => decode((await engine.renderTile(of, address, { day })).mvt);

const addressesOf = ({ zooms }: Layer): TileAddress[] =>
  Array.from({ length: zooms.maxTile - zooms.min + 1 }, (_, i) => tilesOver(BOX, zooms.min + i)).flat();

describe('the engines', () => {
  it('agree on every tile of every layer over the fixture: at least 300 tiles with something in them, of all geometry types', async () => {
    const kinds = new Set<string>();
    let [compared, features, alone] = [0, 0, 0];
    for (const of of LAYERS) {
      for (const address of addressesOf(of)) {
        const where = `${of.id}/${address.z}/${address.x}/${address.y}`;
        const [ours, theirs] = await Promise.all([render(engines.postgis, of, address), render(engines.geojsonVt, of, address)]);
        const found = compareTiles(where, ours, theirs);
        if (found.features === 0) continue;
        kinds.add(of.geometry);
        compared += 1;
        features += found.features;
        alone += found.alone;
      }
    }
    expect(alone / features, 'slivers that only one engine shows').toBeLessThan(0.001);
    expect(compared).toBeGreaterThanOrEqual(300);
    expect(kinds).toEqual(new Set(['point', 'line', 'polygon']));
  }, 120_000);

  it.each(['postgis', 'geojsonVt'] as const)('%s makes the same bytes again from the same data', async (name) => {
    const [address] = tilesOver(BOX, 13);
    const first = await engines[name].renderTile(layer('zones'), address!, { day: DAY });
    engines[name].changed();
    expect((await engines[name].renderTile(layer('zones'), address!, { day: DAY })).mvt.equals(first.mvt)).toBe(true);
  });

  it.each(['postgis', 'geojsonVt'] as const)('%s keeps the largest features when not all may stay', async (name) => {
    const address = tilesOver(BOX, 14)[6]!;
    const all = decode((await engines[name].renderTile(layer('parcels'), address, { day: DAY })).mvt)['parcels'] ?? [];
    const few = decode((await engines[name].renderTile(layer('parcels'), address, { day: DAY, largest: 20 })).mvt)['parcels'] ?? [];
    expect(all.length).toBeGreaterThan(60);
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThanOrEqual(20);
    const areas = few.map(area).sort((a, b) => a - b);
    expect(all.filter((feature) => area(feature) > areas.at(-1)! * 1.01)).toHaveLength(0);
  });
});

describe.each(['postgis', 'geojsonVt'] as const)('engine %s', (name) => {
  const ids = async (id: string, z: number, day: string): Promise<Set<unknown>> =>
    new Set((await Promise.all(tilesOver(BOX, z).map(async (address) => (await render(engines[name], layer(id), address, day))[id] ?? []))).flat().map((feature) => feature.id));

  it('shows what stands on the day: the parcel of 2019 is gone in 2026', async () => {
    const [old] = await own.database.db.any<{ id: number }>("SELECT id FROM cadastre.parcel WHERE identifier = '126104_9.0029.9001'");
    expect((await ids('parcels', 16, '2019-06-01')).has(old?.id)).toBe(true);
    expect((await ids('parcels', 16, '2020-01-01')).has(old?.id)).toBe(false);
  });

  it('puts each label into exactly one tile', async () => {
    for (const z of [14, 16]) {
      const tiles = await Promise.all(tilesOver(BOX, z).map((address) => render(engines[name], layer('zones'), address)));
      const labels = tiles.flatMap((tile) => tile['zones-labels'] ?? []).map(({ id }) => id);
      const { count } = await own.database.db.one<{ count: number }>('SELECT count(*)::integer AS count FROM planning.zone');
      expect([z, labels.length, new Set(labels).size]).toEqual([z, count, count]);
    }
  });

  it('shows generalised features with few attributes at low zooms', async () => {
    const [address] = tilesOver(BOX, 12);
    const zones = (await render(engines[name], layer('zones'), address!))['zones'] ?? [];
    expect(new Set(zones.flatMap(({ attributes }) => Object.keys(attributes)))).toEqual(new Set(['zone_class', 'plan_status']));
  });

  it('makes the golden tiles', async () => {
    for (const [id, z] of [['districts', 12], ['rivers', 13], ['places', 13], ['plans', 12]] as const) {
      const address = tilesOver(BOX, z)[1]!;
      expectGolden(`${name === 'postgis' ? 'postgis' : 'geojson-vt'}-fixture-${id}`, await render(engines[name], layer(id), address));
    }
  });
});
