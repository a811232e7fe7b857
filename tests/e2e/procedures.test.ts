/** A plan from the desk to the public: a draft from the law in force, a height, a gap that is found and mended or overruled, published, seen by a resident, withdrawn. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Draft, Findings, Procedure } from '../../domain/contract/office/procedure.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { CORNER, type Desk, openDesk } from '../api/procedures-desk.ts';
import { axeFaults } from './axe.ts';
import { browserOf } from './desk.ts';
import { DESK, idleMap, type MapWindow, openPage } from './page.ts';

const KEY = 'nowe-rondo';
const OUT = 'tests/.output/procedures';
let desk: Desk;
let browser: Browser;
let page: Page;
const errors: string[] = [];
const unexpected = () => errors.filter((error) => !/status of (401|404|412|422)/.test(error));
const path = (rest = '') => `/api/procedures/${KEY}${rest}`;
const draftNow = async (): Promise<Draft> => Draft.parse((await desk.ask('anna', 'GET', path('/drafts/1'))).body);
const findingsNow = async (): Promise<Findings> => Findings.parse((await desk.ask('anna', 'GET', path('/drafts/1/checks'))).body);
const shot = (name: string, of = page) => of.screenshot({ path: `${OUT}/${name}.png` });
const publicPlan = () => fetch(`${desk.app.url}/api/collections/plans/items?key=${KEY}`).then(async (answer) => (await answer.json() as { features: unknown[] }).features.length);

/** Of a size that is drawn in good time beside other suites. */
const openAs = (who: 'anna' | 'chief' | null, address: string, viewport = DESK): Promise<Page> =>
  openPage(browser, desk.app.url + address, errors, { viewport, ...(who ? browserOf(desk.people[who], desk.app) : {}) });
const zoneRow = (symbol: string) => page.locator(`[data-zone="${symbol}"]`);
async function saved(): Promise<void> {
  await page.getByTestId('save-work').click();
  await expect.poll(() => page.getByTestId('save-work').count(), { timeout: 20_000 }).toBe(0);
}

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [desk, browser] = await Promise.all([openDesk(), sharedBrowser()]);
  const made = await desk.ask('anna', 'POST', '/api/procedures', await desk.plan(KEY, {
    name: 'Nowe Rondo', lead: desk.people.anna.id,
    events: [{ stage: 'INITIATION', title: 'Uchwała o przystąpieniu', dueOn: null, onDate: '2026-01-14', untilDate: null, document: null }, { stage: 'OPINIONS', title: 'Opinie i uzgodnienia', dueOn: '2026-05-01', onDate: null, untilDate: null, document: null }],
  }));
  expect(made.status).toBe(201);
  page = await openAs('anna', '/?tool=desk-procedures');
});
afterAll(async () => {
  await closePages(browser);
  await desk?.close();
});

