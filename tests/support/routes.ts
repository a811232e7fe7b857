/** What an application registers as routes, and what an answer says in whatever format it comes: for the test that meets every route with everybody's eyes. */
import { Router } from 'express';
import { vi } from 'vitest';
import { unzip } from '../../server/gdal/zip.ts';
import { hasPoppler, poppler } from './pdf.ts';

interface Registered { readonly path: string | string[]; readonly methods: Readonly<Record<string, boolean>> }

/** Runs `start` and gives the templates that it registered anywhere, each with its methods (HEAD and OPTIONS come with them). */
export async function withRoutesOf<App>(start: () => Promise<App>): Promise<{ app: App; routes: ReadonlyMap<string, ReadonlySet<string>> }> {
  const spy = vi.spyOn(Router.prototype as unknown as { route(path: string | string[]): Registered }, 'route');
  try {
    const app = await start();
    const routes = new Map<string, Set<string>>();
    for (const { type, value } of spy.mock.results) {
      if (type !== 'return') continue;
      for (const path of [(value as Registered).path].flat()) {
        const methods = routes.get(path) ?? new Set();
        for (const method of Object.keys((value as Registered).methods)) if (!['_all', 'options', 'head'].includes(method)) methods.add(method.toUpperCase());
        routes.set(path, methods);
      }
    }
    return { app, routes };
  } finally {
    spy.mockRestore();
  }
}

const readsPdf = hasPoppler();

/** All that can be read in a body: as it is, unpacked, and the text of a PDF. Vector tiles and GeoPackages hold their texts as they are. */
export function wordsOf(bytes: Buffer, type: string): string {
  const plain = bytes.toString('utf8');
  if (bytes.length === 0) return '';
  if (type.includes('spreadsheetml')) return [plain, ...unzip(bytes).map((entry) => Buffer.from(entry.bytes).toString('utf8'))].join('\n');
  if (type === 'application/pdf' && readsPdf && bytes.includes('/FontDescriptor')) return `${plain}\n${poppler('pdftotext', bytes)}`;
  return plain;
}

/** Reads an endless answer until `end` has come or time is over. */
export async function readUntil(response: Response, end: string, ms: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = response.body!.getReader();
  const timer = setTimeout(() => { void reader.cancel(); }, ms);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    if (Buffer.concat(parts).includes(end)) break;
  }
  clearTimeout(timer);
  await reader.cancel();
  return Buffer.concat(parts);
}
