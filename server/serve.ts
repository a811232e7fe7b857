/** The HTTP server round the app: limits for slow clients, and an end that loses no request. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from './app.ts';
import { answerClientError } from './http/client-error.ts';

/** Header within 10 s, whole request within 30 s (408); looked at every second. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 1_000 };
/** Requests that are not done by then are cut off, so that the process ends within 10 s. */
const PATIENCE_MS = 8_000;

export interface Listening {
  /** `http://host:port` at which it answers. */
  readonly url: string;
  /** /readyz says 503 for `noticeMs`, then no new connections, running requests finish, idle sockets are closed. */
  stop(noticeMs: number): Promise<void>;
}

/** Rejects with the system's error (EADDRINUSE …) when the address cannot be had. */
export async function serve(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(LIMITS);
  let stopping = false;
  server.on('request', (req, res) => {
    if (stopping) res.shouldKeepAlive = false;
    app.handle(req, res);
  });
  server.on('clientError', answerClientError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => { server.off('error', reject); resolve(); });
  });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}`,
    async stop(noticeMs) {
      app.drain();
      await delay(noticeMs);
      stopping = true;
      await closeGently(server);
    },
  };
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
