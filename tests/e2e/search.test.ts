/** The journey of the search box: type, choose, read, share, open again – in both languages, and when the server is away. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { openPage } from './page.ts';

let browser: Browser;
let page: Page;
let base: string;
const errors: string[] = [];

const box = () => page.getByRole('combobox');
const options = () => page.getByRole('option');
async function type(text: string): Promise<void> {
  await box().fill(text);
  await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
}

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, `${base}/#13/50.04/19.99`, errors, { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => { await closePages(browser); });

describe('the search box', () => {
  it('groups what it finds and shows what matched', async () => {
    await type('drwinka');
    const group = page.getByRole('group', { name: 'Parki rzeczne' });
    await group.waitFor();
    expect(await group.locator('mark').first().textContent()).toBe('Drwinka');
    expect(new URL(page.url()).searchParams.get('q')).toBe('drwinka');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('finds without Polish letters and in any case', async () => {
    await type('PLASZOW RYBITWY');
    await expect.poll(() => options().first().textContent()).toContain('Płaszów – Rybitwy');
  });

  it('opens the marked entry with Enter, flies there and empties itself', async () => {
    await type('park rzeczny drwinka');
    await box().press('ArrowDown');
    await expect.poll(() => box().getAttribute('aria-activedescendant')).toBe('search-option-0');
    await box().press('Enter');
    await page.waitForURL(/\/obiekt\/river-parks\/park-rzeczny-drwinka/);
    await expect.poll(() => page.getByTestId('object-title').textContent()).toBe('Park Rzeczny Drwinka');
    expect(new URL(page.url()).searchParams.has('q')).toBe(false);
    await expect.poll(() => Number(/#[\d.]+\/([\d.]+)/.exec(page.url())?.[1]), { timeout: 10_000 }).toBeCloseTo(50.0127, 2);
    expect(await box().inputValue()).toBe('');
    await expect.poll(() => page.title()).toContain('Park Rzeczny Drwinka');
  });

  it('is shared by its link, which opens the same object at the same place', async () => {
    await page.getByRole('button', { name: /Kopiuj link|Udostępnij/ }).first().click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const reopened = await openPage(browser, link, errors);
    await expect.poll(() => reopened.getByTestId('object-title').textContent()).toBe('Park Rzeczny Drwinka');
    expect(new URL(reopened.url()).hash).toBe(new URL(page.url()).hash);
    await reopened.close();
  });

  it('is handed to the device\'s own way of passing things on, where it has one', async () => {
    await page.evaluate(() => Object.assign(navigator, { share: async (given: object) => { document.body.dataset['shared'] = JSON.stringify(given); } }));
    await page.getByRole('button', { name: 'Udostępnij', exact: true }).first().click();
    const link = await page.getByRole('textbox', { name: 'Link do tego widoku' }).inputValue();
    await page.getByRole('button', { name: 'Wyślij…' }).click();
    const shared: unknown = await page.evaluate(() => JSON.parse(document.body.dataset['shared']!));
    expect(shared).toEqual({ title: expect.stringContaining('Park Rzeczny Drwinka'), url: link });
    expect(link).toContain('/obiekt/river-parks/park-rzeczny-drwinka');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('textbox', { name: 'Link do tego widoku' }).count()).toBe(0);
  });

  it('remembers on this device what was opened, and forgets it when asked', async () => {
    await box().click();
    await expect.poll(() => options().allTextContents()).toEqual([expect.stringContaining('Park Rzeczny Drwinka')]);
    await page.getByRole('button', { name: 'Wyczyść historię' }).click();
    await expect.poll(() => options().count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('msip.searched'))).toBeNull();
  });

  it('helps when nothing is found', async () => {
    await type('qqqxyzw');
    await page.getByText('Nic nie pasuje do „qqqxyzw”').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'P-9', exact: true }).click();
    await expect.poll(() => options().first().textContent()).toContain('P-9');
  });

  it('understands coordinates and marks the place', async () => {
    await type('5547788,4 7423966,7');
    await expect.poll(() => options().first().textContent()).toContain('EPSG:2178');
    await box().press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^50\.0613\d+,19\.938\d+$/);
  });

  it('keeps the list closed after Escape, and the text for another try', async () => {
    await type('wielicka');
    await box().press('Escape');
    await expect.poll(() => page.getByTestId('search-list').count()).toBe(0);
    expect(await box().inputValue()).toBe('wielicka');
    await box().press('Escape');
    await expect.poll(() => box().inputValue()).toBe('');
  });

  it('never opens a stale answer: Enter before the answer waits', async () => {
    await type('drwinka');
    const before = new URL(page.url()).pathname;
    await page.route('**/api/search?*', async (route) => { await new Promise((resolve) => { setTimeout(resolve, 600); }); await route.continue().catch(() => undefined); });
    await box().fill('wielicka');
    await box().press('Enter');
    expect(new URL(page.url()).pathname).toBe(before);
    await page.unroute('**/api/search?*');
    await expect.poll(() => options().first().textContent()).toContain('Wielicka');
  });

  it('says what to do when the database is away, and recovers', async () => {
    await page.route('**/api/search?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', headers: { 'retry-after': '1' }, body: '{"type":"about:blank","title":"x","status":503}' }));
    await box().fill('ruczaj');
    await page.getByText('To nie znaczy, że danych nie ma').waitFor({ timeout: 15_000 });
    expect(await page.getByText('Nic nie pasuje').count()).toBe(0);
    await page.unroute('**/api/search?*');
    await page.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    await expect.poll(() => page.getByText('To nie znaczy, że danych nie ma').count()).toBe(0);
  });

  it('speaks English when asked', async () => {
    const english = await openPage(browser, `${base}/?lang=en&q=drwinka#13/50.04/19.99`, errors);
    await english.getByRole('group', { name: 'River parks' }).waitFor();
    await english.close();
  });

  it('threw nothing on the way', () => {
    expect(errors.filter((error) => !error.includes('503'))).toEqual([]);
  });
});
