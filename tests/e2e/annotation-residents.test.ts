/** What residents see of annotations: public ones, when they ask, without names. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { type Person, signIn } from '../support/people.ts';
import { CAMERA, drawn, fillMap, openAs, write } from './annotation-world.ts';
import { axeFaults } from './axe.ts';
import { idleMap } from './page.ts';

let app: TestApp;
let browser: Browser;
let anna: Person;
let piotr: Person;
let page: Page;
const errors: string[] = [];

let parcel: string;

const pageOf = (person: Person | null, path: string, options: BrowserContextOptions = {}): Promise<Page> => openAs(browser, app, person, path, { options, errors });

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp();
  anna = await signIn(app, { login: 'anna', name: 'Anna Planistka', role: 'planner' });
  piotr = await signIn(app, { login: 'piotr', name: 'Piotr Główny', role: 'chief-planner' });
  parcel = await fillMap(app, anna, piotr);
  page = await pageOf(anna, `/?tool=desk${CAMERA}`);
  await idleMap(page);
});
afterAll(async () => {
  await closePages(browser);
  await app.close();
});

describe('residents', () => {
  it('see public annotations only, when they switch them on, and no names', async () => {
    const asked: string[] = [];
    const resident = await pageOf(null, `/${CAMERA}`);
    resident.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await idleMap(resident);
    expect(asked.filter((path) => path.startsWith('/api/annotations') || path === '/api/session')).toEqual([]);
    await resident.goto(`${app.url}/?annotations=on${CAMERA}`);
    await idleMap(resident);
    await expect.poll(() => drawn(resident)).toEqual(['annotation:light:proposal:open:normal']);
    await resident.context().close();
  });

  it('find a public one in the panel of its parcel, by title and without names', async () => {
    const [west, south] = [20.0277, 50.0424];
    const { features } = (await (await fetch(`${app.url}/api/collections/parcels/items?bbox=${west},${south},${west + 0.0003},${south + 0.0003}&limit=5`)).json()) as { features: { properties: { key: string } }[] };
    const key = features.map(({ properties }) => properties.key).find((one) => one !== parcel)!;
    await write(piotr, '55555555-5555-4555-8555-555555555555', { title: 'Nowe drzewa', category: 'proposal', visibility: 'public', subjects: [{ kind: 'parcel', key }] });
    const resident = await pageOf(null, `/dzialka/${key}`);
    await expect.poll(() => resident.getByTestId('annotations-section').textContent()).toMatch(/Adnotacje \(\d+\).*Nowe drzewa/);
    expect(await resident.getByTestId('annotations-section').textContent()).not.toMatch(/Piotr|Anna/);
    expect(await axeFaults(resident)).toEqual([]);
    await resident.context().close();
  });

  it('find them in the panel of a parcel, where the office finds its own too; a failure is no "none"', async () => {
    const resident = await pageOf(null, `/dzialka/${parcel}`);
    await resident.getByTestId('parcel-identifier').waitFor();
    await page.goto(`${app.url}/dzialka/${parcel}`);
    await expect.poll(() => page.getByTestId('annotations-section').textContent()).toMatch(/Adnotacje \(1\).*Rezerwa drogi/);
    expect(await resident.getByTestId('annotations-section').count()).toBe(0);
    await resident.route('**/api/annotations?**', (route) => route.abort());
    await resident.reload();
    await expect.poll(() => resident.getByTestId('annotations-section').textContent()).toContain('Nie udało się sprawdzić');
    await resident.context().close();
  });

  it('and nothing on any page failed', () => {
    expect(errors).toEqual([]);
  });
});
