/** An adviser makes a site of two parcels, adds a picture, publishes; a resident sees it; an enquiry is answered; it is withdrawn, and nobody sees it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jpeg } from '../api/attachments-files.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { type Person, signIn } from '../support/people.ts';
import { axeFaults } from './axe.ts';
import { browserOf } from './desk.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let app: TestApp;
let browser: Browser;
let ada: Person;
let adam: Person;
let page: Page;
let parcels: string[];
const errors: string[] = [];
const WAIT = { timeout: 20_000 };
const publicly = async (): Promise<{ pictures: { title: string }[] } | number> => {
  const response = await fetch(`${app.url}/api/investment/sites/teren-z-dwoch-dzialek`);
  return response.ok ? await response.json() as { pictures: { title: string }[] } : response.status;
};
const state = () => page.getByTestId('site-state').getAttribute('data-state');

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), unpaintedBrowser()]);
  ada = await signIn(app, { login: 'ada', name: 'Ada Wit', role: 'investor-adviser' });
  adam = await signIn(app, { login: 'adam', name: 'Adam Bor', role: 'investor-adviser' });
  parcels = (await app.database.db.one<{ keys: string[] }>(`SELECT ARRAY[one.key, two.key] AS keys FROM investment.neighbour AS pair JOIN cadastre.parcel AS one ON one.id = pair.a JOIN cadastre.parcel AS two ON two.id = pair.b
    WHERE NOT EXISTS (SELECT FROM investment.site WHERE site.geom && one.geom) ORDER BY one.key, two.key LIMIT 1`)).keys;
  page = await openPage(browser, `${app.url}/?tool=desk-sites`, errors, browserOf(ada, app));
});
afterAll(async () => {
  await closePages(browser);
  await app?.close();
});

describe('a site on the desk', () => {
  it('is made from two parcels, found by number; what is typed survives a reload', async () => {
    await page.getByTestId('add-site').click();
    await page.getByTestId('create-site').click();
    await expect.poll(() => page.getByTestId('new-site').getByRole('alert').count(), WAIT).toBeGreaterThan(0);
    await page.getByTestId('site-name').fill('Teren z dwóch działek');
    for (const key of parcels) {
      await page.getByTestId('find-parcel').fill(key);
      await page.getByTestId('found-parcels').getByRole('button').first().click(WAIT);
      await expect.poll(() => page.getByTestId('site-parcels').innerText(), WAIT).toContain(key);
    }
    await page.reload();
    await page.getByTestId('add-site').click();
    await expect.poll(() => page.getByTestId('site-name').inputValue(), WAIT).toBe('Teren z dwóch działek');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByTestId('create-site').click();
    await expect.poll(state, WAIT).toBe('unpublished');
    expect(await publicly()).toBe(404);
  });

  it('has its parcels on the map, where they are taken off and added by pressing them', async () => {
    const { point } = await app.database.db.one<{ point: [number, number] }>('SELECT ARRAY[ST_X(middle), ST_Y(middle)] AS point FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) AS middle FROM cadastre.parcel WHERE key = $1) AS parcel', [parcels[0]]);
    const drawn = () => page.evaluate(() => { const { map } = (globalThis as unknown as MapWindow).msip; return map.getLayer('overlay-site-parcels:0') ? new Set(map.queryRenderedFeatures({ layers: ['overlay-site-parcels:0'] }).map(({ properties }) => properties['identifier'])).size : 0; });
    await expect.poll(drawn, WAIT).toBe(2);
    await page.getByTestId('pick-parcels').click();
    const press = async () => {
      await idleMap(page);
      const { x, y } = await page.evaluate((at) => { const { map } = (globalThis as unknown as MapWindow).msip; return map.project(at); }, point);
      await page.mouse.click(x, y);
    };
    await press();
    await expect.poll(() => page.getByTestId('site-parcels').innerText(), WAIT).not.toContain(parcels[0]);
    await expect.poll(drawn, WAIT).toBe(1);
    await press();
    await expect.poll(() => page.getByTestId('site-parcels').innerText(), WAIT).toContain(parcels[0]);
    await page.getByTestId('pick-parcels').click();
    await page.getByRole('button', { name: 'Porzuć zmiany' }).click();
    await expect.poll(() => page.getByTestId('save-bar').count(), WAIT).toBe(0);
  });

  it('gets a picture with a caption, and a price', async () => {
    await page.getByTestId('add-site-file').setInputFiles({ name: 'widok.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
    const caption = page.getByTestId('site-files').getByRole('textbox');
    await caption.fill('Widok od ulicy', WAIT);
    await page.getByTestId('site-price_pln').fill('1 500 000');
    await page.getByTestId('save-site').click();
    await expect.poll(() => page.getByTestId('save-bar').count(), WAIT).toBe(0);
    const { content } = await (await ada.fetch('/api/investment/desk/sites/teren-z-dwoch-dzialek')).json() as { content: { price_pln: number; files: { title: string }[] } };
    expect([content.price_pln, content.files.map(({ title }) => title)]).toEqual([1_500_000, ['Widok od ulicy']]);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is published after a second question, and a resident reads it', async () => {
    await page.getByTestId('publish-site').click();
    await page.getByTestId('publish-yes').click();
    await expect.poll(state, WAIT).toBe('published');
    expect(await publicly()).toMatchObject({ name: 'Teren z dwóch działek', pictures: [{ title: 'Widok od ulicy' }] });
    const resident = await openPage(browser, `${app.url}/teren/teren-z-dwoch-dzialek`, errors);
    await expect.poll(() => resident.locator('body').innerText(), WAIT).toContain('Teren z dwóch działek');
    await resident.close();
  });

  it('who saves after somebody else sees both versions and joins them', async () => {
    const { version, content } = await (await ada.fetch('/api/investment/desk/sites/teren-z-dwoch-dzialek')).json() as { version: number; content: object };
    await page.getByTestId('site-name').fill('Nazwa Ady');
    expect((await adam.fetch('/api/investment/desk/sites/teren-z-dwoch-dzialek', { method: 'PUT', headers: { 'if-match': `"${version}"` }, body: JSON.stringify({ ...content, name: 'Nazwa Adama', power_kw: 900 }) })).status).toBe(200);
    await page.getByTestId('save-site').click();
    await page.getByTestId('site-conflict').waitFor(WAIT);
    expect(await page.getByTestId('site-conflict').innerText()).toMatch(/Adam Bor[\s\S]*Nazwa Adama[\s\S]*Nazwa Ady/);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Moja wersja').check();
    await page.getByTestId('save-joined').click();
    await expect.poll(async () => (await (await ada.fetch('/api/investment/desk/sites/teren-z-dwoch-dzialek')).json() as { content: object }).content, WAIT).toMatchObject({ name: 'Nazwa Ady', power_kw: 900 });
    await expect.poll(state, WAIT).toBe('changed');
  });

  it('tells its history, and is withdrawn with a reason', async () => {
    await page.getByTestId('show-history').click();
    await expect.poll(() => page.getByTestId('site-history').innerText(), WAIT).toMatch(/Nazwa Adama[\s\S]*opublikowano[\s\S]*utworzono/);
    await page.getByTestId('withdraw-site').click();
    await page.getByTestId('withdraw-reason').fill('Sprzedany');
    await page.getByTestId('withdraw-yes').click();
    await expect.poll(state, WAIT).toBe('withdrawn');
    expect(typeof await publicly()).toBe('number');
  });
});

it('an enquiry is read, given to somebody and answered, on a phone too', async () => {
  await app.database.db.none("INSERT INTO office.enquiry (reference, site_key, site_name, name, email, message, sameness, received_at) VALUES ('ZI-AAAAAAAAAA', 'ti-nowa-huta-01', 'Strefa', 'Jan <b>Nowak</b>', 'jan@example.org', 'Ile mocy?', sha256(''), now())");
  const phone = await openPage(browser, `${app.url}/?tool=desk-enquiries`, errors, { ...browserOf(ada, app), viewport: { width: 360, height: 740 } });
  await phone.getByTestId('enquiries').getByRole('button').first().click(WAIT);
  await expect.poll(() => phone.getByTestId('enquiry').innerText(), WAIT).toMatch(/Jan <b>Nowak<\/b>[\s\S]*Ile mocy\?/);
  await phone.getByTestId('set-status').selectOption('answered');
  await phone.getByTestId('set-assignee').selectOption({ label: 'Ada Wit' });
  await phone.getByTestId('enquiry-note').fill('Oddzwonić');
  expect(await axeFaults(phone)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await phone.getByTestId('save-enquiry').click();
  await expect.poll(() => phone.getByTestId('enquiry-history').innerText(), WAIT).toMatch(/Ada Wit · z odpowiedzią · Ada Wit/);
  await phone.goto(`${app.url}/?tool=desk-sought`);
  await phone.getByTestId('sought-tab').waitFor(WAIT);
  await phone.close();
});

it('the pages reported no errors but the refusals that were meant', () => {
  expect(errors.filter((error) => !/status of (404|410|412)/.test(error))).toEqual([]);
});
