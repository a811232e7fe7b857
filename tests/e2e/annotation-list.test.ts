/** Seeing annotations: on the map, in a list with conditions, as a board, several at once, live. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { type Person, signIn } from '../support/people.ts';
import { CAMERA, drawn, fillMap, ID, openAs, stands, step } from './annotation-world.ts';
import { axeFaults } from './axe.ts';
import { idleMap, type MapWindow } from './page.ts';

let app: TestApp;
let browser: Browser;
let anna: Person;
let piotr: Person;
let page: Page;
const errors: string[] = [];

const pageOf = (person: Person | null, path: string, options: BrowserContextOptions = {}): Promise<Page> => openAs(browser, app, person, path, { options, errors });
const row = (id: string, on = page) => on.getByTestId('annotations-tab').locator(`[data-annotation="${id}"]`);
const count = (on = page) => on.getByTestId('annotations-count').textContent();
beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp();
  anna = await signIn(app, { login: 'anna', name: 'Anna Planistka', role: 'planner' });
  piotr = await signIn(app, { login: 'piotr', name: 'Piotr Główny', role: 'chief-planner' });
  await fillMap(app, anna, piotr);
  page = await pageOf(anna, `/?tool=desk${CAMERA}`);
  await idleMap(page);
});
afterAll(async () => {
  await closePages(browser);
  await app.close();
});

describe('on the map', () => {
  it('annotations are truly drawn, each with the symbol of its category, status and priority', async () => {
    await expect.poll(() => drawn(page)).toEqual(expect.arrayContaining(['annotation:light:fault:open:urgent', 'annotation:light:proposal:open:normal', 'annotation:light:question:open:normal']));
  });

  it('what was drawn is outlined when near', async () => {
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures({ layers: ['overlay-annotation-shapes:2'] }).length)).toBeGreaterThan(0);
  });

  it('a click on a symbol opens the annotation, and nothing beneath it', async () => {
    const box = (await page.locator('#map').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/adnotacja/${ID.drain}`);
    await page.goto(`${app.url}/?tool=desk${CAMERA}`);
  });

  it('the switch stands with the layers, is remembered in the address, and the legend says the symbols in words', async () => {
    await page.getByRole('button', { name: 'Warstwy' }).click();
    const legend = page.getByTestId('annotation-legend');
    await legend.getByText('Znaczenie znaków').click();
    for (const words of ['kolizja ustaleń', 'w rozpatrzeniu', 'pilny']) await legend.getByText(words, { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await legend.getByRole('switch').click();
    expect(new URL(page.url()).searchParams.get('annotations')).toBe('off');
    await expect.poll(() => drawn(page)).toEqual([]);
    await legend.getByRole('switch').click();
    await page.keyboard.press('Escape');
  });
});

describe('the list', () => {
  it('says what is overdue in words, and filters are in the address', async () => {
    await expect.poll(() => row(ID.drain).textContent()).toMatch(/po terminie o .*dni/);
    await page.getByLabel('Termin').selectOption('overdue');
    await expect.poll(() => count()).toBe('1 adnotacja');
    expect(new URL(page.url()).searchParams.get('notes')).toBe('overdue');
    await page.getByLabel('Zawiera tekst').fill('nie ma takiej');
    await page.getByTestId('annotations-empty').waitFor();
    await page.locator('[data-relax="text"]').click();
    await expect.poll(() => count()).toBe('1 adnotacja');
    await page.goto(`${app.url}/?tool=desk&notes=mine${CAMERA}`);
    await expect.poll(() => count()).toBe('2 adnotacje');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is gone through by arrows, selected by space, opened by Enter', async () => {
    const links = page.getByTestId('annotations-tab').locator('[data-annotation] a');
    await links.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByTestId('bulk-count').textContent()).toBe('Zaznaczono 2 adnotacje');
    const second = await page.getByTestId('annotations-tab').locator('[data-annotation]').nth(1).getAttribute('data-annotation');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/adnotacja/${second}`);
  });

  it('several are changed at once, and the change is undone', async () => {
    await page.goto(`${app.url}/?tool=desk&notes=mine${CAMERA}`);
    for (const id of [ID.drain, ID.line]) await row(id).getByRole('checkbox').click();
    const bulk = page.getByTestId('bulk');
    await bulk.getByLabel('Zmień').selectOption('priority');
    await bulk.locator('select').nth(1).selectOption('low');
    await bulk.getByRole('button', { name: 'Zmień' }).click();
    await expect.poll(async () => (await stands(piotr, ID.drain)).priority).toBe('low');
    await page.getByRole('button', { name: 'Cofnij' }).click();
    await expect.poll(async () => [(await stands(piotr, ID.drain)).priority, (await stands(piotr, ID.line)).priority]).toEqual(['urgent', 'normal']);
  });

  it('a change that is refused names the one that stands in the way, and changes nothing', async () => {
    await page.goto(`${app.url}/?tool=desk${CAMERA}`);
    for (const id of [ID.drain, ID.road]) await row(id).getByRole('checkbox').click();
    const bulk = page.getByTestId('bulk');
    await bulk.getByLabel('Zmień').selectOption('deleted');
    await bulk.getByRole('button', { name: 'Usuń', exact: true }).click();
    await expect.poll(() => bulk.getByRole('alert').textContent()).toMatch(/Nic nie zmieniono.*Rezerwa drogi: należy do kogoś innego/);
    expect(await bulk.getByRole('alert').textContent()).not.toContain('Studzienka');
    expect((await anna.fetch(`/api/annotations/${ID.drain}`)).status).toBe(200);
  });

  it('the files hold what the list shows', async () => {
    await page.goto(`${app.url}/?tool=desk&notes=overdue${CAMERA}`);
    const link = page.getByRole('link', { name: 'GeoJSON' });
    const path = await link.getAttribute('href');
    const answer = await anna.fetch(path!);
    expect(answer.status).toBe(200);
    const { features } = (await answer.json()) as { features: { properties: Record<string, unknown> }[] };
    expect(JSON.stringify(features)).toContain('Studzienka');
    expect(features.length).toBe(1);
  });
});

describe('live', () => {
  it('somebody else\'s change comes to the list by itself, marked with their name', async () => {
    await page.goto(`${app.url}/?tool=desk${CAMERA}`);
    await expect.poll(() => page.getByTestId('live').getAttribute('data-live')).toBe('live');
    await row(ID.line).waitFor();
    await step(piotr, ID.line, 'in-review');
    // How soon is what bench/live.ts measures.
    await page.waitForFunction((id) => document.querySelector(`[data-annotation="${id}"]`)?.textContent?.includes('w rozpatrzeniu'), ID.line, { polling: 20 });
    await expect.poll(() => row(ID.line).textContent()).toContain('zmienione teraz: Piotr Główny');
    await expect.poll(() => drawn(page)).toContain('annotation:light:question:in-review:normal');
  });

  it('two pages of one browser share a stream; when the one that has it goes, the other hears on and misses nothing', async () => {
    const first = await pageOf(anna, `/?tool=desk${CAMERA}`);
    await expect.poll(() => first.getByTestId('live').getAttribute('data-live')).toBe('live');
    const streams: string[] = [];
    first.context().on('request', (request) => { if (request.url().includes('/api/annotations/events')) streams.push(request.url()); });
    const second = await first.context().newPage();
    await second.goto(`${app.url}/?tool=desk${CAMERA}`);
    await expect.poll(() => second.getByTestId('live').getAttribute('data-live')).toBe('live');
    await row(ID.line, second).waitFor();
    expect(streams).toEqual([]);
    await step(piotr, ID.line, 'open');
    await expect.poll(() => row(ID.line, second).textContent()).toContain('otwarta');
    await Promise.all([first.close(), step(piotr, ID.line, 'in-review')]);
    await expect.poll(() => row(ID.line, second).textContent()).toContain('w rozpatrzeniu');
    expect(streams.length).toBe(1);
    expect(new URL(streams[0]!).searchParams.get('after')).toMatch(/^\d+$/);
    await second.context().close();
  });

  it('a stream that is refused (503) is opened again', async () => {
    const lone = await pageOf(anna, '/biurko');
    await lone.context().route('**/api/annotations/events**', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '1' } }), { times: 2 });
    await lone.reload();
    await expect.poll(() => lone.getByTestId('live').getAttribute('data-live')).toBe('connecting');
    await expect.poll(() => lone.getByTestId('live').getAttribute('data-live')).toBe('live');
    await lone.context().close();
  });

  it('who was signed out elsewhere learns of it by the stream, without touching the page', async () => {
    const ola = await signIn(app, { login: 'ola', name: 'Ola Lis', role: 'planner' });
    const left = await pageOf(ola, '/biurko');
    await expect.poll(() => left.getByTestId('live').getAttribute('data-live')).toBe('live');
    await app.database.db.none('DELETE FROM office.session WHERE account_id = $1', [ola.id]);
    await step(piotr, ID.line, 'open');
    await left.getByTestId('session-ended').waitFor();
    await left.context().close();
    await step(piotr, ID.line, 'in-review');
  });
});

