/** What operators see on METRICS_PORT: requests by route template, database pool, event loop. No label comes from a client. */
import { createServer, type Server } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from '../db/database.ts';
import type { Log } from './log.ts';

export interface Metrics {
  readonly registry: Registry;
  /** One request ended: `route` is a template, never a path. */
  observe(method: string, route: string, status: number, seconds: number): void;
  /** Serves /metrics when a port is given. */
  listen(port: number | undefined, host: string, log: Log): void;
  close(): Promise<void>;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** A registry of its own per app, so that several apps may live in one process (tests). */
export function createMetrics({ db }: Pick<Database, 'db'>): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'http_request_duration_seconds', help: 'Requests by route template', labelNames: ['method', 'route', 'status'], registers: [registry],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  });
  new Gauge({
    name: 'db_pool_connections', help: 'Connections of the pool by state', labelNames: ['state'], registers: [registry],
    collect() {
      const pool = db.$pool;
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const answered = new Counter({ name: 'http_server_errors_total', help: 'Answers of 500 and above', labelNames: ['route'], registers: [registry] });
  let server: Server | undefined;
  return {
    registry,
    observe(method, route, status, seconds) {
      duration.observe({ method: METHODS.has(method) ? method : 'other', route, status: String(status) }, seconds);
      if (status >= 500) answered.inc({ route });
    },
    listen(port, host, log) {
      if (port === undefined) return;
      collectDefaultMetrics({ register: registry });
      server = createServer((req, res) => {
        if (req.url !== '/metrics') { res.writeHead(404).end(); return; }
        registry.metrics().then(
          (text) => { res.writeHead(200, { 'Content-Type': registry.contentType }).end(text); },
          (error: unknown) => { log.error({ err: error }, 'metrics cannot be collected'); res.writeHead(500).end(); },
        );
      });
      server.on('error', (error) => { log.error({ err: error }, 'metrics cannot be served'); });
      server.listen(port, host);
    },
    async close() {
      const open = server;
      if (open?.listening) await new Promise<void>((resolve) => { open.close(() => { resolve(); }); open.closeAllConnections(); });
    },
  };
}
