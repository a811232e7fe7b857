/** Who may put what into a frame, and where old addresses lead. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/http/log.ts';
import { testApp, type TestApp } from '../support/app.ts';

let shared: TestApp;
const directory = mkdtempSync(join(tmpdir(), 'msip-embed-'));
const open: { app: App; server: Server }[] = [];

/** The shared app's data behind a client of one page, with a rule for frames. */
async function serve(embedOrigins: readonly string[]): Promise<string> {
  const app = createApp({ config: { ...shared.config, embedOrigins }, database: shared.database, log: createLog('silent'), clientDirectory: directory });
  const server = createServer((req, res) => { app.handle(req, res); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  open.push({ app, server });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let base: string;
beforeAll(async () => {
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Mapa Krakowa</title>');
  shared = await testApp();
  base = await serve(['*']);
});
afterAll(async () => {
  for (const { app, server } of open) {
    server.closeAllConnections();
    server.close();
    await app.close();
  }
  rmSync(directory, { recursive: true });
});

const page = (address: string) => fetch(address, { redirect: 'manual', headers: { accept: 'text/html' } });
const frameRule = (response: Response): [rule: string | undefined, older: string | null] =>
  [/frame-ancestors ([^;]+)/.exec(response.headers.get('content-security-policy') ?? '')?.[1], response.headers.get('x-frame-options')];

describe('frames', () => {
  it.each(['/embed', '/embed/', '/embed?parcel=126105_9.0001.580%2F4&controls=0'])('%s may stand on any page, and is none for search engines', async (path) => {
    const response = await page(base + path);
    expect([response.status, ...frameRule(response), response.headers.get('x-robots-tag')]).toEqual([200, '*', null, 'noindex']);
  });

  it.each(['/', '/dzialka/126105_9.0001.580/4', '/api', '/api/collections/embed', '/embedded', '/embed/x', '/Embed', '/l/abcdefg', '/nic'])('%s may not', async (path) => {
    expect(frameRule(await page(base + path))).toEqual(["'self'", 'SAMEORIGIN']);
  });

  it('the rest of the policy is that of every page', async () => {
    const rest = async (path: string) => (await page(base + path)).headers.get('content-security-policy')!.replace(/frame-ancestors [^;]+/, '');
    expect(await rest('/embed')).toBe(await rest('/'));
  });

  it('a list of origins names who may, beside ourselves; none leaves ourselves', async () => {
    const listed = await serve(['https://www.krakow.pl', 'https://*.bip.krakow.pl']);
    expect(frameRule(await page(`${listed}/embed`))).toEqual(["'self' https://www.krakow.pl https://*.bip.krakow.pl", null]);
    expect(frameRule(await page(`${listed}/`))).toEqual(["'self'", 'SAMEORIGIN']);
    expect(frameRule(await page(`${await serve(['none'])}/embed`))).toEqual(["'self'", 'SAMEORIGIN']);
  });
});

describe('EMBED_ORIGINS', () => {
  it.each([[undefined, ['*']], ['none', ['none']], ['https://a.pl, https://*.b.pl:8443\nhttp://localhost:3000', ['https://a.pl', 'https://*.b.pl:8443', 'http://localhost:3000']]])('%j is %j', (setting, origins) => {
    expect(readConfig(setting === undefined ? {} : { EMBED_ORIGINS: setting }).embedOrigins).toEqual(origins);
  });

  it.each(['* https://a.pl', 'krakow.pl', 'https://a.pl/strona', "'self'", 'https://a.pl; script-src *', 'javascript:'])('%j stops the program with a word', (setting) => {
    expect(() => readConfig({ EMBED_ORIGINS: setting })).toThrow(/EMBED_ORIGINS/);
  });
});

describe('old addresses', () => {
  it.each([
    ['/parcel/126105_9.0001.580/4', '/dzialka/126105_9.0001.580/4'], ['/dzialka/S-1%20580/4?layers=zones', '/dzialka/126105_9.0001.580/4?layers=zones'], ['/district/8', '/dzielnica/VIII'],
    ['/?id=126105_9.0001.580/4', '/dzialka/126105_9.0001.580/4'], ['/plan/bronowice?language=en', '/plan/bronowice?lang=en'],
  ])('%s is %s today', async (old, present) => {
    const response = await page(base + old);
    expect([response.status, response.headers.get('location')]).toEqual([301, present]);
    expect((await page(base + present)).status).toBe(200);
  });

  it.each(['/', '/dzialka/126105_9.0001.580/4', '/dzialka/126105_9.0001.580%2F4', '/plan/bronowice?lang=en', '/dzielnica/VIII', '/embed?parcel=x'])('%s is of today', async (path) => {
    expect((await page(base + path)).status).toBe(200);
  });

  it.each(['//evil.example', '/parcel//evil.example', '/parcel/%2F%2Fevil.example', '/parcel/..%2F..%2F%2Fevil.example', '/object/x/..//evil.example'])('%s leads to no other site', async (path) => {
    const location = (await page(base + path)).headers.get('location');
    expect(new URL(location ?? '/', base).origin).toBe(base);
    expect(location ?? '/').toMatch(/^\/(?!\/)/);
  });

  it('machine addresses are left alone', async () => {
    expect((await fetch(`${base}/api/collections/parcels/items?limit=1&f=json`)).status).toBe(200);
    expect((await fetch(`${base}/parcel/126105_9.0001.580/4`, { method: 'POST', redirect: 'manual' })).status).toBe(404);
  });
});
