/** Joins the tile store to a database: the engine for its home, and its notifications of changes. */
import { LayerChange } from '../../../tiles/change.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { databaseSource } from '../../../tiles/geojson-vt/database-source.ts';
import { geojsonVtEngine } from '../../../tiles/geojson-vt/engine.ts';
import type { Query } from '../../../tiles/engine.ts';
import { postgisEngine } from '../../../tiles/postgis/engine.ts';
import { TileStore } from '../../../tiles/tile-store.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';

const CHANNEL = 'layer_changed';
const LISTEN_AGAIN_MS = 2000;

/** Listens until closed; while it cannot listen, every tile is made anew. */
export function openTileStore(database: Database, maxBytes: number, log: Log): { store: TileStore; close(): Promise<void> } {
  const query: Query = (text, values) => database.db.any(text, [...values]);
  // The embedded database has no ST_AsMVT.
  const engine = database.kind === 'postgresql' ? postgisEngine(query) : geojsonVtEngine(databaseSource(query));
  const store = new TileStore({
    engine, maxBytes, today: dayInKrakow,
    onFault: ({ key, error, reduced }) => {
      if (reduced) log.warn({ tile: key }, 'features left out: the tile would be too large');
      else log.warn({ tile: key, err: error }, 'the tile cannot be made: an old one is shown');
    },
  });

  function heard(payload: string): void {
    const change = LayerChange.safeParse(parseJson(payload));
    if (change.success) store.change(change.data);
    else log.error({ payload: payload.slice(0, 200) }, 'a notification of a change that nobody understands');
  }

  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => Promise<void>) | undefined;
  async function listen(): Promise<void> {
    try {
      stop = await database.listen(CHANNEL, heard, (up) => { store.hearing(up); });
      if (closed) await stop();
      else store.hearing(true);
    } catch (error) {
      if (closed) return;
      log.warn({ err: error }, 'changes of layers are not heard: tiles are not kept');
      timer = setTimeout(() => { void listen(); }, LISTEN_AGAIN_MS).unref();
    }
  }
  void listen();

  return {
    store,
    async close() {
      closed = true;
      clearTimeout(timer);
      // A listening that is still being arranged stops itself: the database may be away, and closing does not wait for it.
      await stop?.();
    },
  };
}

function parseJson(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}
