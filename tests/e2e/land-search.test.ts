/** The investor's search walked through: from the door over filters to land and to parcels that fit together, on a desk and on a phone. By keyboard alone: investor-journey.test.ts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LandSearch } from '../../domain/contract/investment/search.ts';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let browser: Browser;
let base: string;
const errors: string[] = [];
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const search = async (query: Readonly<Record<string, string>>) => (await fetch(`${base}/api/investment/search?${new URLSearchParams(query)}`)).json() as Promise<LandSearch>;
const link = (query: Readonly<Record<string, string>>) => `${base}/?${new URLSearchParams({ door: 'investor', tool: 'land', ...query })}`;
const total = (page: Page) => page.getByTestId('land-total').getAttribute('data-total').then(Number);
const rows = (page: Page) => page.getByTestId('land-results').locator('[data-land]');
const drawn = (page: Page, layer: string) => page.evaluate((name) => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures({ layers: [name] }).length, layer);
const focused = (page: Page) => page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim());

beforeAll(async () => {
  browser = await sharedBrowser();
  base = (await testApp()).url;
});
afterAll(async () => { await closePages(browser); });

describe('on a desk', () => {
  let page: Page;
  beforeAll(async () => { page = await openPage(browser, `${base}/?door=investor`, errors); });

  it('the investor’s door leads to filters whose counts are those of the server', async () => {
    await page.getByRole('button', { name: /^Szukaj terenu/ }).click();
    await expect.poll(() => focused(page)).toBe('Szukaj terenu');
    await page.getByRole('spinbutton', { name: 'Powierzchnia, najmniej [ha]' }).fill('0.5');
    await expect.poll(() => asked(page, 'need')).toBe('area_ha >= 0.5');
    await page.getByRole('checkbox', { name: /^P\/U – produkcja i usługi/ }).check();
    const { total: count, facets } = await search({ filter: "area_ha >= 0.5 AND zone_class = 'P/U'" });
    expect(count).toBeGreaterThan(20);
    await page.getByRole('button', { name: new RegExp(`^Pokaż ${count} `) }).waitFor();
    const services = facets.find(({ name }) => name === 'zone_class')!.values.find(({ value }) => value === 'U')!.count;
    await expect.poll(() => page.locator('[data-filter="zone_class"] li', { hasText: 'U – usługi' }).last().locator('b').textContent()).toBe(String(services));
    expect(await page.getByTestId('land-sentence').textContent()).toContain('główne przeznaczenie: P/U – produkcja i usługi');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('the list is in step with the map, and what is opened from it leads back', async () => {
    await page.getByRole('button', { name: /^Pokaż \d+ teren/ }).click();
    await rows(page).first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('[data-testid="land-total"]') !== null)).toBe(true);
    const answer = await search({ filter: "area_ha >= 0.5 AND zone_class = 'P/U'" });
    expect(await total(page)).toBe(answer.total);
    expect(await rows(page).evaluateAll((list) => list.map((row) => (row as HTMLElement).dataset['land']))).toEqual(answer.items.map(({ key }) => key));
    await expect.poll(() => page.getByTestId('status-region').textContent()).toContain(`Pasujących terenów: ${answer.total}`);
    await idleMap(page);
    for (const part of [0, 1, 2]) await expect.poll(() => drawn(page, `overlay-land-sites:${part}`)).toBeGreaterThan(0);
    await rows(page).first().getByRole('button').first().hover();
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.getStyle().layers.some(({ id }) => id === 'overlay-land-pointed-ring:0'))).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Na krótką listę/ }).first().click();
    await expect.poll(() => asked(page, 'sites')).toBe(answer.items.find(({ kind }) => kind === 'site')!.key);
    await rows(page).first().getByRole('button').first().click();
    await page.waitForURL(/\/teren\/|\/dzialka\//);
    await page.getByRole('button', { name: 'Szukaj terenu' }).click();
    await rows(page).first().waitFor();
    expect(await total(page)).toBe(answer.total);
    // Reading goes on at the row that was opened.
    await expect.poll(() => rows(page).first().evaluate((row) => row.contains(document.activeElement))).toBe(true);
  });

  it('weights are told part by part, and set the order', async () => {
    await page.goto(link({ need: 'area_ha >= 1', weights: 'area_ha:3,motorway_m:2' }));
    await rows(page).first().waitFor();
    const answer = await search({ filter: 'area_ha >= 1', weights: 'area_ha:3,motorway_m:2' });
    const [best] = answer.items;
    expect(await rows(page).first().getAttribute('data-land')).toBe(best!.key);
    expect(await rows(page).first().textContent()).toContain(`powierzchnia +${Math.round(best!.parts[0]!.adds)} · autostrada +${Math.round(best!.parts[1]!.adds)}`);
  });

  it('where nothing fits, relaxing a condition gives as much as its button says', async () => {
    await page.goto(link({ need: 'area_ha >= 50 AND flood_pct = 0' }));
    const relax = page.getByTestId('land-relaxations').getByRole('button').first();
    await relax.waitFor();
    expect(await total(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    const gives = Number((await relax.locator('b').textContent())!.replace(/\D/g, ''));
    expect(gives).toBeGreaterThan(0);
    await relax.click();
    await expect.poll(() => total(page)).toBe(gives);
    expect(await focused(page)).toContain('pasując');
    await page.goBack();
    await expect.poll(() => total(page)).toBe(0);
  });

  it('conditions without a field stay as text, with the place of what is wrong, and no edit loses them', async () => {
    await page.goto(link({ need: "area_ha >= 1 AND (zone_pct > 90 OR plan_status = 'none')" }));
    await page.getByRole('button', { name: 'Filtry (2)' }).click();
    const editor = page.getByRole('textbox', { name: 'Inne warunki (CQL2)' });
    expect(await editor.inputValue()).toBe("zone_pct > 90 OR plan_status = 'none'");
    await page.getByRole('spinbutton', { name: 'Powierzchnia, najmniej [ha]' }).fill('2');
    await expect.poll(() => asked(page, 'need')).toBe("area_ha >= 2 AND (zone_pct > 90 OR plan_status = 'none')");
    await editor.fill('zone_pct > 90 OR nope = 1');
    await page.getByText('Nie rozumiem od znaku 18: „nope = 1”.').first().waitFor();
    await editor.fill("road_contact = TRUE AND name LIKE '1%'");
    await page.getByRole('button', { name: 'Zastosuj' }).click();
    await expect.poll(() => asked(page, 'need')).toBe("area_ha >= 2 AND road_contact = TRUE AND name LIKE '1%'");
  });

  it('an address that cannot be read is shown to be mended', async () => {
    await page.goto(link({ need: 'area_ha >= AND' }));
    await page.getByTestId('land-broken').getByRole('textbox').fill('area_ha >= 3');
    await page.getByRole('button', { name: 'Zastosuj' }).click();
    await expect.poll(() => focused(page)).toBe('Szukaj terenu');
    const { total: count } = await search({ filter: 'area_ha >= 3' });
    await page.getByRole('button', { name: new RegExp(`^Pokaż ${count} `) }).or(page.getByTestId('land-total')).first().waitFor();
    expect(errors).toEqual([]);
  });

  it('in English the need reads as a sentence', async () => {
    await page.goto(link({ need: 'area_ha BETWEEN 1 AND 3 AND flood_pct = 0', lang: 'en', land: 'parcel' }));
    await rows(page).first().waitFor();
    expect((await page.getByTestId('land-sentence').textContent())!.replaceAll('\u202f', ' ')).toBe('Municipal parcels: area 1–3 ha, outside areas of flood hazard.');
    const { total: count } = await search({ filter: 'area_ha BETWEEN 1 AND 3 AND flood_pct = 0', kinds: 'parcel' });
    expect(await page.getByTestId('land-total').textContent()).toBe(`${count} pieces of land fit`);
  });
});

describe('on a phone', () => {
  const NEED = "area_ha >= 1 AND zone_class IN ('P', 'P/U')";
  let page: Page;
  beforeAll(async () => { page = await openPage(browser, link({ need: NEED }), errors, PHONE); });

  it('filters are folded, and counted', async () => {
    await rows(page).first().waitFor();
    expect(await page.getByRole('button', { name: 'Filtry (2)' }).getAttribute('aria-expanded')).toBe('false');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('parcels are put together, one set is chosen, and stays with its limits', async () => {
    await page.getByRole('button', { name: 'Złóż z działek' }).click();
    await page.getByRole('combobox', { name: 'Najwięcej działek' }).selectOption('3');
    await page.getByRole('button', { name: 'Szukaj zestawów działek' }).click();
    await page.getByTestId('assemblies-said').filter({ hasText: 'Koniec szukania' }).waitFor();
    const sets = page.locator('[data-assembly]');
    expect(await sets.count()).toBeGreaterThan(0);
    const name = (await sets.first().getAttribute('data-assembly'))!;
    expect(name.split(',').length).toBeLessThanOrEqual(3);
    await sets.first().getByRole('button').first().click();
    await expect.poll(() => asked(page, 'assembly')).toBe(name);
    await page.reload();
    await page.getByTestId('chosen-assembly').getByRole('button', { name: name.split(',')[0]! }).waitFor();
    expect([asked(page, 'need'), asked(page, 'limits')]).toEqual([NEED, 'parcels:3']);
  });

  it('a search that goes on is stopped', async () => {
    await page.route('**/api/investment/assemblies*', () => undefined);
    await page.getByRole('button', { name: 'Szukaj zestawów działek' }).click();
    await page.getByRole('progressbar', { name: 'Postęp szukania' }).waitFor();
    await page.getByRole('button', { name: 'Zatrzymaj' }).click();
    await page.getByTestId('assemblies-said').filter({ hasText: 'Zatrzymano. Do tej chwili: 0 zestawów.' }).waitFor();
    await page.unroute('**/api/investment/assemblies*');
    expect(errors).toEqual([]);
  });
});
