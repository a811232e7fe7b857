/** The map in a frame on somebody else's page, on another origin: it talks with that page, and nothing else of ours can be framed. Short links from the sheet. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { openPage } from './page.ts';

interface Said { readonly origin: string; readonly data: { readonly msip: number; readonly type: string; readonly [name: string]: unknown } }

let browser: Browser;
let app: TestApp;
let parent: Server;
let page: Page;
let frame: Frame;
const errors: string[] = [];
let framed = '';

/** What the page around has heard, of one type. */
const heard = (type: string): Promise<Said[]> => page.evaluate((wanted) => (globalThis as unknown as { heard: Said[] }).heard.filter(({ data }) => data.type === wanted), type);
const last = async (type: string) => (await heard(type)).at(-1)?.data;
const tell = (message: object): Promise<void> => page.evaluate((data) => { document.querySelector('iframe')!.contentWindow!.postMessage(data, '*'); }, message);
const ready = () => page.waitForFunction(() => (globalThis as unknown as { heard: Said[] }).heard.some(({ data }) => data.type === 'ready'), null, { timeout: 50_000 });

/** Opens the page of the neighbour with `path` of ours in its frame. */
async function embed(path: string): Promise<void> {
  framed = path;
  await page.goto(`http://localhost:${(parent.address() as AddressInfo).port}/`);
}

beforeAll(async () => {
  browser = await sharedBrowser();
  // One of our own: short links are written.
  app = await startTestApp();
  parent = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.end(`<!doctype html><html lang="pl"><title>Gazeta</title><script>const heard = []; globalThis.heard = heard; addEventListener('message', ({ origin, data }) => { heard.push({ origin, data }); });</script>`
      + `<iframe title="Mapa" width="800" height="500" style="border: 0" src="${app.url}${framed.replaceAll('&', '&amp;')}"></iframe>`);
  });
  await new Promise<void>((resolve) => { parent.listen(0, '127.0.0.1', resolve); });
  page = await browser.newPage({ viewport: { width: 840, height: 540 }, locale: 'pl-PL', reducedMotion: 'reduce' });
  page.on('pageerror', (error) => errors.push(error.message));
  await embed('/embed?plan=plaszow-rybitwy&layers=plans,zones');
  await ready();
  frame = page.frames().find((one) => one.url().startsWith(app.url))!;
}, 120_000);
afterAll(async () => {
  await closePages(browser);
  parent.closeAllConnections();
  parent.close();
  await app.close();
});