describe('the board', () => {
  it('is moved by keys, by its menu, and by drag and drop; what may not be is refused in words and goes back', async () => {
    await page.goto(`${app.url}/?tool=board${CAMERA}`);
    const board = page.getByTestId('board');
    const card = (column: string, id: string) => board.locator(`[data-column="${column}"] [data-card="${id}"]`);
    await card('open', ID.drain).locator('a').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await stands(piotr, ID.drain)).status).toBe('in-review');
    await card('in-review', ID.drain).waitFor();
    await expect.poll(() => page.getByTestId('status-region').textContent()).toContain('Przeniesiono „Studzienka”: w rozpatrzeniu.');

    // A planner may take it back, and may not decide.
    await card('in-review', ID.drain).getByRole('button').first().click();
    await expect.poll(() => board.locator('[data-menu] button').allTextContents()).toEqual(['otwarta']);
    await board.locator('[data-menu] button').click();
    await expect.poll(async () => (await stands(piotr, ID.drain)).status).toBe('open');

    await card('in-review', ID.line).dragTo(board.locator('[data-column="decided"]'));
    await expect.poll(() => board.getByTestId('board-refused').textContent()).toContain('Linia zabudowy');
    await card('in-review', ID.line).waitFor();
    expect((await stands(piotr, ID.line)).status).toBe('in-review');
    await card('open', ID.road).dragTo(board.locator('[data-column="in-review"]'));
    await expect.poll(async () => (await stands(piotr, ID.road)).status).toBe('in-review');
    await expect.poll(() => board.locator('[data-column="in-review"] h3 b').getAttribute('data-count')).toBe('2');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('on a phone is one column wide, with the others at hand', async () => {
    const phone = await pageOf(anna, '/?tool=board&theme=contrast', { viewport: { width: 390, height: 844 }, hasTouch: true });
    const board = phone.getByTestId('board');
    await board.getByRole('navigation', { name: 'Kolumny' }).getByRole('button', { name: /w rozpatrzeniu/ }).click();
    await expect.poll(() => board.locator(`[data-card="${ID.line}"]`).evaluate((card) => Math.round(card.getBoundingClientRect().left) >= 0 && card.getBoundingClientRect().right <= 390)).toBe(true);
    expect(await axeFaults(phone)).toEqual([]);
    await phone.context().close();
  });
});

it('and nothing on any page failed', () => {
  expect(errors).toEqual([]);
});