describe('a plan on the desk', () => {
  it('stands in the list, overdue in words; filters leave it or not', async () => {
    const row = page.getByTestId(`procedure-${KEY}`);
    await expect.poll(() => row.innerText()).toMatch(/Nowe Rondo[\s\S]*Opinie i uzgodnienia[\s\S]*po terminie o/);
    await page.getByLabel('opublikowane', { exact: true }).check();
    expect(await row.count()).toBe(0);
    await page.getByLabel('opublikowane', { exact: true }).uncheck();
    await page.getByLabel('moje', { exact: true }).check();
    expect(await axeFaults(page)).toEqual([]);
    await shot('list');
    await row.click();
    await expect.poll(() => new URL(page.url()).searchParams.get('procedure')).toBe(KEY);
  });

  it('has its course changed, a step undone, and is saved', async () => {
    const events = page.getByTestId('events');
    await events.getByRole('button', { name: 'Zmień: Opinie i uzgodnienia' }).click();
    await events.getByLabel('Odbyło się').fill('2026-06-02');
    await page.getByTestId('add-document').click();
    await page.getByTestId('document-title-0').fill('Prognoza oddziaływania');
    await page.getByTestId('documents').getByRole('button', { name: /^Usuń: Prognoza/ }).click();
    expect(await page.getByTestId('documents').getByText('Prognoza').count()).toBe(0);
    await page.getByRole('button', { name: 'Cofnij krok' }).click();
    await expect.poll(() => page.getByTestId('documents').innerText()).toContain('Prognoza oddziaływania');
    expect(await axeFaults(page)).toEqual([]);
    await shot('procedure');
    await saved();
    const stands = Procedure.parse((await desk.ask('anna', 'GET', path())).body);
    expect([stands.version, stands.documents.map(({ title }) => title), stands.events[1]!.onDate]).toEqual([2, ['Prognoza oddziaływania'], '2026-06-02']);
  });

  it('written by two at once: says who was first, shows both versions, loses nothing', async () => {
    await page.getByText('Dane procedury i granica').click();
    await page.getByTestId('edit-name').fill('Nowe Rondo (moje)');
    const { lead, key: _, version, bbox: __, changedAt: _a, changedBy: _b, drafts: _c, publications: _d, may: _e, ...content } = Procedure.parse((await desk.ask('chief', 'GET', path())).body);
    expect((await desk.ask('chief', 'PUT', path(), { ...content, lead: lead?.id ?? null, name: 'Nowe Rondo (tamto)', definitionRegime: 'PRE_2023' }, version)).status).toBe(200);
    await page.getByTestId('save-work').click();
    const conflict = page.getByTestId('conflict');
    await expect.poll(() => conflict.innerText()).toMatch(/Celina Wilk[\s\S]*Nowe Rondo \(tamto\)[\s\S]*Nowe Rondo \(moje\)/);
    await shot('conflict');
    await page.getByTestId('save-joined').click();
    await conflict.waitFor({ state: 'detached' });
    const joined = Procedure.parse((await desk.ask('anna', 'GET', path())).body);
    expect([joined.name, joined.definitionRegime]).toEqual(['Nowe Rondo (moje)', 'PRE_2023']);
  });

  it('gets a draft from the law in force, painted on the map and marked as not public', async () => {
    await page.getByTestId('make-draft').click();
    await page.getByTestId('draft-banner').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('procedure')).toBe(`${KEY}~1`);
    await idleMap(page);
    const drawn = await page.evaluate(() => {
      const { map } = (globalThis as unknown as MapWindow).msip;
      const layers = map.getStyle().layers.filter(({ id }) => id.startsWith('overlay-procedure-draft')).map(({ id }) => id);
      return map.queryRenderedFeatures({ layers }).map(({ properties }) => properties['role']);
    });
    expect(drawn).toEqual(expect.arrayContaining(['zone', 'boundary']));
    expect((await draftNow()).zones.length).toBeGreaterThan(0);
    expect(await axeFaults(page)).toEqual([]);
    await shot('draft');
  });

  it('a height is changed; what is not saved outlives the page', async () => {
    const { zones } = await draftNow();
    const zone = zones.find(({ symbol }) => zones.filter((one) => one.symbol === symbol).length === 1);
    await zoneRow(zone!.symbol).first().click();
    await page.getByTestId('zone-maxHeightM').fill('17,5');
    await expect.poll(() => page.getByTestId('save-bar').innerText()).toContain('zachowane na tym urządzeniu');
    await page.reload();
    await idleMap(page);
    await expect.poll(() => page.getByTestId('save-bar').innerText()).toContain('z poprzedniej wizyty');
    await saved();
    expect((await draftNow()).zones.find(({ id }) => id === zone!.id)!.maxHeightM).toBe(17.5);
    expect((await draftNow()).zones.filter(({ id }) => id !== zone!.id)).toEqual(zones.filter(({ id }) => id !== zone!.id));
  });

  it('a square plan of three zones has no fault', async () => {
    // The law at this place is of a few large zones with faults of their own: here are three plain ones.
    const { version, zones } = await draftNow();
    const write = [await desk.square(0, 0, 80, 100), await desk.square(80, 0, 60, 100), await desk.square(140, 0, 60, 100)].map((geometry, at) => desk.zone(`ZN.${at + 1}`, geometry));
    expect((await desk.ask('anna', 'POST', path('/drafts/1/zones'), { write, remove: zones.map(({ id }) => id) }, version)).status).toBe(200);
    await page.reload();
    await idleMap(page);
    await expect.poll(() => page.getByTestId('check-state').innerText(), { timeout: 20_000 }).toMatch(/bez uwag/);
  });

  it('a deleted zone is a gap, shown at its place', async () => {
    await zoneRow('ZN.2').click();
    await page.getByTestId('zone-remove').click();
    await saved();
    await expect.poll(() => page.getByTestId('checks').innerText(), { timeout: 20_000 }).toMatch(/wstrzymuje: 1/);
    const gap = page.getByTestId('findings-gap').getByTestId('finding');
    expect(await gap.innerText()).toMatch(/6.?000\sm²/);
    await gap.getByTestId('show-finding').click();
    await idleMap(page);
    const marked = await page.evaluate(() => {
      const { map } = (globalThis as unknown as MapWindow).msip;
      return map.queryRenderedFeatures({ layers: map.getStyle().layers.filter(({ id }) => id.startsWith('overlay-procedure-draft')).map(({ id }) => id) }).some(({ properties }) => properties['role'] === 'finding');
    });
    expect(marked).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await shot('finding');
  });

  it('the gap is closed by coordinates that are typed: two rectangles, joined into one zone', async () => {
    const rectangle = (east: number, width: number) => [[east, 0], [east + width, 0], [east + width, 100], [east, 100]].map(([e, n]) => `${CORNER.northing + n!} ${CORNER.easting + e!}`).join('\n');
    for (const [east, width] of [[80, 30], [110, 30]] as const) {
      await page.getByTestId('draw-zone').click();
      await page.getByText('Wpisz współrzędne').click();
      await page.getByTestId('typed-places').fill(rectangle(east, width));
      await page.getByRole('button', { name: 'Użyj tych punktów' }).click();
      await page.getByTestId('zone-form').waitFor();
      await page.getByTestId('zone-paragraph').fill('§ 9');
      if (east === 80) await page.getByRole('button', { name: 'Zamknij teren' }).click();
    }
    await page.getByTestId('zone-join').selectOption({ label: 'ZN.2' });
    await expect.poll(() => page.getByTestId('zones').locator('[data-zone]').count()).toBe(3);
    await shot('joined');
    await saved();
    await expect.poll(async () => (await findingsNow()).findings.filter(({ kind }) => kind === 'gap' || kind === 'overlap')).toEqual([]);
    expect((await draftNow()).zones.map(({ areaM2 }) => Math.round(areaM2)).toSorted((a, b) => a - b)).toEqual([6000, 6000, 8000]);
  });

  it('a finding is overruled with a reason, and stays in sight with who and when', async () => {
    const { zones, version } = await draftNow();
    const middle = zones.find(({ areaM2 }) => Math.round(areaM2) === 6000)!;
    expect((await desk.ask('anna', 'POST', path('/drafts/1/zones'), { write: [], remove: [middle.id] }, version)).status).toBe(200);
    await page.reload();
    await idleMap(page);
    const gap = page.getByTestId('findings-gap').getByTestId('finding');
    await gap.getByTestId('overrule').click();
    await page.getByTestId('overrule-reason').fill('nie');
    await page.getByTestId('overrule-go').click();
    expect(await gap.innerText()).toContain('co najmniej 10 znaków');
    await page.getByTestId('overrule-reason').fill('Pas drogi poza ustaleniami planu.');
    await page.getByTestId('overrule-go').click();
    await expect.poll(async () => { const group = page.getByTestId('findings-gap'); if (!await group.evaluate((node: HTMLDetailsElement) => node.open)) await group.locator('summary').click(); return group.innerText(); }).toMatch(/Pas drogi poza ustaleniami planu\.[\s\S]*Anna Lis/);
    expect((await findingsNow()).open).toBe(0);
    expect(await page.getByTestId('publish').count()).toBe(0);
  });
});

