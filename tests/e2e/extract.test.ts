/** What applies here, end to end: an address, its parcel, the paper, the code on it; by keyboard alone, without a map, without script. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { hasPoppler, poppler } from '../support/pdf.ts';
import { someParcels } from '../support/statement-facts.ts';
import { axeFaults } from './axe.ts';
import { DESK, openPage, withoutWebgl } from './page.ts';
import { factsOf, factsShown, statementOf } from './statements.ts';

let browser: Browser;
let app: TestApp;
let address: { label: string; parcel: string };
const errors: string[] = [];

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await testApp();
  // An address with a parcel under it.
  address = await app.database.db.one(`SELECT address.label, parcel.key AS parcel
    FROM (SELECT label, geom FROM layer.addresses WHERE house_number ~ '^[0-9]+$' ORDER BY md5(key) LIMIT 40) AS address
    JOIN cadastre.parcel ON parcel.geom && address.geom AND ST_Contains(parcel.geom, address.geom) AND upper_inf(parcel.valid) ORDER BY address.label LIMIT 1`);
});
afterAll(async () => { await closePages(browser); });

describe('from an address to a paper that can be checked', () => {
  let page: Page;
  let pdf: Buffer;

  it('an address is found, and what applies there is that of its parcel', async () => {
    page = await openPage(browser, `${app.url}/`, errors);
    await page.getByRole('combobox').fill(address.label);
    await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
    await page.getByRole('option').first().click();
    await page.getByTestId('panel-addresses').waitFor();
    await page.getByTestId('what-applies-ask').click();
    const answer = page.getByTestId('what-applies-answer');
    await answer.getByTestId('what-applies').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await answer.getByRole('link', { name: /^Działka / }).click();
    await page.getByTestId('parcel-panel').waitFor();
    expect(await page.getByTestId('parcel-identifier').textContent()).toBe(address.parcel);
  });

  it('the panel has every fact of the statement', async () => {
    await page.getByTestId('what-applies').waitFor();
    expect(await factsShown(page, 'parcel-panel')).toEqual(factsOf(await statementOf(app.url, `parcels/${address.parcel}`)));
    expect(await axeFaults(page)).toEqual([]);
  });

  it('the paper is a PDF of this parcel', async () => {
    const href = await page.getByRole('link', { name: 'Dokument PDF' }).getAttribute('href');
    const response = await page.request.get(new URL(href!, app.url).href);
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
    pdf = await response.body();
    expect(pdf.length).toBeGreaterThan(20_000);
  });

  it.skipIf(!hasPoppler())('the address on it leads to a page that says it is unchanged', async () => {
    const url = /https?:\/\/\S+\/verify\/[0-9a-f]{64}/.exec(poppler('pdftotext', pdf, '-raw').replaceAll(/\n/g, ''))![0];
    const checked = await browser.newPage({ viewport: DESK });
    await checked.goto(new URL(new URL(url).pathname, app.url).href);
    expect(await checked.getByRole('heading', { level: 1 }).textContent()).toBe('Bez zmian');
    expect(await checked.textContent('main')).toContain(address.parcel);
    expect(await axeFaults(checked)).toEqual([]);
    await checked.close();
  });
});

describe('by keyboard alone', () => {
  it('a parcel is found, its answer read, its paper and its changes reached', async () => {
    const page = await openPage(browser, `${app.url}/`, errors);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type(address.parcel);
    await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('what-applies').waitFor();
    const reach = async (name: RegExp): Promise<void> => {
      for (let pressed = 0; pressed < 40; pressed += 1) {
        if (name.test(await page.evaluate(() => document.activeElement?.textContent ?? ''))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${String(name)} is not reached by Tab`);
    };
    await reach(/^Dokument PDF$/);
    await reach(/^Co się zmieniło$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tool=difference/);
    await page.close();
  });
});

describe('without a map', () => {
  it('fifty parcels have the same facts in the panel as in their statements', async () => {
    const page = await browser.newPage({ viewport: DESK, locale: 'pl-PL' });
    await withoutWebgl(page);
    await page.goto(app.url);
    await page.waitForSelector('[data-map-status="no-webgl"]');
    for (const parcel of await someParcels(app.database, 50)) {
      await page.evaluate((path) => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }, `/dzialka/${parcel}`);
      await page.waitForFunction((identifier) => document.querySelector('[data-testid="parcel-identifier"]')?.textContent === identifier && document.querySelector('[data-testid="register"]') !== null, parcel);
      expect(await factsShown(page, 'parcel-panel'), parcel).toEqual(factsOf(await statementOf(app.url, `parcels/${parcel}`)));
    }
    await page.close();
  }, 120_000);

  it.each(['/tekst', '/tekst/plany', '/tekst/dzielnica/13', '/tekst/plan/balice-ii', '/tekst/szukaj?q=wielicka', '/verify/unknown'])('%s has no fault of accessibility, at 320 px neither', async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    await page.goto(`${app.url}${path}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('with scripts switched off the map leads to the pages, and they lead on', async () => {
    const page = await browser.newPage({ viewport: DESK, javaScriptEnabled: false });
    await page.goto(`${app.url}/dzialka/${address.parcel}`);
    await page.getByRole('link', { name: 'co obowiązuje na działce, w planie i w dzielnicy' }).click();
    await page.getByRole('searchbox').fill(address.parcel);
    await page.getByRole('button', { name: 'Szukaj' }).click();
    await page.getByRole('link', { name: new RegExp(`^${address.parcel.split('.').at(-1)!.replaceAll('/', '\\/')}$`) }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Działka/ }).waitFor();
    expect(await page.textContent('main')).toContain('Co tu obowiązuje');
    await page.close();
  });

  it('nothing was reported as an error', () => {
    expect(errors).toEqual([]);
  });
});
