/** Every state of the page stands up to axe (WCAG 2.2 AA) and says in words what is the matter. The page without WebGL has a suite of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK, openPage } from './page.ts';

const CAMERA = '#13/50.0617/19.9373';
let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, `${base}/${CAMERA}`);
});
afterAll(async () => { await closePages(browser); });

const problem = { status: 503, contentType: 'application/problem+json', headers: { 'retry-after': '1' }, body: JSON.stringify({ type: 'about:blank', title: 'Not available', status: 503, detail: 'database away', instance: '/', requestId: 'x' }) };

describe('on a desk', () => {
  it('the first view', async () => {
    expect(await axeFaults(page)).toEqual([]);
  });

  it('the layers sheet with a legend opened, and with nothing found', async () => {
    await page.getByTestId('open-layers').click();
    await page.getByRole('button', { name: 'Legenda i ustawienia: Przeznaczenie terenów (MPZP)' }).click();
    await page.getByText('zabudowa mieszkaniowa jednorodzinna').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Szukaj warstwy lub oznaczenia').fill('jednorożce');
    await page.getByText('Żadna warstwa nie ma takiej nazwy').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('settings and tools', async () => {
    await page.getByRole('button', { name: 'Ustawienia i narzędzia' }).click();
    await page.getByRole('heading', { name: 'Ustawienia i narzędzia' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('a choice of several objects', async () => {
    await page.goto(`${base}/obiekty/plans:plaszow-rybitwy,river-parks:drwinka${CAMERA}`);
    await expect.poll(() => page.locator('#panel li button').count(), { timeout: 15_000 }).toBe(2);
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each([['dark', 'theme=dark'], ['contrast', 'theme=contrast'], ['English', 'lang=en']])('%s, layers open', async (_what, query) => {
    await page.goto(`${base}/?${query}${CAMERA}`);
    await page.getByTestId('open-layers').click();
    await page.getByTestId('layers').getByRole('switch').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('when something is away', () => {
  it('the database: the page stands, says what to do, and recovers by itself when asked again', async () => {
    const away = await browser.newPage({ viewport: DESK, locale: 'pl-PL' });
    await away.route(/\/(tiles|api)\//, (route) => route.fulfill(problem));
    await away.goto(`${base}/plan/plaszow-rybitwy${CAMERA}`);
    await away.getByText('Część mapy się nie wczytała').waitFor({ timeout: 30_000 });
    await away.locator('#panel').getByText(/chwilowo nie odpowiada/).waitFor({ timeout: 30_000 });
    expect(await axeFaults(away)).toEqual([]);
    await away.unroute(/\/(tiles|api)\//);
    await away.getByRole('button', { name: 'Wczytaj ponownie' }).click();
    await expect.poll(() => away.getByText('Część mapy się nie wczytała').count(), { timeout: 15_000 }).toBe(0);
    await away.close();
  });

  it('the network: the page says that it shows what it has, and is quiet again when it is back', async () => {
    await page.goto(`${base}/${CAMERA}`);
    await page.waitForSelector('[data-map-status="ready"]', { timeout: 45_000 });
    await page.context().setOffline(true);
    await page.getByText('Brak połączenia z siecią. Widać to, co już się wczytało.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => page.getByText('Brak połączenia z siecią').count()).toBe(0);
  });
});
