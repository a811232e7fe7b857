/** Awkward features as tiles of engine geojson-vt, decoded, against what was blessed (`npm run bless`; read the diff). */
import { describe, expect, it } from 'vitest';
import { collectionSource } from '../../tiles/geojson-vt/collection-source.ts';
import { geojsonVtEngine } from '../../tiles/geojson-vt/engine.ts';
import { decode } from './support/decode.ts';
import { layer } from './support/engines.ts';
import { at, type Awkward, collection, LINES, POINTS, POLYGONS, TILE } from './support/fixtures.ts';
import { expectGolden } from './support/golden.ts';

const CASES: readonly [string, Awkward][] = [['zones', POLYGONS], ['rivers', LINES], ['addresses', POINTS]];
const engine = geojsonVtEngine(collectionSource(Object.fromEntries(CASES.map(([id, features]) => [id, collection(features)]))));
const tile = async (id: string, address = TILE) => decode((await engine.renderTile(layer(id), address, { day: '2026-01-01' })).mvt);

const idOf = (features: Awkward, name: string): number => Object.keys(features).indexOf(name) + 1;

describe('golden tiles', () => {
  it.each(CASES)('%s', async (id) => {
    expectGolden(`geojson-vt-${id}`, await tile(id));
  });
});

describe('a feature', () => {
  it('just beyond the edge is still in the tile, one beyond the buffer is not', async () => {
    const ids = (await tile('addresses'))['addresses']?.map(({ id }) => id);
    expect(ids).toContain(idOf(POINTS, 'in the buffer'));
    expect(ids).not.toContain(idOf(POINTS, 'beyond the buffer'));
  });

  it('that is not set in an attribute lacks it, rather than carrying a null', async () => {
    const unnamed = (await tile('zones'))['zones']?.find(({ id }) => id === idOf(POLYGONS, 'without a name'));
    expect(unnamed?.attributes).toEqual({ zone_class: 'MN' });
  });

  it('without area or length once snapped is not drawn', async () => {
    expect((await tile('zones'))['zones']?.map(({ id }) => id)).not.toContain(idOf(POLYGONS, 'without area once snapped'));
    expect((await tile('rivers'))['rivers']?.map(({ id }) => id)).not.toContain(idOf(LINES, 'without length once snapped'));
  });

  it('loses a hole that vanishes and keeps one that does not', async () => {
    const rings = new Map((await tile('zones'))['zones']?.map(({ id, parts }) => [id, parts.length]));
    expect([rings.get(idOf(POLYGONS, 'with a hole that vanishes')), rings.get(idOf(POLYGONS, 'with a hole'))]).toEqual([1, 2]);
  });
});

describe('a label', () => {
  it('of a polygon over several tiles stands in one of them', async () => {
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ z: TILE.z, x: TILE.x + dx, y: TILE.y + dy })));
    const labels = (await Promise.all(around.map((address) => tile('zones', address)))).flatMap((decoded) => decoded['zones-labels'] ?? []);
    const named = Object.values(POLYGONS).filter(({ properties }) => properties?.['symbol']).length;
    expect(new Set(labels.map(({ id }) => id)).size).toBe(named);
    expect(labels).toHaveLength(named);
  });

  it('stands inside its polygon, also in a horseshoe', async () => {
    const label = (await tile('zones'))['zones-labels']?.find(({ id }) => id === idOf(POLYGONS, 'like a horseshoe'));
    const [x = 0, y = 0] = label?.parts[0]?.[0] ?? [];
    expect((x > 1000 && x < 1100) || (x > 1900 && x < 2000) || (y > 2000 && y < 2100)).toBe(true);
  });

  it('on the border of two tiles stands in one, and within it', async () => {
    const box = (dx: number) => [[at(4000 + dx, 3000), at(4192 + dx, 3000), at(4192 + dx, 3100), at(4000 + dx, 3100), at(4000 + dx, 3000)]];
    const border = geojsonVtEngine(collectionSource({ zones: collection(Object.fromEntries([-0.4, -0.2, 0, 0.2, 0.4].map(
      (dx) => [String(dx), { geometry: { type: 'Polygon', coordinates: box(dx) }, properties: { symbol: 'MN' } }]))) }));
    const both = await Promise.all([TILE, { ...TILE, x: TILE.x + 1 }].map(async (address) =>
      decode((await border.renderTile(layer('zones'), address, { day: '2026-01-01' })).mvt)['zones-labels'] ?? []));
    expect(both.flat().map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5]);
    for (const { parts } of both.flat()) for (const [x] of parts[0] ?? []) expect(x >= 0 && x < 4096).toBe(true);
  });
});
