/** One log line and one measurement a request, when its answer has left or its client is gone. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import { type Log, networkOf } from './log.ts';
import type { Metrics } from './metrics.ts';
import { requestIdOf } from './request-id.ts';

/** Rooms may add facts of their own to the line (layer, tile, cache result); never anything personal. */
const facts = new WeakMap<IncomingMessage, Record<string, unknown>>();

/** Adds to the request's log line. */
export function note(req: IncomingMessage, more: Readonly<Record<string, unknown>>): void {
  facts.set(req, { ...facts.get(req), ...more });
}

/** The template of the route that answered, e.g. "/api/collections/:layer/items"; "other" when none did. */
function routeOf(req: IncomingMessage): string {
  if (req.url?.startsWith('/tiles/')) return '/tiles';
  const { route, baseUrl } = req as Partial<Pick<Request, 'route' | 'baseUrl'>>;
  const path = (route as { path?: unknown } | undefined)?.path;
  return path === undefined ? 'other' : `${baseUrl ?? ''}${String(path)}`;
}

/** Call before the request is answered. */
export function observe(req: IncomingMessage, res: ServerResponse, log: Log, metrics: Metrics): void {
  const start = process.hrtime.bigint();
  res.once('close', () => {
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const route = routeOf(req);
    metrics.observe(req.method ?? '', route, res.statusCode, ms / 1000);
    const line = {
      requestId: requestIdOf(req), method: req.method, route, status: res.statusCode, ms: Math.round(ms * 10) / 10,
      bytes: Number(res.getHeader('Content-Length') ?? 0), network: networkOf((req as Partial<Request>).ip ?? req.socket.remoteAddress), ...facts.get(req),
      ...(res.writableFinished ? {} : { clientGone: true }),
    };
    if (res.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
}
