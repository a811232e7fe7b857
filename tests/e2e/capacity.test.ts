/** How much may be built, end to end: figures in the panel, the allowed envelope in 3D and back, on a desk and a phone, by keyboard, by link, without a map. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Capacity } from '../../domain/contract/investment/capacity.ts';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { idleMap, openPage, withoutWebgl } from './page.ts';

interface TiltedWindow { readonly msip: { readonly map: { getPitch(): number; getMaxPitch(): number; getBearing(): number; getLayer(id: string): unknown; queryRenderedFeatures(options: object): unknown[] } } }

let browser: Browser;
let base: string;
/** A listed site whose plan sets a height, and a parcel under one. */
let site: string;
let parcel: string;
let found: Capacity;
const errors: string[] = [];

const capacity = async (query: string): Promise<Capacity> => Capacity.parse(await (await fetch(`${base}/api/investment/capacity?${query}`)).json());
const heightOf = ({ figures }: Capacity): number | null => figures.find(({ name }) => name === 'height')!.known;

beforeAll(async () => {
  browser = await sharedBrowser();
  const app = await testApp();
  base = app.url;
  for (const { key, parcels } of await app.database.db.any<{ key: string; parcels: string[] }>('SELECT key, parcels FROM layer.investment_sites ORDER BY key')) {
    found = await capacity(`site=${key}`);
    if (heightOf(found) === null) continue;
    [site, parcel] = [key, parcels[0]!];
    if (heightOf(await capacity(`parcels=${encodeURIComponent(parcel)}`)) !== null) break;
  }
});
afterAll(async () => { await closePages(browser); });

const camera = (page: Page) => page.evaluate(() => {
  const { map } = (globalThis as unknown as TiltedWindow).msip;
  const drawn = ['overlay-envelope:3', 'overlay-envelope:4'].map((id) => (map.getLayer(id) ? map.queryRenderedFeatures({ layers: [id] }).length : null));
  return { pitch: map.getPitch(), most: map.getMaxPitch(), bearing: map.getBearing(), neighbours: drawn[0], subject: drawn[1] };
});
const FLAT = { pitch: 0, most: 0, bearing: 0, neighbours: null, subject: null };

async function tilted(page: Page): Promise<void> {
  await expect.poll(async () => (await camera(page)).pitch, { timeout: 20_000 }).toBeGreaterThan(50);
  await expect.poll(async () => (await camera(page)).subject, { timeout: 20_000 }).toBeGreaterThan(0);
}

describe('on a desk', () => {
  let page: Page;

  it('the panel of a site says how much may be built, and splits it by zones', async () => {
    page = await openPage(browser, `${base}/teren/${site}`, errors);
    const answer = page.getByTestId('capacity-answer');
    await answer.waitFor();
    expect(await answer.locator('[data-figure]').count()).toBe(5);
    expect(await answer.locator('[data-figure=height] dd').textContent()).toContain(`najwyżej ${String(heightOf(found)).replace('.', ',')}\u202fm`);
    await page.getByTestId('capacity-split').locator('summary').click();
    const zones = await page.getByTestId('capacity-split').locator('li[data-zone]').evaluateAll((all) => all.map((one) => one.getAttribute('data-zone')));
    expect(zones).toEqual(found.pieces.map(({ zone, land }) => zone?.symbol ?? land));
    const paragraphs = found.figures.flatMap(({ parts }) => parts.flatMap(({ paragraph }) => paragraph ?? []));
    const split = await page.getByTestId('capacity-split').textContent();
    for (const paragraph of paragraphs) expect(split).toContain(paragraph);
    expect(split).toContain('dane demonstracyjne');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('the envelope stands in 3D with its legend, and a link brings it back', async () => {
    expect(await camera(page)).toEqual(FLAT);
    await page.getByTestId('envelope-toggle').click();
    await tilted(page);
    expect((await camera(page)).neighbours).toBeGreaterThan(0);
    expect(await page.getByTestId('envelope-legend').locator('li').allTextContents()).toEqual(['dopuszczalna bryła na tym terenie', 'dopuszczalna u sąsiadów', 'brak ustalenia wysokości']);
    expect(await page.getByTestId('capacity').textContent()).toContain('nie ma budynków');
    expect(await axeFaults(page)).toEqual([]);
    const link = page.url();
    expect(new URL(link).searchParams.get('envelope')).toBe(site);
    const other = await openPage(browser, link, errors);
    await tilted(other);
    expect(await other.getByTestId('envelope-toggle').getAttribute('aria-pressed')).toBe('true');
    await other.close();
  });

  it('and the map is flat again when it is closed, and when another object is opened', async () => {
    await page.getByTestId('envelope-toggle').click();
    await expect.poll(() => camera(page)).toEqual(FLAT);
    expect(new URL(page.url()).searchParams.get('envelope')).toBeNull();
    await page.getByTestId('envelope-toggle').click();
    await tilted(page);
    await page.getByRole('combobox').fill(parcel);
    await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
    await page.getByRole('option').first().click();
    await page.getByTestId('parcel-panel').waitFor();
    await expect.poll(() => camera(page)).toEqual(FLAT);
    await expect.poll(() => new URL(page.url()).searchParams.get('envelope')).toBeNull();
  });

  it('of a parcel it is asked for and shown by keyboard alone', async () => {
    await page.getByTestId('capacity-ask').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('capacity-answer').waitFor();
    for (let pressed = 0; pressed < 10 && !(await page.getByTestId('envelope-toggle').evaluate((one) => one === document.activeElement)); pressed += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tilted(page);
    await expect.poll(() => page.getByTestId('status-region').textContent()).toContain('Mapa jest pochylona');
    await page.keyboard.press('Enter');
    await expect.poll(() => camera(page)).toEqual(FLAT);
    await page.close();
  });
});

describe('on a phone, in English, in the dark', () => {
  it('the envelope stands above the sheet, and goes', async () => {
    const page = await openPage(browser, `${base}/teren/${site}?lang=en&theme=dark`, errors, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByTestId('envelope-toggle').tap();
    await tilted(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByTestId('envelope-toggle').textContent()).toBe('Close the 3D view');
    await page.getByTestId('envelope-toggle').tap();
    await expect.poll(() => camera(page)).toEqual(FLAT);
    await idleMap(page);
    await page.close();
  });
});

describe('without a map', () => {
  it('the figures stand, and in place of the button is said why', async () => {
    const page = await browser.newPage({ locale: 'pl-PL' });
    await withoutWebgl(page);
    await page.goto(`${base}/teren/${site}?envelope=${site}`);
    await page.getByTestId('capacity-answer').waitFor();
    await expect.poll(() => page.getByTestId('capacity-answer').textContent()).toContain('nie rysuje mapy');
    expect(await page.getByTestId('envelope-toggle').count()).toBe(0);
    await page.close();
  });
});

it('no page reported an error', () => { expect(errors).toEqual([]); });
