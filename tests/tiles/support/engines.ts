/** An engine of the tests' own that counts, waits and fails at command, and layers to ask it for. */
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { TileAddress } from '../../../tiles/address.ts';
import type { RenderedTile, RenderOptions, TileEngine } from '../../../tiles/engine.ts';

export const layer = (id: string): Layer => {
  const found = findLayer(id);
  if (!found) throw new Error(`no layer ${id}`);
  return found;
};

export interface Rendering { readonly layer: string; readonly address: TileAddress; readonly options: RenderOptions }

export interface ScriptedEngine extends TileEngine {
  readonly renderings: Rendering[];
  readonly changes: (string | undefined)[];
  /** Decides the content; may reject. Default: text that names layer, address and the number of the rendering. */
  render: (rendering: Rendering, nth: number) => Promise<RenderedTile>;
}

export function scriptedEngine(): ScriptedEngine {
  const engine: ScriptedEngine = {
    name: 'postgis', renderings: [], changes: [],
    render: (rendering, nth) => Promise.resolve({ mvt: Buffer.from(`${rendering.layer} ${Object.values(rendering.address).join('/')} #${nth}`), features: 1 }),
    renderTile(of, address, options) {
      const rendering = { layer: of.id, address, options };
      engine.renderings.push(rendering);
      return engine.render(rendering, engine.renderings.length);
    },
    changed(id) { engine.changes.push(id); },
  };
  return engine;
}
