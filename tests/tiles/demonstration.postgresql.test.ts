/** The tiles of the demonstration data: none too large, and both engines agree on them. */
import { describe, expect, it } from 'vitest';
import { CITY_BBOX } from '../../domain/geo/krakow.ts';
import { LAYERS } from '../../domain/layers/index.ts';
import { MAX_TILE_BYTES } from '../../tiles/budget.ts';
import type { TileAddress } from '../../tiles/address.ts';
import type { Query } from '../../tiles/engine.ts';
import { databaseSource } from '../../tiles/geojson-vt/database-source.ts';
import { geojsonVtEngine } from '../../tiles/geojson-vt/engine.ts';
import { postgisEngine } from '../../tiles/postgis/engine.ts';
import { testDatabase } from '../support/database.ts';
import { compareTiles } from './support/compare.ts';
import { decode } from './support/decode.ts';
import { tilesOver } from './support/tiles-over.ts';

const DAY = '2026-03-01';
/** Up to here every tile is measured; deeper tiles hold a part of the features of one of these. */
const MEASURED_TO = 14;

const query: Query = async (text, values) => (await testDatabase()).database.db.any(text, [...values]);
const engine = postgisEngine(query);

const childrenOf = ({ z, x, y }: TileAddress): TileAddress[] => [[0, 0], [1, 0], [0, 1], [1, 1]].map(([dx = 0, dy = 0]) => ({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy }));

describe('the demonstration', () => {
  it('has no tile over 500 kB, and they hold at most 50 kB on average, without anything left out', async () => {
    const sizes: { where: string; bytes: number }[] = [];
    for (const layer of LAYERS) {
      const measure = async (address: TileAddress): Promise<number> => {
        const { mvt } = await engine.renderTile(layer, address, { day: DAY });
        if (mvt.length > 0) sizes.push({ where: `${layer.id}/${Object.values(address).join('/')}`, bytes: mvt.length });
        return mvt.length;
      };
      let heaviest: { address: TileAddress; bytes: number } | undefined;
      const top = Math.min(MEASURED_TO, layer.zooms.maxTile);
      for (let z = layer.zooms.min; z <= top; z += 1) {
        for (const address of tilesOver(CITY_BBOX, z)) {
          const bytes = await measure(address);
          if (z === top && bytes > (heaviest?.bytes ?? 0)) heaviest = { address, bytes };
        }
      }
      for (let below = heaviest ? childrenOf(heaviest.address) : []; below[0] && below[0].z <= layer.zooms.maxTile; below = below.flatMap(childrenOf)) {
        for (const address of below) await measure(address);
      }
    }
    sizes.sort((a, b) => b.bytes - a.bytes);
    expect(sizes.length).toBeGreaterThan(1_000);
    expect(sizes.filter(({ bytes }) => bytes > MAX_TILE_BYTES)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0) / sizes.length).toBeLessThanOrEqual(50_000);
  }, 180_000);

  it('looks the same from both engines', async () => {
    const other = geojsonVtEngine(databaseSource(query));
    const middle = [19.975, 50.035, 20.0, 50.05] as const;
    let [features, alone] = [0, 0];
    for (const layer of LAYERS) {
      for (const z of [layer.zooms.min, 12, 14, layer.zooms.maxTile].filter((zoom, i, all) => zoom >= layer.zooms.min && all.indexOf(zoom) === i)) {
        for (const address of tilesOver(middle, z).slice(0, 6)) {
          const [ours, theirs] = [await engine.renderTile(layer, address, { day: DAY }), await other.renderTile(layer, address, { day: DAY })];
          const found = compareTiles(`${layer.id}/${Object.values(address).join('/')}`, decode(ours.mvt), decode(theirs.mvt));
          features += found.features;
          alone += found.alone;
        }
      }
    }
    expect(features).toBeGreaterThan(2_000);
    expect(alone / features, 'slivers that only one engine shows').toBeLessThan(0.002);
  }, 180_000);
});
