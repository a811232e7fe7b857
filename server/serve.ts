/** The HTTP server round the app: open before the app is ready, limits for slow clients, and an end that loses no request. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from './app.ts';
import { answerClientError, answerConnect, answerExpectation } from './http/client-error.ts';
import { Problem, writeProblem } from './http/problem.ts';

/** Header within 10 s, whole request within 30 s (408); looked at every second. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 1_000 };
/** Requests that are not done by then are cut off, so that the process ends within 10 s. */
const PATIENCE_MS = 8_000;

export interface Door {
  /** `http://host:port` at which it answers. */
  readonly url: string;
  /** From now on the app answers; until then everybody is asked to come back. */
  admitTo(app: App): void;
  /** /readyz says 503 for `noticeMs`, then no new connections, running requests finish, idle sockets are closed. */
  close(noticeMs: number): Promise<void>;
}

/** Listens. Rejects with the system's error (EADDRINUSE …) when the address cannot be had. */
export async function openDoor({ host, port }: { host: string; port: number }): Promise<Door> {
  let app: App | undefined;
  let closing = false;
  const server = createServer(LIMITS, (req, res) => {
    if (closing) res.shouldKeepAlive = false;
    if (app) app.handle(req, res);
    else answerWhileStarting(req, res);
  });
  server.on('clientError', answerClientError).on('connect', answerConnect).on('checkExpectation', answerExpectation);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => { server.off('error', reject); resolve(); });
  });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}`,
    admitTo(ready) { app = ready; },
    async close(noticeMs) {
      app?.drain();
      await delay(noticeMs);
      closing = true;
      await closeGently(server);
    },
  };
}

/** The process lives, but the database is still being opened, made or filled. */
function answerWhileStarting(req: IncomingMessage, res: ServerResponse): void {
  if (req.url === '/healthz') res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end('{"status":"alive"}');
  else writeProblem(req, res, new Problem('unavailable', 'The server is starting. Try again in a few seconds.', undefined, { 'Retry-After': '5' }));
}

async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  // close() ends the sockets that are idle now; those that are busy become idle later.
  const idle = setInterval(() => { server.closeIdleConnections(); }, 50);
  const cut = setTimeout(() => { server.closeAllConnections(); }, PATIENCE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
