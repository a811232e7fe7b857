/** The tile door: a plain http handler that stands before Express, since it answers seven times as much. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { Day } from '../../../domain/contract/day.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { AddressError, parseAddress, parseLayers } from '../../../tiles/address.ts';
import { tileJson } from '../../../tiles/tilejson.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../http/log.ts';
import { note } from '../../http/observe.ts';
import { Problem, writeProblem } from '../../http/problem.ts';
import { problemOf } from '../../http/problem-of.ts';
import { requestIdOf } from '../../http/request-id.ts';
import { acceptable, answerOptions, METHODS, sendTile, sendTileJson } from './tiles.answer.ts';
import { demonstrationAmong } from './tiles.demonstration.ts';
import { measureTiles } from './tiles.metrics.ts';
import { openTileStore } from './tiles.store.ts';

export interface TileHandlerDeps {
  readonly config: Pick<Config, 'publicUrl' | 'tileCacheBytes'>;
  readonly database: Database;
  readonly log: Log;
  /** Where figures about tiles are published. */
  readonly registry?: Registry;
}

export interface TileHandler {
  /** False: the address is not under /tiles/ and somebody else has to answer. Never throws. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  close(): Promise<void>;
}

const PREFIX = '/tiles/';

/**
 * @example GET /tiles/parcels/16/36395/22252.mvt
 * @example GET /tiles/plans/12/2274/1390.mvt?datetime=2012-05-01
 * @example GET /tiles/districts,plans.json
 */
export function createTileHandler({ config, database, log, registry }: TileHandlerDeps): TileHandler {
  const { store, close } = openTileStore(database, config.tileCacheBytes, log);
  const holdDemonstration = demonstrationAmong(database.db);
  if (registry) measureTiles(registry, store);

  async function answer(req: IncomingMessage, res: ServerResponse, url: string): Promise<void> {
    if (!METHODS.includes(req.method ?? '')) {
      throw new Problem('method-not-allowed', 'Tiles are read only.', undefined, { Allow: METHODS.join(', ') });
    }
    if (req.method === 'OPTIONS') return answerOptions(res);
    const [path, query] = splitOnce(url.slice(PREFIX.length), '?');
    const day = dayAsked(query);
    const { layers, parts } = target(path);
    if (parts.length === 0) {
      acceptable(req, 'application/json');
      return sendTileJson(req, res, tileJson(layers, config.publicUrl, await holdDemonstration(layers), day));
    }
    const [zoom = '', column = '', row = ''] = parts;
    const address = parseAddress(zoom, column, row, layers);
    acceptable(req, 'application/vnd.mapbox-vector-tile');
    const { tile, result } = await store.get(layers, address, day);
    note(req, { layer: layers.map((layer) => layer.id).join(','), tile: `${address.z}/${address.x}/${address.y}`, cache: result });
    return sendTile(req, res, tile, result);
  }

  return {
    handle(req, res) {
      const url = req.url ?? '';
      if (!url.startsWith(PREFIX)) return false;
      res.setHeader('Access-Control-Allow-Origin', '*');
      answer(req, res, url).catch((error: unknown) => {
        const problem = error instanceof AddressError ? addressProblem(error) : problemOf(error);
        if (problem.status >= 500) log.error({ requestId: requestIdOf(req), err: error }, problem.code);
        writeProblem(req, res, problem);
      });
      return true;
    },
    close,
  };
}

/** `parcels.json` → no parts; `parcels/16/36395/22252.mvt` → three. Throws `not-found` for any other shape. */
function target(path: string): { layers: readonly Layer[]; parts: string[] } {
  const [first = '', ...parts] = path.split('/');
  if (parts.length === 0 && first.endsWith('.json')) return { layers: parseLayers(first.slice(0, -'.json'.length)), parts };
  const last = parts.at(-1) ?? '';
  if (parts.length !== 3 || !last.endsWith('.mvt')) {
    throw new Problem('not-found', 'Tiles stand at /tiles/{layer}/{z}/{x}/{y}.mvt, their description at /tiles/{layer}.json.');
  }
  return { layers: parseLayers(first), parts: [...parts.slice(0, 2), last.slice(0, -'.mvt'.length)] };
}

const FAULTS = { malformed: 'invalid-tile-address', 'layer-unknown': 'layer-not-found', 'out-of-range': 'tile-not-found' } as const;

const addressProblem = ({ fault, message }: AddressError): Problem => new Problem(FAULTS[fault], message);

/** The one parameter of a tile: `datetime`, a day. Throws `invalid-parameter` for anything else. */
function dayAsked(query: string | undefined): string | undefined {
  if (!query) return undefined;
  const parameters = [...new URLSearchParams(query)];
  const faults = parameters.filter(([name]) => name !== 'datetime').map(([path]) => ({ path, message: 'unknown parameter' }));
  if (faults.length > 0) throw new Problem('invalid-parameter', 'Tiles take datetime and no other parameter.', faults);
  const day = parameters[0]![1];
  if (parameters.length > 1 || !Day.safeParse(day).success) throw new Problem('invalid-parameter', 'datetime is one day.', [{ path: 'datetime', message: 'must be one day, e.g. 2020-01-31' }]);
  return day;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
