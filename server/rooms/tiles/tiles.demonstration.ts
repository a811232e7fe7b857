/** Whether what tiles show is demonstration data: their description must say so. */
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Db } from '../../db/database.ts';

const KEPT_MS = 60_000;

/** Asks whether any of the layers holds demonstration data; the answer is up to a minute old, and the last one known while the database is away. */
export function demonstrationAmong(db: Db): (layers: readonly Layer[]) => Promise<boolean> {
  const known = new Map<Layer, { readonly at: number; readonly holds: boolean }>();

  async function holds(layer: Layer): Promise<boolean> {
    const last = known.get(layer);
    if (last && Date.now() - last.at < KEPT_MS) return last.holds;
    try {
      const found = await db.one<{ holds: boolean }>('SELECT EXISTS (SELECT FROM $1:raw AS object WHERE object.demonstration) AS holds', [layer.view]);
      known.set(layer, { at: Date.now(), holds: found.holds });
      return found.holds;
    } catch {
      return last?.holds ?? false;
    }
  }

  return async (layers) => (await Promise.all(layers.map(holds))).includes(true);
}