describe('the public', () => {
  let chief: Page;
  // Pages that stand open are drawn on beside those that are looked at.
  beforeAll(() => page.close());

  it('sees nothing of it before; the chief planner reads what will be seen, and publishes', async () => {
    expect(await publicPlan()).toBe(0);
    chief = await openAs('chief', `/?tool=desk-procedures&procedure=${KEY}~1`);
    await chief.getByTestId('publish').click();
    await expect.poll(() => chief.getByTestId('publish-confirm').innerText()).toMatch(/Nowe Rondo[\s\S]*plan w opracowaniu[\s\S]*2 tereny/);
    await chief.getByTestId('publish-go').scrollIntoViewIfNeeded();
    await shot('publish', chief);
    expect(await axeFaults(chief)).toEqual([]);
    await chief.getByTestId('publish-go').click();
    await chief.getByTestId('public-plan').waitFor({ timeout: 20_000 });
    expect(await chief.getByTestId('draft-banner').innerText()).toMatch(/^Projekt opublikowany/);
    expect(await publicPlan()).toBe(1);
  });

  it('finds the plan', async () => {
    const resident = await openAs(null, `/plan/${KEY}`);
    await expect.poll(() => resident.getByTestId('object-title').innerText()).toContain('Nowe Rondo');
    await shot('resident', resident);
    await resident.close();
  });

  it('sees it no more when it is withdrawn; the history tells who did what', async () => {
    await chief.getByRole('button', { name: 'Procedura', exact: true }).click();
    await chief.getByTestId('withdraw').click();
    await chief.getByTestId('withdraw-reason').fill('Rysunek bez terenów drogowych.');
    await chief.getByTestId('withdraw-confirm').click();
    await expect.poll(() => chief.getByTestId('publications').innerText(), { timeout: 20_000 }).toMatch(/Wycofano publikację/);
    expect(await publicPlan()).toBe(0);
    await chief.getByTestId('history').getByText('Historia').click();
    await expect.poll(() => chief.getByTestId('history-entries').innerText()).toMatch(/wycofano publikację projektu 1\s+Rysunek bez terenów drogowych\.[\s\S]*Celina Wilk[\s\S]*opublikowano projekt 1[\s\S]*uchylono uwagę do projektu 1\s+Pas drogi poza ustaleniami planu\.[\s\S]*Anna Lis/);
    expect(await axeFaults(chief)).toEqual([]);
    await shot('history', chief);
    await chief.close();
  });

  it.each(['dark', 'contrast'])('on a phone, in English and %s, the editor is whole and breaks no rule', async (theme) => {
    const phone = await openAs('anna', `/?tool=desk-procedures&procedure=${KEY}~1&lang=en&theme=${theme}`, { width: 390, height: 844 });
    await expect.poll(() => phone.getByTestId('draft-banner').innerText()).toContain('Draft – withdrawn, not public');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axeFaults(phone)).toEqual([]);
    await shot(`phone-${theme}`, phone);
    await phone.close();
  });

  it('no page reported a fault', () => expect(unexpected()).toEqual([]));
});
