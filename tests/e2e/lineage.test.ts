/** A resident opens an old parcel number and finds what became of it, and from a new one what it was made from, on the day when that stood. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cadastre, cadastre, identifier } from '../api/lineage-cadastre.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { openPage } from './page.ts';

let browser: Browser;
let app: TestApp;
let land: Cadastre;
let page: Page;
const errors: string[] = [];
const history = () => page.getByTestId('parcel-history');
const path = (): string => decodeURIComponent(new URL(page.url()).pathname);

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp({ database: 'seeded' });
  land = cadastre(app.database);
  await land.edition('2023-01-01', { '9012': [0, 100], '9013': [100, 150] });
  await land.edition('2024-03-05', { '9012/1': [0, 40], '9012/2': [40, 100], '9013': [100, 150] });
  page = await openPage(browser, `${app.url}/dzialka/${identifier('9012')}`, errors);
}, 120_000);
afterAll(async () => { await closePages(browser); await land?.close(); await app?.close(); });

describe('an old parcel number', () => {
  it('says since when it is no more and what became of it, in an accessible way', async () => {
    await expect.poll(() => page.getByTestId('parcel-gone').innerText()).toBe('Działki 9012 nie ma od 5.03.2024. Na jej gruncie są teraz: 9012/2, 9012/1');
    expect(await page.getByText('Nie znaleziono').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('leads to the new one, which tells what it was made from', async () => {
    await page.getByTestId('parcel-gone').getByRole('link', { name: '9012/1' }).click();
    await expect.poll(path).toBe(`/dzialka/${identifier('9012/1')}`);
    await expect.poll(async () => (await history().innerText()).replaceAll(/\s+/g, ' ')).toContain('od 5.03.2024 9012/1 powstała z podziału działki 9012 (40 % jej powierzchni)');
    expect(await history().innerText()).toContain('Rejestr sięga tutaj do');
  });

  it('leads back to the old one on its last day, when it stood', async () => {
    await history().getByRole('link', { name: '9012', exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('day')).toBe('2024-03-04');
    await expect.poll(() => page.getByTestId('parcel-identifier').innerText()).toBe(identifier('9012'));
    expect(await page.getByTestId('parcel-gone').count()).toBe(0);
    await expect.poll(() => history().getByRole('link').allInnerTexts()).toEqual(['9012/1', '9012/2']);
  });

  it('of a parcel that never changed there is no history to show', async () => {
    await page.goto(`${app.url}/dzialka/${identifier('9013')}`);
    await expect.poll(() => page.getByTestId('parcel-identifier').innerText()).toBe(identifier('9013'));
    await page.waitForLoadState('networkidle');
    expect(await history().count()).toBe(0);
    // The old number is a 404 of the parcel's own address; the browser notes that.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });

  it('is told in English too', async () => {
    await page.goto(`${app.url}/dzialka/${identifier('9012')}?lang=en`);
    await expect.poll(() => page.getByTestId('parcel-gone').innerText()).toBe('Parcel 9012 is no more since 5 March 2024. On its ground there is now: 9012/2, 9012/1');
    expect(await history().innerText()).toContain('was made by dividing 9012');
  });
});
