/** Engine geojson-vt: what it reads and when, what it keeps and forgets. */
import { describe, expect, it } from 'vitest';
import { collectionSource } from '../../tiles/geojson-vt/collection-source.ts';
import { geojsonVtEngine } from '../../tiles/geojson-vt/engine.ts';
import type { FeatureSource } from '../../tiles/geojson-vt/source.ts';
import { decode } from './support/decode.ts';
import { layer } from './support/engines.ts';
import { collection, POINTS, POLYGONS, TILE } from './support/fixtures.ts';

/** A source that writes down what is read of it, and fails at command. */
function observed() {
  const inner = collectionSource({ zones: collection(POLYGONS), addresses: collection(POINTS) });
  const reads: string[] = [];
  const state = { failing: false };
  const note = (what: string): void => {
    reads.push(what);
    if (state.failing) throw new Error('the database is away');
  };
  const source: FeatureSource = {
    async *features(of, generalised, day) { note(`${of.id}${generalised ? ' generalised' : ''} ${day}`); yield* inner.features(of, generalised, day); },
    async *labels(of, day) { note(`${of.id} labels ${day}`); yield* inner.labels(of, day); },
  };
  return { source, reads, state };
}

const LOW = { z: 12, x: TILE.x >> 4, y: TILE.y >> 4 };
const ONE = { day: '2026-03-01' };

describe('the engine', () => {
  it('reads a layer once for all its tiles, and only what a tile needs', async () => {
    const { source, reads } = observed();
    const engine = geojsonVtEngine(source);
    await engine.renderTile(layer('zones'), LOW, ONE);
    expect(reads).toEqual(['zones generalised 2026-03-01']);
    await Promise.all([TILE, { ...TILE, x: TILE.x + 1 }, TILE].map((address) => engine.renderTile(layer('zones'), address, ONE)));
    expect(reads.slice(1)).toEqual(['zones 2026-03-01', 'zones labels 2026-03-01']);
  });

  it('reads again after a change of that layer, and only then', async () => {
    const { source, reads } = observed();
    const engine = geojsonVtEngine(source);
    for (const changed of ['plans', 'addresses']) {
      await engine.renderTile(layer('addresses'), TILE, ONE);
      engine.changed(changed);
    }
    await engine.renderTile(layer('addresses'), TILE, ONE);
    expect(reads).toEqual(['addresses 2026-03-01', 'addresses 2026-03-01']);
  });

  it('reads a layer with validity anew for another day, one without does not change at midnight', async () => {
    const { source, reads } = observed();
    const engine = geojsonVtEngine(source);
    for (const day of ['2026-03-01', '2026-03-02']) {
      await engine.renderTile(layer('zones'), LOW, { day });
      await engine.renderTile(layer('addresses'), TILE, { day });
    }
    expect(reads).toEqual(['zones generalised 2026-03-01', 'addresses 2026-03-01', 'zones generalised 2026-03-02']);
  });

  it('fails while the source does and works again afterwards', async () => {
    const { source, state } = observed();
    const engine = geojsonVtEngine(source);
    state.failing = true;
    await expect(engine.renderTile(layer('addresses'), TILE, ONE)).rejects.toThrow('the database is away');
    state.failing = false;
    expect(decode((await engine.renderTile(layer('addresses'), TILE, ONE)).mvt)['addresses']).toHaveLength(4);
  });

  it('forgets the layer used longest ago when the bound is exceeded, and tiles beyond the bound of one index', async () => {
    const { source, reads } = observed();
    const engine = geojsonVtEngine(source, { maxVertices: 1, maxTilesCut: 30 });
    await engine.renderTile(layer('zones'), LOW, ONE);
    await engine.renderTile(layer('addresses'), TILE, ONE);
    await engine.renderTile(layer('zones'), LOW, ONE);
    expect(reads).toHaveLength(3);
    const before = reads.length;
    const patient = geojsonVtEngine(source, { maxTilesCut: 30 });
    for (let i = 0; i < 3; i += 1) await patient.renderTile(layer('addresses'), TILE, ONE);
    expect(reads.length - before).toBe(3);
  });
});
