/** Time: the map of another day, two days side by side, and the computed difference – as words, table and pieces on the map. */
import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../domain/contract/difference.ts';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let browser: Browser;
let page: Page;
let base: string;
const errors: string[] = [];
const LAKES = '#14/50.057/20.165';
const DRAFT = 'plaszow-rybitwy-bagry';
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
const sheet = () => page.getByTestId('day');
const banner = () => page.getByTestId('day-banner');

/** Plans on the map with their state: `Przylasek Rusiecki: in-force`. */
const plansDrawn = (): Promise<string[]> => page.evaluate(() => [...new Set((globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures()
  .filter(({ sourceLayer }) => sourceLayer === 'plans').map(({ properties }) => `${String(properties['name'])}: ${String(properties['status'])}`))].sort());

const drawn = (layer: string): Promise<number> => page.evaluate((id) => {
  const { map } = (globalThis as unknown as MapWindow).msip;
  return map.getStyle().layers.some((one) => one.id === id) ? map.queryRenderedFeatures({ layers: [id] }).length : 0;
}, layer);

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, `${base}/${LAKES}`, errors);
});
afterAll(async () => { await closePages(browser); });

describe('the map of a day', () => {
  it('shows what stood then: the plan that was replaced the day after', async () => {
    expect(await plansDrawn()).not.toContain('Przylasek Rusiecki: in-force');
    await page.getByRole('button', { name: 'Stan na dzień' }).click();
    await sheet().getByLabel('Dzień', { exact: true }).fill('2016-09-28');
    await sheet().getByRole('button', { name: 'Pokaż ten dzień' }).click();
    await expect.poll(() => parameter('day')).toBe('2016-09-28');
    await expect.poll(() => banner().innerText()).toContain('Stan na 28.09.2016');
    await expect.poll(plansDrawn).toContain('Przylasek Rusiecki: in-force');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('steps to the next day on which something changed, and Back takes the step back', async () => {
    await sheet().getByRole('button', { name: /Następna zmiana/ }).click();
    await expect.poll(() => parameter('day')).toBe('2016-09-29');
    await expect.poll(plansDrawn).not.toContain('Przylasek Rusiecki: in-force');
    await expect.poll(async () => (await plansDrawn()).some((plan) => /Nowa Huta Przyszłości.*: in-force$/.test(plan))).toBe(true);
    expect(await sheet().locator('[data-day="2016-09-29"]').getAttribute('aria-current')).toBe('date');
    await page.goBack();
    await expect.poll(() => parameter('day')).toBe('2016-09-28');
    await expect.poll(plansDrawn).toContain('Przylasek Rusiecki: in-force');
  });

  it('refuses what is no day, in words, and stays where it was', async () => {
    const field = sheet().getByLabel('Dzień', { exact: true });
    await field.fill('');
    await field.press('Enter');
    await expect.poll(() => sheet().getByRole('alert').innerText()).toContain('To nie jest dzień z kalendarza');
    await field.fill('0212-05-01');
    await field.press('Enter');
    await expect.poll(() => sheet().getByRole('alert').innerText()).toContain('Podaj dzień od 1.01.1900');
    expect(parameter('day')).toBe('2016-09-28');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('leads back to today and says so', async () => {
    await banner().getByRole('button', { name: 'Wróć do dziś' }).click();
    await expect.poll(() => parameter('day')).toBeNull();
    await expect.poll(() => banner().count()).toBe(0);
    await expect.poll(() => page.getByTestId('status-region').innerText()).toContain('Mapa pokazuje stan na dziś.');
    await expect.poll(plansDrawn).not.toContain('Przylasek Rusiecki: in-force');
  });
});

describe('two days side by side', () => {
  const asked: string[] = [];

  it('are restored by a link: a second map of the other day, both days named', async () => {
    page.on('request', (request) => { if (request.url().includes('.mvt')) asked.push(new URL(request.url()).search); });
    await page.goto(`${base}/?day=2016-09-28&compare=2016-09-29${LAKES}`);
    await idleMap(page);
    await page.getByRole('slider', { name: 'Granica między dwoma dniami' }).waitFor();
    await expect.poll(() => page.getByTestId('compare').locator('canvas').count()).toBe(1);
    await expect.poll(() => ['?datetime=2016-09-28', '?datetime=2016-09-29'].filter((day) => asked.includes(day))).toHaveLength(2);
    const words = await page.getByTestId('compare').innerText();
    expect(words).toMatch(/Stan na 28\.09\.2016[\s\S]*Stan na 29\.09\.2016/);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('are uncovered by the keyboard', async () => {
    const handle = page.getByRole('slider', { name: 'Granica między dwoma dniami' });
    const now = () => handle.getAttribute('aria-valuenow');
    await handle.focus();
    await page.keyboard.press('Home');
    await expect.poll(now).toBe('0');
    await page.keyboard.press('End');
    await expect.poll(now).toBe('100');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(now).toBe('98');
    expect(await handle.getAttribute('aria-valuetext')).toMatch(/Po lewej: Stan na 28\.09\.2016, 98\s%.*po prawej: Stan na 29\.09\.2016/);
    expect(await page.getByTestId('compare').locator('div').first().evaluate((element) => getComputedStyle(element).clipPath)).toContain('98%');
  });

  it('end when the reader says so, and the second map goes', async () => {
    await banner().getByRole('button', { name: 'Zakończ porównanie' }).click();
    await expect.poll(() => page.getByTestId('compare').count()).toBe(0);
    expect(parameter('compare')).toBeNull();
    expect(parameter('day')).toBe('2016-09-28');
  });
});

describe('the difference that a draft would make', () => {
  let difference: Difference;
  const result = () => page.getByTestId('difference-result');

  it('is a table that says every square metre before and after', async () => {
    difference = await (await fetch(`${base}/api/plans/${DRAFT}/difference`)).json() as Difference;
    await page.goto(`${base}/plan/${DRAFT}?tool=difference#14.5/50.0365/19.995`);
    await idleMap(page);
    await result().waitFor();
    await expect.poll(() => result().innerText()).toContain('Projekt zmieniłby');
    const rows = page.getByTestId('difference-table').locator('tbody');
    expect(await rows.count()).toBe(difference.totals.length);
    expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-use')))).toEqual(difference.totals.map(({ zoneClass }) => zoneClass));
    expect(await result().locator('[data-piece]').count()).toBe(difference.changes.length);
    expect(await page.getByTestId('difference-source').innerText()).toContain('dane demonstracyjne');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is drawn on the map, and the piece whose row has the focus is marked', async () => {
    await expect.poll(() => drawn('overlay-difference:0')).toBeGreaterThan(5);
    const row = result().locator('[data-piece="use"] button').first();
    await row.focus();
    await expect.poll(() => drawn('overlay-difference-pointed:0')).toBeGreaterThan(0);
    const before = new URL(page.url()).hash;
    await row.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
  });

  it('can be taken away as CSV', async () => {
    const [file] = await Promise.all([page.waitForEvent('download') as Promise<Download>, result().getByRole('button', { name: 'Pobierz CSV' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(difference.totals.length + 1);
    expect(lines[1]).toContain(String(difference.totals[0]!.beforeM2));
  });

  it('nothing was thrown so far', () => { expect(errors).toEqual([]); });
});

describe('what did not change, and what is not known', () => {
  it('are two answers', async () => {
    await page.goto(`${base}/?tool=difference&difference=2020-01-01..2020-01-02&area=${encodeURIComponent('box|20.02,50.041,20.022,50.042|')}#15/50.0414/20.0251`);
    await expect.poll(() => page.getByTestId('difference-result').innerText()).toContain('Nic się tu nie zmieniło');
    await page.goto(`${base}/plan/balice-i?tool=difference`);
    await expect.poll(() => page.getByTestId('difference-failed').innerText()).toContain('To nie znaczy, że nic się nie zmieniło.');
    expect(await page.getByTestId('difference-result').count()).toBe(0);
  });
});
