/** The spatial search: the link restores it, drawing asks it, Escape drops what was begun, files hold what the list counts; and the map as text. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaAnswer } from '../../domain/contract/area.ts';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let browser: Browser;
let page: Page;
let base: string;
const errors: string[] = [];
const CIRCLE = 'circle|20.0251,50.0414,150|parcels,zones';
const results = () => page.getByTestId('area-results');
const asked = () => new URL(page.url()).searchParams.get('area') ?? '';

/** Takes a kind of area to draw and waits for the pen. */
async function pen(name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction(() => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair');
}

async function download(name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download') as Promise<Download>, page.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, `${base}/?tool=area&area=${encodeURIComponent(CIRCLE)}#15.5/50.0414/20.0251`, errors);
});
afterAll(async () => { await closePages(browser); });

describe('a link to a spatial search', () => {
  let answer: AreaAnswer;

  it('restores area, layers and counts', async () => {
    const response = await fetch(`${base}/api/search/area`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ area: { type: 'circle', center: [20.0251, 50.0414], radiusM: 150 }, layers: ['parcels', 'zones'] }),
    });
    answer = await response.json() as AreaAnswer;
    await results().waitFor();
    expect(answer.layers[0]!.count).toBeGreaterThan(3);
    expect(await results().locator('[data-count]').first().getAttribute('data-count')).toBe(String(answer.layers[0]!.count + answer.layers[1]!.count));
    for (const { layer, count } of answer.layers) expect(await results().locator(`[data-area-layer="${layer}"] h3 b`).getAttribute('data-count')).toBe(String(count));
    expect(await axeFaults(page)).toEqual([]);
  });

  it('draws area and finds on the map', async () => {
    await idleMap(page);
    expect(await page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures({ layers: ['overlay-area:0', 'overlay-area:3'] }).length)).toBeGreaterThan(3);
  });

  it('lists page after page until all are there', async () => {
    const rows = results().locator('[data-area-layer="parcels"] li');
    const more = results().locator('[data-area-layer="parcels"]').getByRole('button', { name: /Pokaż kolejne/ });
    for (let pages = 0; pages < 20 && (await more.count()) > 0; pages += 1) {
      const before = await rows.count();
      await more.click();
      await expect.poll(() => rows.count()).toBeGreaterThan(before);
      await expect.poll(() => rows.nth(before).locator('button').evaluate((row) => row === document.activeElement)).toBe(true);
    }
    expect(await rows.count()).toBe(answer.layers[0]!.count);
  });

  it('gives a CSV with a row for every object counted', async () => {
    const lines = (await download('Pobierz CSV')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + answer.layers[0]!.count + answer.layers[1]!.count);
    expect(lines[1]).toMatch(/^Działki ewidencyjne,12610[2-5]_9\./);
  });

  it('gives GeoJSON with the area and the geometry and fields of every object', async () => {
    const { features } = JSON.parse(await download('Pobierz GeoJSON')) as FeatureCollection;
    expect(features).toHaveLength(1 + answer.layers[0]!.count + answer.layers[1]!.count);
    expect(features[0]!.properties).toMatchObject({ layer: 'area-of-interest' });
    const parcel = features.find(({ properties }) => properties?.['layer'] === 'parcels')!;
    expect(parcel.geometry.type).toMatch(/Polygon$/);
    expect(parcel.properties).toMatchObject({ identifier: expect.stringMatching(/^12610/) as string, shareInside: expect.any(Number) as number });
  });

  it('leads into an object and back to the same results', async () => {
    await results().locator('[data-area-layer="zones"] li button').first().click();
    await page.getByTestId('panel-zones').waitFor();
    expect(asked()).toBe(CIRCLE);
    await page.getByRole('button', { name: 'Wyniki w obszarze' }).click();
    await expect.poll(() => results().isVisible()).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Szukaj w obszarze');
    expect(await results().locator('[data-area-layer="parcels"] li').count()).toBe(answer.layers[0]!.count);
  });

  it('asks other layers when told to', async () => {
    await page.getByText(/Pytane warstwy: 2 z/).click();
    await page.getByRole('checkbox', { name: 'Plany miejscowe' }).check();
    await results().locator('[data-area-layer="plans"]').waitFor();
    expect(asked()).toMatch(/^circle\|20\.0251,50\.0414,150\|/);
  });
});

describe('drawing', () => {
  it('a rectangle asks what lies in it', async () => {
    await pen('Prostokąt');
    await page.mouse.click(700, 300);
    await page.mouse.move(800, 350);
    await page.mouse.click(900, 400);
    await expect.poll(asked, { timeout: 10_000 }).toMatch(/^box\|20\.\d+,50\.\d+,20\.\d+,50\.\d+\|/);
    expect(new URL(page.url()).pathname).toBe('/');
    await results().waitFor();
  });

  it('begun is dropped by Escape, and the question stays as it was', async () => {
    const before = asked();
    await pen('Wielokąt');
    for (const [x, y] of [[700, 300], [900, 300], [900, 500]] as const) await page.mouse.click(x, y);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText('Wskazuj kolejne punkty na mapie').count()).toBe(0);
    expect(asked()).toBe(before);
  });

  it('by keyboard alone: Enter in the middle of the map, arrows between', async () => {
    await pen('Koło');
    await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('maplibregl-canvas'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await idleMap(page);
    await page.keyboard.press('Enter');
    await expect.poll(asked, { timeout: 10_000 }).toMatch(/^circle\|20\.\d+,50\.\d+,\d+/);
  });
});

describe('the surroundings of an object', () => {
  it('are asked from its panel and follow the distance', async () => {
    await page.goto(`${base}/obiekt/river-parks/park-rzeczny-drwinka`);
    await page.getByRole('button', { name: 'W pobliżu' }).click();
    await expect.poll(asked).toMatch(/^near\|river-parks:park-rzeczny-drwinka,100\|/);
    await page.getByText('W odległości od: Park Rzeczny Drwinka').waitFor();
    await results().waitFor();
    const near = Number(await results().locator('[data-count]').first().getAttribute('data-count'));
    await page.getByRole('spinbutton', { name: 'Odległość [m]' }).fill('300');
    await page.getByRole('spinbutton', { name: 'Odległość [m]' }).press('Enter');
    await expect.poll(asked).toContain(',300|');
    await expect.poll(async () => Number(await results().locator('[data-count]').first().getAttribute('data-count'))).toBeGreaterThan(near);
  });
});

describe('the map as text', () => {
  it('lists what is in view, layer by layer, and follows the map', async () => {
    await page.goto(`${base}/?tool=in-view&layers=zones,plans#15/50.0414/20.0251`);
    await idleMap(page);
    const plans = page.locator('[data-in-view="plans"]');
    await plans.getByText('Płaszów – Rybitwy').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const zones = () => page.locator('[data-in-view="zones"] h3 b').getAttribute('data-count');
    const before = await zones();
    await page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.jumpTo({ center: [19.9373, 50.0617] }));
    await plans.getByText('Stare Miasto').waitFor();
    await expect.poll(zones).not.toBe(before);
  });

  it('threw nothing on the way', () => {
    expect(errors).toEqual([]);
  });
});
