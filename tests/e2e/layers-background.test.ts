/** Backgrounds of another server: a local tile server stands in for the orthophoto; when it fails the reader gets our own base map back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../server/rooms/styles/png.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

const ORANGE = encodePng(256, 256, new Uint8Array(256 * 256 * 4).map((_zero, at) => [250, 130, 20, 255][at % 4]!));
const asked: string[] = [];
let answers = true;
let tiles: Server;
let app: TestApp;
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  tiles = createServer((req, res) => {
    asked.push(req.url!);
    res.setHeader('Access-Control-Allow-Origin', '*');
    if (answers) res.setHeader('Content-Type', 'image/png').end(ORANGE);
    else res.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => tiles.once('listening', resolve));
  const origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
  const BACKGROUNDS = JSON.stringify([{
    id: 'ortofotomapa', kind: 'raster', title: { pl: 'Ortofotomapa', en: 'Aerial photograph' }, attribution: 'GUGiK (próba)',
    tiles: `${origin}/wmts?SERVICE=WMTS&REQUEST=GetTile&LAYER=ORTO&TILEMATRIXSET=EPSG:3857&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}`,
  }]);
  app = await startTestApp({ database: await testDatabase(), env: { BACKGROUNDS } });
  browser = await launchBrowser();
  page = await openPage(browser, `${app.url}/?layers=districts#13/50.0617/19.9373`, errors);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  tiles?.close();
});

const base = () => page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures({ layers: ['green-areas:fill', 'water:fill'] }).length);

describe('a background of another server', () => {
  it('is not asked for anything until it is chosen', async () => {
    expect(await base()).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it('is drawn in the place of our own base map when it is chosen, named in the attribution and in the address', async () => {
    await page.getByTestId('open-layers').click();
    await page.getByLabel('Ortofotomapa').click();
    await idleMap(page);
    expect(asked.some((url) => /TILEMATRIX=1[34]&TILEROW=\d+&TILECOL=\d+$/.test(url))).toBe(true);
    expect(await base()).toBe(0);
    expect(await page.locator('footer').textContent()).toContain('GUGiK (próba)');
    expect(new URL(page.url()).searchParams.get('background')).toBe('ortofotomapa');
    expect(errors).toEqual([]);
  });

  it('gives way to our own base map with a sentence when its tiles do not arrive, and comes back when asked again', async () => {
    answers = false;
    await page.goto(`${app.url}/?layers=districts&background=ortofotomapa#14/50.05/19.95`);
    await page.getByText('Wybrane tło nie odpowiada').waitFor({ timeout: 45_000 });
    await idleMap(page);
    expect(await base()).toBeGreaterThan(0);
    answers = true;
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await expect.poll(base, { timeout: 20_000 }).toBe(0);
    expect(await page.getByText('Wybrane tło nie odpowiada').count()).toBe(0);
  });

  it('that is not offered here is not asked for, whatever the address says', async () => {
    await page.goto(`${app.url}/?layers=districts&background=cudze#13/50.0617/19.9373`);
    await page.getByText('Wybrane tło nie odpowiada').waitFor({ timeout: 45_000 });
    await idleMap(page);
    expect(await base()).toBeGreaterThan(0);
  });
});
