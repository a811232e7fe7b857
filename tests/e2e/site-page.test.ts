/** The page of a site, the shortlist in the link, the comparison, the form to ask – with mouse, by keyboard, on a phone, in both languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, testApp, type TestApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK } from './page.ts';

let browser: Browser;
let base: string;
let own: TestApp;
let keys: readonly string[];
const errors: string[] = [];
const PHONE = { width: 390, height: 844 };

async function open(path: string, viewport = DESK, at = base): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'pl-PL', reducedMotion: 'reduce' });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${at}${path}`);
  return page;
}
const settled = (page: Page): Promise<unknown> => page.locator('[data-testid="site-compare"][data-settled="true"]').waitFor({ timeout: 60_000 });

beforeAll(async () => {
  browser = await sharedBrowser();
  const app = await testApp();
  base = app.url;
  ({ keys } = await app.database.db.one<{ keys: string[] }>('SELECT array_agg(key ORDER BY key) AS keys FROM investment.site'));
  // Enquiries are written.
  own = await startTestApp();
});
afterAll(async () => {
  await closePages(browser);
  await own?.close();
});

describe('the page of a site', () => {
  it('has plan, capacity, access, zones, procedure and changes, remembers the visit on this device only, and axe finds nothing', async () => {
    const page = await open(`/teren/${keys[0]}`);
    await page.getByTestId('site-offer').waitFor();
    await page.getByTestId('capacity-answer').waitFor();
    for (const part of ['site-access', 'site-parcels', 'site-documents', 'site-procedure', 'site-changes', 'site-contact', 'what-applies', 'enquiry']) expect([part, await page.getByTestId(part).count()]).toEqual([part, 1]);
    await expect.poll(() => page.getByTestId('since-visit').textContent()).toContain('pierwszy raz');
    expect(await page.getByTestId('panel-investment-sites').textContent()).toContain('dane demonstracyjne');
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => page.getByTestId('since-visit').textContent()).toContain('nic się nie zmieniło');
    await page.getByRole('button', { name: 'Zapomnij moje wizyty' }).click();
    await page.reload();
    await expect.poll(() => page.getByTestId('since-visit').textContent()).toContain('pierwszy raz');
  });

  it('says of a site that was taken off the list since when, and of none that there is none', async () => {
    await own.database.db.none('DELETE FROM investment.site WHERE key = $1', [keys.at(-1)]);
    const page = await open(`/teren/${keys.at(-1)}`, DESK, own.url);
    await expect.poll(() => page.getByTestId('site-gone').textContent()).toContain('został z niej wycofany');
    await page.goto(`${own.url}/teren/nigdy-nie-bylo`);
    await page.getByText('Nie ma takiego obiektu.').first().waitFor();
    expect(await page.getByTestId('site-gone').count()).toBe(0);
  });
});

describe('the shortlist and the comparison', () => {
  it('two sites go on the list, stand in the link, differ by a sign, are ordered, and taken off', async () => {
    const page = await open(`/teren/${keys[0]}`);
    await page.getByTestId('shortlist').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('sites')).toBe(keys[0]);
    await page.goto(`${base}/teren/${keys[1]}?sites=${keys[0]}`);
    await page.getByTestId('shortlist').click();
    await page.getByTestId('compare').click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('sites')).toBe(`${keys[0]},${keys[1]}`);
    const heads = page.getByTestId('site-compare').locator('thead th[data-site]');
    expect(await heads.count()).toBe(2);
    const area = page.locator('[data-row="area_ha"]');
    expect(await area.locator('th').textContent()).toContain('≠');
    const [one, two] = await area.locator('td').allTextContents();
    expect(one).not.toBe(two);
    const order = () => heads.evaluateAll((all) => all.map((head) => head.getAttribute('data-site')));
    await area.getByRole('button').click();
    const rising = await order();
    await area.getByRole('button').click();
    await expect.poll(order).toEqual(rising.toReversed());
    const rows = page.locator('[data-row]');
    const all = await rows.count();
    await page.getByLabel('Tylko wiersze, które się różnią').check();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await page.locator('[data-differs="false"]').count()).toBe(0);
    await page.getByRole('button', { name: /^Usuń z porównania/ }).first().click();
    await expect.poll(() => heads.count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compare-title');
    await page.getByText('Dodaj drugi').first().waitFor();
  });

  it('is used by keyboard alone, in English, with a municipal parcel and a key that leads nowhere', async () => {
    const app = await testApp();
    const { key } = await app.database.db.one<{ key: string }>('SELECT key FROM layer.municipal_parcels ORDER BY key LIMIT 1');
    const page = await open(`/?tool=site-compare&lang=en&sites=${keys[0]},parcel:${key},nigdy-nie-bylo`);
    await settled(page);
    expect(await page.locator('thead th[data-site]').count()).toBe(3);
    expect(await page.locator('[data-row="price_pln"] td').nth(1).textContent()).toBe('not known – nobody offers it');
    await page.getByText('not in the register: withdrawn, or the key is wrong').first().waitFor();
    // Printed, it stands alone; as a file it holds what the register knows, in the system that is chosen.
    await page.emulateMedia({ media: 'print' });
    expect([await page.getByTestId('site-compare').isVisible(), await page.locator('main').isVisible(), await page.locator('[data-row="area_ha"] th').isVisible()]).toEqual([true, false, true]);
    await page.emulateMedia({ media: 'screen' });
    await page.getByTestId('site-compare').getByText('Download').press('Enter');
    await page.getByLabel('Coordinate system').selectOption('EPSG:2180');
    const file = new URL((await page.getByRole('link', { name: 'GeoPackage' }).getAttribute('href'))!, base);
    expect(Object.fromEntries(file.searchParams)).toEqual({ sites: keys[0], parcels: key, format: 'gpkg', crs: 'EPSG:2180', lang: 'en' });
    expect((await fetch(file)).status).toBe(200);
    await page.getByRole('link', { name: 'GeoPackage' }).press('Escape');
    await expect.poll(() => page.getByRole('link', { name: 'GeoPackage' }).isVisible()).toBe(false);
    await page.locator('#compare-title').focus();
    for (let at = 0; at < 30; at += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Order by:'))) break;
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-row] button[aria-pressed="true"]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByTestId('site-compare').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('sites')).toContain('parcel:');
  });

  it('on a phone the labels stay in sight while the columns move', async () => {
    const page = await open(`/?tool=site-compare&sites=${keys.slice(0, 4).join(',')}`, PHONE);
    await settled(page);
    const label = page.locator('[data-row="area_ha"] th');
    const before = await label.boundingBox();
    await page.getByRole('region', { name: 'Tabela porównania' }).evaluate((area) => { area.scrollLeft = 300; });
    const last = page.locator('[data-row="area_ha"] td').first();
    await expect.poll(async () => (await last.boundingBox())!.x).toBeLessThan(before!.x);
    expect((await label.boundingBox())!.x).toBe(before!.x);
    expect(await axeFaults(page)).toEqual([]);
    // What is opened from it is seen.
    await page.locator('thead th[data-site] a').first().evaluate((link: HTMLElement) => link.click());
    await page.getByTestId('site-compare').waitFor({ state: 'detached' });
    await page.getByTestId('panel-investment-sites').waitFor();
  });
});

describe('the form to ask', () => {
  it('says what is wrong where, keeps the draft over a reload, and ends with a number', async () => {
    const page = await open(`/teren/${keys[0]}`, DESK, own.url);
    await page.getByTestId('enquiry-open').click();
    await page.getByRole('button', { name: 'Wyślij zapytanie' }).click();
    await expect.poll(() => page.locator('[aria-invalid="true"]').count()).toBe(4);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    await page.getByLabel('Imię i nazwisko').fill('Jan Próbny');
    await page.getByLabel('Adres e-mail').fill('to nie adres');
    await page.getByLabel('Treść zapytania').fill('Czy jest kanalizacja?\nJaka moc?');
    await page.getByLabel(/Zgadzam się/).check();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wyślij zapytanie' }).click();
    await page.getByTestId('enquiry-failed').waitFor();
    await page.getByText('Podaj adres e-mail, na który odpowiemy.').first().waitFor();
    await page.reload();
    await page.getByTestId('enquiry-open').click();
    await expect.poll(() => page.getByLabel('Treść zapytania').inputValue()).toBe('Czy jest kanalizacja?\nJaka moc?');
    expect(await page.getByLabel(/Zgadzam się/).isChecked()).toBe(false);
    await page.getByLabel('Adres e-mail').fill('jan@example.org');
    await page.getByLabel(/Zgadzam się/).check();
    await page.getByRole('button', { name: 'Wyślij zapytanie' }).click();
    await page.getByTestId('enquiry-sent').waitFor({ timeout: 20_000 });
    const reference = /ZI-[0-9A-Z]{10}/.exec((await page.getByTestId('enquiry-sent').textContent())!)![0];
    expect(await own.database.db.one('SELECT site_key, name, email, message FROM office.enquiry WHERE reference = $1', [reference])).toEqual({ site_key: keys[0], name: 'Jan Próbny', email: 'jan@example.org', message: 'Czy jest kanalizacja?\nJaka moc?' });
    await page.getByRole('button', { name: 'Napisz następne' }).click();
    expect(await page.getByLabel('Treść zapytania').inputValue()).toBe('');
  });

  it('in English it says that a server away is no refusal, and keeps what was written', async () => {
    const page = await open(`/teren/${keys[0]}?lang=en`, DESK, own.url);
    await page.getByTestId('enquiry-open').click();
    await page.route('**/api/investment/enquiries', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:msip:problem:unavailable', title: '', status: 503, detail: '', instance: '', requestId: '' }) }));
    await page.getByLabel('Name', { exact: true }).fill('Ann');
    await page.getByLabel('E-mail address').fill('ann@example.org');
    await page.getByLabel('Your enquiry').fill('How much power?');
    await page.getByLabel(/I agree/).check();
    await page.getByRole('button', { name: 'Send the enquiry' }).click();
    await expect.poll(() => page.getByTestId('enquiry-failed').textContent(), { timeout: 15_000 }).toContain('The draft is kept');
    expect(await page.getByLabel('Your enquiry').inputValue()).toBe('How much power?');
  });
});

it('no page has thrown', () => { expect(errors).toEqual([]); });
