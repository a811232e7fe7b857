/** Every state of the page stands up to axe (WCAG 2.2 AA) and says in words what is the matter. The page without WebGL has a suite of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK, openPage } from './page.ts';

const CAMERA = '#13/50.0617/19.9373';
let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  browser = await unpaintedBrowser();
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

/** Goes to a state of the page as a link within it would: the map stays. */
const go = (on: Page, path: string): Promise<void> => on.evaluate((address) => {
  history.pushState(null, '', address + location.hash);
  dispatchEvent(new PopStateEvent('popstate'));
}, path);

/** Address, and a word that is there when the state is. */
const STATES: readonly (readonly [path: string, word: RegExp])[] = [
  ['/plan/plaszow-rybitwy', /LXI\/859\/12/], ['/dzialka/126104_9.0009.99999', /Nie ma takiej działki|nie ma/i], ['/obiekt/districts/XIII', /Podgórze/],
  ['/?tool=in-view', /Lista zmienia się razem z mapą/], [`/?tool=area&area=${encodeURIComponent('circle|20.0251,50.0414,150|')}`, /Pobierz CSV/],
  ['/?tool=measure&measure=line:19.9347,50.0637,19.939,50.063,19.94,50.061', /Odległość 1/], ['/?tool=coordinates', /Przejdź do współrzędnych/], ['/?tool=files', /Wybierz pliki/],
  ['/?tool=share', /Kopiuj link/], ['/?tool=print', /Tytuł wydruku/],
];

describe.each([
  ['in the dark', { colorScheme: 'dark' }], ['in high contrast', { contrast: 'more' }],
  ['on a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['on a phone in the dark', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' }],
] as const)('%s', (_where, options) => {
  it('panels, lists, tools and the search', async () => {
    const there = await openPage(browser, `${base}/#15/50.0414/20.0251`, [], options);
    for (const [path, word] of STATES) {
      await go(there, path);
      await there.getByText(word).first().waitFor({ timeout: 20_000 });
      expect(await axeFaults(there), path).toEqual([]);
    }
    await go(there, '/');
    for (const [text, word] of [['wielicka', /ul\. Wielicka|Wielicka/], ['qqqxyzw', /Nic nie pasuje/]] as const) {
      await there.getByRole('combobox').fill(text);
      await there.locator('#panel').getByText(word).first().waitFor({ timeout: 20_000 });
      expect(await axeFaults(there), text).toEqual([]);
    }
    await there.close();
  });
});

describe('when something is away', () => {
  it('speed: after a while the page says that the map takes longer than usual, and is quiet when it is there', async () => {
    const slow = await browser.newPage({ viewport: DESK, locale: 'pl-PL' });
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => { release = resolve; });
    await slow.route(/\/tiles\/.*\.mvt/, async (route) => {
      await released;
      await route.continue().catch(() => undefined);
    });
    await slow.goto(`${base}/${CAMERA}`);
    await slow.getByRole('progressbar', { name: 'Mapa się wczytuje' }).waitFor({ timeout: 30_000 });
    await slow.getByText('Mapa wczytuje się dłużej niż zwykle.').waitFor({ timeout: 30_000 });
    expect(await axeFaults(slow)).toEqual([]);
    release();
    await expect.poll(() => slow.getByText('Mapa wczytuje się dłużej niż zwykle.').count(), { timeout: 30_000 }).toBe(0);
    await slow.close();
  });

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
