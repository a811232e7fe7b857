/** A wrong automatic overlap at a parcel: a planner says so with a reason, a resident reads it without a name, and it is taken back. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../api/procedures-desk.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { browserOf } from './desk.ts';
import { openPage } from './page.ts';

const OUT = 'tests/.output/procedures';
const REASON = 'Granica terenu biegnie po ogrodzeniu, zgodnie z § 3 planu.';
let desk: Desk;
let browser: Browser;
let page: Page;
let path: string;
let zone: string;
const errors: string[] = [];
const entry = (of = page) => of.locator(`[data-entry="zones/${zone}"]`);
const word = () => entry().getByTestId('overlap-word');

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [desk, browser] = await Promise.all([openDesk(), sharedBrowser()]);
  const found = await desk.app.database.db.one<{ parcel: string; zone: string }>(`SELECT parcel.key AS parcel, zone.key AS zone FROM cadastre.parcel JOIN city.district ON district.key = 'I' AND ST_Contains(district.geom, parcel.geom)
    JOIN planning.zone ON ST_Contains(zone.geom, parcel.geom) AND upper_inf(zone.valid) JOIN planning.plan ON plan.key = zone.plan_key AND upper_inf(plan.valid) AND plan.status = 'in-force' AND plan.kind <> 'POG'
    WHERE upper_inf(parcel.valid) AND zone.max_height_m IS NOT NULL AND ST_Area(parcel.geom) > 200 ORDER BY parcel.key LIMIT 1`);
  ({ zone } = found);
  path = `/dzialka/${found.parcel}`;
  page = await openPage(browser, desk.app.url + path, errors, browserOf(desk.people.anna, desk.app));
});
afterAll(async () => {
  await closePages(browser);
  await desk?.close();
});

describe('a word on an overlap', () => {
  it('needs a reason; then the statement shows it with its day, allows nothing more, and keeps the measure', async () => {
    await entry().getByTestId('buildable').waitFor();
    const measured = await entry().locator('[data-label="Powierzchnia części"], [data-label="Udział"]').allInnerTexts();
    await word().locator('summary').click();
    await page.getByTestId('overlap-reason').fill('nie');
    await page.getByTestId('overlap-say').click();
    expect(await word().innerText()).toContain('co najmniej 10 znaków.');
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: `${OUT}/overlap-form.png` });
    await page.getByTestId('overlap-reason').fill(REASON);
    await page.getByTestId('overlap-say').click();
    await expect.poll(() => entry().getByTestId('overruled').innerText()).toMatch(new RegExp(`teren nie dotyczy tej działki: ${REASON}[\\s\\S]*Wydział Planowania Przestrzennego UMK, \\d`));
    expect(await entry().getByTestId('buildable').count()).toBe(0);
    expect(await entry().locator('[data-label="Powierzchnia części"], [data-label="Udział"]').allInnerTexts()).toEqual(measured);
    await page.screenshot({ path: `${OUT}/overlap-word.png` });
  });

  it('is read by residents without a name or a button', async () => {
    const resident = await openPage(browser, desk.app.url + path, errors);
    await expect.poll(() => entry(resident).getByTestId('overruled').innerText()).toContain(REASON);
    expect(await resident.content()).not.toContain('Anna Lis');
    expect(await resident.getByTestId('overlap-word').count()).toBe(0);
    await resident.close();
  });

  it('is taken back after a question, and what was measured counts again', async () => {
    await word().locator('summary').click();
    await expect.poll(() => word().innerText()).toMatch(/teren nie dotyczy działki – Anna Lis/);
    await page.getByTestId('overlap-revoke').click();
    expect(await word().innerText()).toContain('Odwołać?');
    await page.getByTestId('overlap-revoke-yes').click();
    await entry().getByTestId('buildable').waitFor();
    expect(await entry().getByTestId('overruled').count()).toBe(0);
  });

  it('whoever was second sees what the first one said; whose area it is not is told so', async () => {
    await word().locator('summary').click();
    await page.getByTestId('overlap-reason').fill('Teren obejmuje całą działkę.');
    const parcel = decodeURIComponent(path.replace('/dzialka/', ''));
    expect((await desk.ask('chief', 'POST', '/api/overlaps/overrulings', { parcel, layer: 'zones', zone, says: 'applies', reason: 'Pierwsza była główna planistka.' })).status).toBe(201);
    await page.getByTestId('overlap-say').click();
    await expect.poll(() => word().innerText()).toMatch(/teren dotyczy działki – Celina Wilk[\s\S]*Pierwsza była główna planistka\./);
    await page.close();
    const other = await openPage(browser, desk.app.url + path, errors, browserOf(desk.people.piotr, desk.app));
    const at = entry(other).getByTestId('overlap-word');
    await at.locator('summary').click();
    await at.getByTestId('overlap-revoke').click();
    await at.getByTestId('overlap-revoke-yes').click();
    await expect.poll(() => at.innerText()).toContain('to miejsce leży poza obszarem Twoich uprawnień');
    expect(errors.filter((error) => !/status of (401|403|409)/.test(error))).toEqual([]);
  });
});
