/** Backgrounds of another server: a local tile server stands in for the orthophoto; when it fails the reader gets our own base map back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeoJSONVT from 'geojson-vt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../server/rooms/styles/png.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

const ORANGE = encodePng(256, 256, new Uint8Array(256 * 256 * 4).map((_zero, at) => [250, 130, 20, 255][at % 4]!));
/** A tile full of land, whichever it is. */
const LAND = fromGeojsonVt({
  land: new GeoJSONVT({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]] } }).getTile(0, 0, 0) as never,
});
const foreignStyle = (origin: string): object => ({
  version: 8, sprite: `${origin}/znaki`, glyphs: `${origin}/pismo/{fontstack}/{range}.pbf`,
  sources: { kraj: { type: 'vector', tiles: [`${origin}/kraj/{z}/{x}/{y}.mvt`], maxzoom: 14 } },
  layers: [
    { id: 'tlo', type: 'background', paint: { 'background-color': '#ffffff' } },
    { id: 'lad', type: 'fill', source: 'kraj', 'source-layer': 'land', paint: { 'fill-color': '#2040a0' } },
    { id: 'nazwy', type: 'symbol', source: 'kraj', 'source-layer': 'land', layout: { 'text-field': 'obca nazwa', 'icon-image': 'znak' } },
  ],
});
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
    if (!answers) res.writeHead(503).end();
    else if (req.url === '/styl.json') res.setHeader('Content-Type', 'application/json').end(JSON.stringify(foreignStyle(`http://${req.headers.host}`)));
    else if (req.url!.endsWith('.mvt')) res.setHeader('Content-Type', 'application/vnd.mapbox-vector-tile').end(LAND);
    else res.setHeader('Content-Type', 'image/png').end(ORANGE);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => tiles.once('listening', resolve));
  const origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
  const BACKGROUNDS = JSON.stringify([{
    id: 'ortofotomapa', kind: 'raster', title: { pl: 'Ortofotomapa', en: 'Aerial photograph' }, attribution: 'GUGiK (próba)',
    tiles: `${origin}/wmts?SERVICE=WMTS&REQUEST=GetTile&LAYER=ORTO&TILEMATRIXSET=EPSG:3857&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}`,
  }, { id: 'topografia', kind: 'style', title: { pl: 'Mapa topograficzna', en: 'Topographic map' }, attribution: 'Urząd (próba)', style: `${origin}/styl.json`, origins: [] }]);
  app = await startTestApp({ database: await testDatabase(), env: { BACKGROUNDS } });
  browser = await sharedBrowser();
  page = await openPage(browser, `${app.url}/?layers=districts#13/50.0617/19.9373`, errors);
});
afterAll(async () => {
  await closePages(browser);
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
    // The list of backgrounds is asked first, then the picture.
    await expect.poll(() => asked.some((url) => /TILEMATRIX=1[34]&TILEROW=\d+&TILECOL=\d+$/.test(url))).toBe(true);
    await expect.poll(base).toBe(0);
    await expect.poll(() => page.locator('footer').textContent()).toContain('GUGiK (próba)');
    expect(new URL(page.url()).searchParams.get('background')).toBe('ortofotomapa');
    expect(errors).toEqual([]);
  });

  it('gives way to our own base map with a sentence when its tiles do not arrive, and comes back when asked again', async () => {
    answers = false;
    await page.goto(`${app.url}/?layers=districts&background=ortofotomapa#14/50.05/19.95`);
    await page.getByText('Wybrane tło nie odpowiada').waitFor({ timeout: 45_000 });
    await expect.poll(base).toBeGreaterThan(0);
    answers = true;
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await expect.poll(base, { timeout: 20_000 }).toBe(0);
    expect(await page.getByText('Wybrane tło nie odpowiada').count()).toBe(0);
  });

  it('that is a style is drawn from its own tiles beneath our names, without its sprite and fonts, and gives way when the style is not there', async () => {
    await page.goto(`${app.url}/?layers=districts&background=topografia#13/50.0617/19.9373`);
    await idleMap(page);
    await expect.poll(() => page.evaluate(() => {
      const { map } = (globalThis as unknown as MapWindow).msip;
      const ids = map.getStyle().layers.map(({ id }) => id);
      return [ids.filter((id) => id.startsWith('background:')), ids.indexOf('background:topografia:lad') < ids.findIndex((id) => id.startsWith('districts')), map.queryRenderedFeatures({ layers: ['background:topografia:lad'] }).length > 0];
    })).toEqual([['background:topografia:tlo', 'background:topografia:lad'], true, true]);
    await expect.poll(base).toBe(0);
    await expect.poll(() => page.locator('footer').textContent()).toContain('Urząd (próba)');
    expect(asked.some((url) => /^\/kraj\/1[34]\/\d+\/\d+\.mvt$/.test(url))).toBe(true);
    expect(asked.filter((url) => /znaki|pismo/.test(url))).toEqual([]);
    answers = false;
    await page.reload();
    await page.getByText('Wybrane tło nie odpowiada').waitFor({ timeout: 45_000 });
    await expect.poll(base).toBeGreaterThan(0);
    answers = true;
  });

  it('that is not offered here is not asked for, whatever the address says', async () => {
    await page.goto(`${app.url}/?layers=districts&background=cudze#13/50.0617/19.9373`);
    await page.getByText('Wybrane tło nie odpowiada').waitFor({ timeout: 45_000 });
    await expect.poll(base).toBeGreaterThan(0);
  });
});