describe('the map in a frame', () => {
  it('says that it is ready, from its own origin, with what it shows', async () => {
    const [{ origin, data }] = await heard('ready') as [Said];
    expect(origin).toBe(app.url);
    expect(data).toEqual({ msip: 1, type: 'ready', view: { lat: expect.any(Number) as number, lon: expect.any(Number) as number, zoom: expect.any(Number) as number, bbox: expect.any(Array) as number[] }, layers: expect.arrayContaining(['plans', 'zones']) as string[] });
  });

  it('goes to the plan of its address, names it, and says what must be said of the data', async () => {
    await expect.poll(() => last('selected')).toMatchObject({ object: { layer: 'plans', key: 'plaszow-rybitwy', title: 'Płaszów – Rybitwy' } });
    // The flight may be over before the frame says that it is ready.
    await expect.poll(async () => ((await last('moved') ?? await last('ready'))?.['view'] as { zoom: number } | undefined)?.zoom ?? 0).toBeGreaterThan(11);
    expect(await frame.getByTestId('selected').innerText()).toContain('Płaszów – Rybitwy');
    await expect.poll(() => frame.getByTestId('demonstration').count()).toBe(1);
    const line = await frame.locator('footer').innerText();
    expect(line).toContain('Gmina Miejska Kraków');
    expect(line).toMatch(/1 : [\d\s]+/);
  });

  it('leads to the same view on the whole map, in a new tab', async () => {
    const link = frame.getByRole('link', { name: 'Otwórz w MSIP' });
    await expect.poll(() => link.getAttribute('href')).toMatch(/\/plan\/plaszow-rybitwy\?layers=.*#\d/);
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it('does what the page asks, and says so', async () => {
    await tell({ msip: 1, type: 'setView', lat: 50.0617, lon: 19.9373, zoom: 15 });
    await expect.poll(async () => (await last('moved') ?? await last('ready'))?.['view']).toMatchObject({ lat: 50.0617, lon: 19.9373, zoom: 15 });
    await tell({ msip: 1, type: 'select', object: null });
    await expect.poll(() => last('selected')).toMatchObject({ object: null });
    await tell({ msip: 1, type: 'select', object: { layer: 'districts', key: 'I' }, show: false });
    await expect.poll(() => last('selected')).toMatchObject({ object: { layer: 'districts', key: 'I' } });
    expect(((await last('moved'))!['view'] as { zoom: number }).zoom).toBe(15);
    await tell({ msip: 1, type: 'setLanguage', lang: 'en' });
    await expect.poll(() => frame.getByRole('link', { name: 'Open in MSIP' }).count()).toBe(1);
    await tell({ msip: 1, type: 'setTheme', theme: 'dark' });
    await expect.poll(() => frame.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await tell({ msip: 1, type: 'setLayers', layers: ['river-parks'] });
    await tell({ msip: 1, type: 'hello' });
    await expect.poll(async () => (await last('ready'))?.['layers']).toEqual(['river-parks']);
  });

  it('says what it does not understand, and takes no notice of what is not for it', async () => {
    const before = (await heard('error')).length;
    await tell({ type: 'setView' });
    await tell({ msip: 1, type: 'setView', lat: 'evil', lon: 1 });
    await expect.poll(() => last('error')).toMatchObject({ code: 'not-understood', detail: expect.stringContaining('setView') as string });
    expect((await heard('error')).length).toBe(before + 1);
    await tell({ msip: 1, type: 'select', object: { layer: 'plans', key: 'nie-ma-takiego' } });
    await expect.poll(() => last('error')).toMatchObject({ code: 'not-found' });
  });

  it('listens to nobody but the window around it', async () => {
    const before = (await heard('moved')).length + (await heard('error')).length;
    await frame.evaluate(() => { globalThis.postMessage({ msip: 1, type: 'setView', lat: 50.1, lon: 20, zoom: 12 }, '*'); });
    await page.waitForTimeout(800);
    expect((await heard('moved')).length + (await heard('error')).length).toBe(before);
  });

  it('leaves the history of the page around alone, and its own address as it was given', async () => {
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(new URL(frame.url()).pathname + new URL(frame.url()).search).toBe('/embed?plan=plaszow-rybitwy&layers=plans,zones');
    expect(errors).toEqual([]);
  });

  it('nothing else of ours can be framed', async () => {
    await embed('/');
    await page.waitForTimeout(1500);
    expect(await page.frames().find((one) => one !== page.mainFrame())!.locator('#map').count().catch(() => 0)).toBe(0);
  });

  it('without controls has none, on a narrow frame in the dark breaks no rule, and says nothing where there is no page around', async () => {
    const own = await openPage(browser, `${app.url}/embed?controls=0&theme=dark&center=50.0617,19.9373&zoom=15&plan=plaszow-rybitwy`, errors, { viewport: { width: 390, height: 500 } });
    expect(await own.getByRole('button', { name: 'Przybliż' }).count()).toBe(0);
    await expect.poll(() => own.getByTestId('selected').count()).toBe(1);
    expect(own.url()).toContain('#15/50.0617/19.9373');
    expect(await axeFaults(own)).toEqual([]);
    await own.close();
  });
});

describe('the share sheet', () => {
  it('makes a short link on demand, which opens the same view, and the code of a frame', async () => {
    const own = await openPage(browser, `${app.url}/plan/plaszow-rybitwy?tool=share&layers=plans,zones#14/50.0414/20.0251`, errors);
    await own.getByRole('button', { name: 'Krótki link' }).click();
    const field = own.getByLabel('Krótki link do tego widoku');
    await expect.poll(() => field.count()).toBe(1);
    const short = await field.inputValue();
    expect(short).toMatch(new RegExp(`^${app.url}/l/[2-9A-Za-z]{7,}$`));
    await own.getByTestId('embed-code').locator('summary').click();
    const code = await own.getByLabel('Kod ramki z tym widokiem').inputValue();
    expect(code).toContain(`src="${app.url}/embed?layers=`);
    expect(code).toContain('plan=plaszow-rybitwy');
    expect(code).toContain('lang=pl');
    expect(code).toContain('#14/50.0414/20.0251');
    expect(await axeFaults(own)).toEqual([]);
    await own.goto(short);
    await expect.poll(() => own.url()).toBe(`${app.url}/plan/plaszow-rybitwy?layers=plans,zones#14/50.0414/20.0251`);
    await own.close();
  });

  it('says in words when none could be made, and leaves the long one', async () => {
    const own = await openPage(browser, `${app.url}/?tool=share#14/50.0414/20.0251`, []);
    await own.route('**/api/links', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"title":"x","type":"urn:x","requestId":"1","detail":"x","instance":"/"}' }));
    await own.getByRole('button', { name: 'Krótki link' }).click();
    await expect.poll(() => own.getByRole('alert').innerText()).toContain('długi link działa');
    expect(await own.getByLabel('Link do tego widoku').inputValue()).toContain('#14/50.0414/20.0251');
    await own.close();
    expect(errors).toEqual([]);
  });
});
