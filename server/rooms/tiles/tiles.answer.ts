/** How a tile and its TileJSON leave: coding, ETag and 304, caching, cross-origin. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding, compressBrotli, compressGzip, type Encoding } from '../../../tiles/encoding.ts';
import type { StoredTile } from '../../../tiles/stored-tile.ts';
import type { TileJson } from '../../../tiles/tilejson.ts';
import type { CacheResult } from '../../../tiles/tile-store.ts';
import { Problem } from '../../http/problem.ts';

export const METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Open data: any page may read it. */
export function answerOptions(res: ServerResponse): void {
  res.writeHead(204, {
    Allow: METHODS.join(', '), 'Access-Control-Allow-Methods': METHODS.join(', '),
    'Access-Control-Allow-Headers': 'Accept, If-None-Match', 'Access-Control-Max-Age': '86400',
  }).end();
}

/** Throws `not-acceptable` when the client's Accept rules the type out. */
export function acceptable(req: IncomingMessage, type: string): void {
  const { accept } = req.headers;
  if (accept === undefined) return;
  const group = type.slice(0, type.indexOf('/'));
  const fits = accept.split(',').some((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return ['*/*', `${group}/*`, type].includes(name) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
  if (!fits) throw new Problem('not-acceptable', `This is served as ${type}.`);
}

/** no-cache means "keep, but ask each time": with the ETag that costs 304. Unlike max-age=0 it does not make MapLibre reload on a timer. */
const COMMON = {
  'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Expose-Headers': 'ETag, X-Request-Id, X-Tile-Stale',
};

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '-br', gzip: '-gz', identity: '' };

export async function sendTile(req: IncomingMessage, res: ServerResponse, tile: StoredTile, result: CacheResult): Promise<void> {
  const headers: Record<string, string> = result === 'stale' ? { ...COMMON, 'X-Tile-Stale': '1' } : { ...COMMON };
  if (tile.size === 0) {
    res.writeHead(204, headers).end();
    return;
  }
  const encoding = tile.encodingFor(encodingOf(req));
  await send(req, res, 'application/vnd.mapbox-vector-tile', tile.hash, encoding, headers, () => tile.body(encoding));
  if (encoding === 'br') await tile.pack();
}

export async function sendTileJson(req: IncomingMessage, res: ServerResponse, document: TileJson): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(document));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const encoding = encodingOf(req);
  await send(req, res, 'application/json', hash, encoding, { ...COMMON }, async () =>
    (encoding === 'br' ? compressBrotli(bytes, 4) : encoding === 'gzip' ? compressGzip(bytes) : bytes));
}

function encodingOf(req: IncomingMessage): Encoding {
  const header = req.headers['accept-encoding'];
  const encoding = chooseEncoding(Array.isArray(header) ? header.join(',') : header);
  if (!encoding) throw new Problem('not-acceptable', 'This is served as br, gzip or identity.');
  return encoding;
}

/** The ETag is the hash of the uncompressed content; each coding is a representation of its own, with its own suffix (RFC 9110 §8.8.3.3). */
async function send(
  req: IncomingMessage, res: ServerResponse, type: string, hash: string, encoding: Encoding, headers: Record<string, string>, body: () => Promise<Buffer>,
): Promise<void> {
  headers['ETag'] = `"${hash}${SUFFIX[encoding]}"`;
  if (isKnown(req.headers['if-none-match'], hash)) {
    res.writeHead(304, headers).end();
    return;
  }
  const bytes = await body();
  headers['Content-Type'] = type;
  headers['Content-Length'] = String(bytes.length);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : bytes);
}

/** If-None-Match compares weakly: in whatever coding the client has the content, it is the same content. */
const isKnown = (header: string | undefined, hash: string): boolean =>
  header !== undefined && header.split(',').map((tag) => tag.trim()).some((tag) => tag === '*' || contentOf(tag) === hash);

const contentOf = (etag: string): string => etag.replace(/^W\//, '').replace(/^"([^"]*?)(-br|-gz)?"$/, '$1');
