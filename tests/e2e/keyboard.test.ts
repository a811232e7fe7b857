/** Every task of searching and reading done by keyboard alone, the focus always where the reader goes on. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';

let browser: Browser;
let page: Page;
let base: string;

const focused = () => page.evaluate(() => {
  const element = document.activeElement;
  return element ? (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() : '';
});
/** Presses Tab until the focus is on what is named so. */
async function tabTo(name: RegExp, limit = 60): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused())) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, `${base}/#14/50.04/20.02`);
});
afterAll(async () => { await closePages(browser); });

describe('by keyboard alone', () => {
  it('the first Tab offers the way to the search box, which leaves the camera alone', async () => {
    const { hash } = new URL(page.url());
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Przejdź do wyszukiwarki');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
    expect(new URL(page.url()).hash).toBe(hash);
  });

  it('an object is found and opened, and reading goes on at its name', async () => {
    await page.keyboard.type('plan płaszów');
    await page.getByRole('option').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plan\/plaszow-rybitwy/);
    await expect.poll(focused).toBe('Płaszów – Rybitwy');
  });

  it('its zones are reached and opened', async () => {
    await page.getByTestId('plan-zones').getByRole('link').first().waitFor();
    await tabTo(/^[A-Z/]+\.\d+$/);
    await page.keyboard.press('Enter');
    await page.getByTestId('panel-zones').waitFor();
    await expect.poll(focused).toMatch(/^[A-Z/]+\.\d+$/);
  });

  it('closes with the button after its name, and the start offers the other ways', async () => {
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Zamknij');
    await page.keyboard.press('Enter');
    await page.getByTestId('start').waitFor();
  });

  it('an area is asked without a pointer', async () => {
    await page.locator('#search').focus();
    await page.keyboard.press('Escape');
    await tabTo(/^Szukaj w obszarze/);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Szukaj w obszarze');
    await tabTo(/^Bez rysowania/);
    await page.keyboard.press('Enter');
    await tabTo(/^To, co widać na mapie$/);
    await page.keyboard.press('Enter');
    await page.getByTestId('area-results').waitFor({ timeout: 20_000 });
    expect(new URL(page.url()).searchParams.get('area')).toMatch(/^box\|/);
    await expect.poll(() => page.getByTestId('status-region').textContent()).toMatch(/obiekt(y|ów)? w obszarze/);
  });

  it('a slash anywhere leads to the search box', async () => {
    await page.getByRole('heading', { name: 'Szukaj w obszarze' }).focus();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
  });
});
