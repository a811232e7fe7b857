/** A browser without WebGL: no map, and search, panels, lists and the spatial search all the same. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK, withoutWebgl } from './page.ts';

let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  base = (await testApp()).url;
  page = await browser.newPage({ viewport: DESK, locale: 'pl-PL' });
  await withoutWebgl(page);
  await page.goto(`${base}/#15/50.0414/20.0251`);
});
afterAll(async () => { await closePages(browser); });

describe('without WebGL', () => {
  it('the page says so, and offers nothing that needs the map', async () => {
    await page.waitForSelector('[data-map-status="no-webgl"]');
    await page.getByText('Ta przeglądarka nie umie narysować mapy').waitFor();
    expect(await page.getByRole('button', { name: 'Przybliż' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('the list of what is in view is of the view that the address names', async () => {
    await page.getByTestId('start').getByRole('button', { name: /Lista tego, co widać/ }).click();
    await page.locator('[data-in-view="plans"]').getByText('Płaszów – Rybitwy').waitFor();
    await expect.poll(async () => Number(await page.locator('[data-in-view="parcels"] h3 b').getAttribute('data-count'))).toBeGreaterThan(10);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('an object is found, opened and read', async () => {
    await page.getByRole('combobox').fill('drwinka park');
    await page.getByRole('option', { name: /Park Rzeczny Drwinka/ }).click();
    await page.getByTestId('panel-river-parks').waitFor();
    expect(await page.getByTestId('object-title').textContent()).toBe('Park Rzeczny Drwinka');
    expect(await page.getByRole('button', { name: 'Pokaż', exact: true }).count()).toBe(0);
  });

  it('its surroundings are asked', async () => {
    await page.getByRole('button', { name: 'W pobliżu' }).click();
    await page.getByTestId('area-results').waitFor({ timeout: 20_000 });
    expect(Number(await page.getByTestId('area-results').locator('[data-count]').first().getAttribute('data-count'))).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Prostokąt' }).count()).toBe(0);
  });
});
