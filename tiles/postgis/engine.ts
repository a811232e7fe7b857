/** Engine postgis: the database makes the tile with ST_AsMVT. */
import type { Layer } from '../../domain/layers/layer.ts';
import type { Query, RenderedTile, TileEngine } from '../engine.ts';
import { tileSql } from './tile-sql.ts';

interface Row { readonly mvt: Buffer; readonly features: number }

/** Texts are made once per layer, zoom and form, then kept. Rejects with the database's own error. */
export function postgisEngine(query: Query): TileEngine {
  const texts = new Map<string, string>();
  const textOf = (layer: Layer, z: number, ranked: boolean): string => {
    const name = `${layer.id}/${z}/${ranked}`;
    let text = texts.get(name);
    if (text === undefined) texts.set(name, text = tileSql(layer, z, ranked));
    return text;
  };
  return {
    name: 'postgis',
    async renderTile(layer, { z, x, y }, { day, largest }): Promise<RenderedTile> {
      const ranked = largest !== undefined;
      const [row] = await query<Row>(textOf(layer, z, ranked), ranked ? [z, x, y, day, largest] : [z, x, y, day]);
      return row ?? { mvt: Buffer.alloc(0), features: 0 };
    },
    changed() { /* nothing is kept: the next query sees the change */ },
  };
}
