/** Measuring: by pointer and by keyboard alone, undone and redone, in the link, in English and in the dark. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { type MapWindow, openPage } from './page.ts';
import { axeFaults } from './axe.ts';

let browser: Browser;
let page: Page;
let url: string;
const errors: string[] = [];
const sheet = (on = page) => on.getByTestId('measure');
const rows = (on = page) => sheet(on).locator('ol > li:has(strong)');
const camera = '#16/50.0617/19.9373';

beforeAll(async () => {
  browser = await sharedBrowser();
  ({ url } = await testApp());
  page = await openPage(browser, `${url}/${camera}`, errors);
});
afterAll(async () => { await closePages(browser); });

describe('measuring', () => {
  it('opens from the tools', async () => {
    await page.getByRole('button', { name: 'Ustawienia i narzędzia' }).click();
    await page.getByTestId('tool-measure').click();
    await sheet().waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair');
    expect(new URL(page.url()).searchParams.get('tool')).toBe('measure');
  });

  it('measures a line clicked on the map, its end clicked twice, and opens no object', async () => {
    for (const [x, y] of [[600, 300], [800, 300], [800, 500], [800, 500]] as const) await page.mouse.click(x, y);
    await expect.poll(() => rows().count()).toBe(1);
    const text = await rows().first().innerText();
    // At zoom 16 and 50.06° a pixel is 0.767 m: two sides of 200 px.
    const metres = Number(/([\d,]+)\sm/.exec(text)?.[1]?.replace(',', '.'));
    expect(metres).toBeGreaterThan(302);
    expect(metres).toBeLessThan(312);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('undoes and redoes by keyboard', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => rows().count()).toBe(1);
  });

  it('measures an area by keyboard alone and says it', async () => {
    await sheet().getByRole('radio', { name: 'Powierzchnia' }).focus();
    await page.keyboard.press('Space');
    await page.locator('canvas.maplibregl-canvas').focus();
    const press = async (key: string) => {
      const before = await page.evaluate(() => (globalThis as unknown as MapWindow & { msip: { map: { getCenter(): unknown } } }).msip.map.getCenter());
      await page.keyboard.press(key);
      if (key.startsWith('Arrow')) await expect.poll(() => page.evaluate(() => { const { map } = (globalThis as unknown as MapWindow & { msip: { map: { getCenter(): unknown } } }).msip; return map.isMoving() ? null : map.getCenter(); }), { timeout: 15_000 }).not.toEqual(before);
      await page.waitForFunction(() => !(globalThis as unknown as MapWindow).msip.map.isMoving());
    };
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'Backspace', 'Enter', 'Escape']) await press(key);
    await expect.poll(() => rows().count()).toBe(2);
    expect(await rows().nth(1).innerText()).toMatch(/Powierzchnia 2\s+[\d,\s]+(?:m²|ha)/u);
    await expect.poll(() => page.getByTestId('status-region').textContent()).toMatch(/^Zmierzono: /);
    await expect.poll(() => new URL(page.url()).searchParams.get('measure')).toMatch(/^line:.*\|polygon:/);
  });

  it('is restored by its link, in English and in the dark, without the sheet', async () => {
    const link = new URL(page.url());
    link.searchParams.delete('tool');
    link.searchParams.set('lang', 'en');
    link.searchParams.set('theme', 'dark');
    const other = await openPage(browser, link.href, errors);
    await expect.poll(() => other.evaluate(() => (globalThis as unknown as MapWindow).msip.map.getStyle().layers.filter(({ id }) => id.startsWith('overlay-measure')).length)).toBeGreaterThan(0);
    const drawn = await other.evaluate(() => {
      const { map } = (globalThis as unknown as MapWindow).msip;
      return map.queryRenderedFeatures({ layers: map.getStyle().layers.filter(({ id }) => id.startsWith('overlay-measure')).map(({ id }) => id) }).length;
    });
    expect(drawn).toBeGreaterThan(0);
    await other.getByRole('button', { name: 'Settings and tools' }).click();
    await other.getByTestId('tool-measure').click();
    await expect.poll(() => rows(other).count()).toBe(2);
    expect(await rows(other).first().innerText()).toMatch(/Distance 1\s+3\d\d\sm/u);
    expect(await axeFaults(other)).toEqual([]);
    await other.close();
  });

  it('breaks no rule of accessibility and throws nothing', async () => {
    expect(await axeFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
