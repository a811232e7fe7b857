/** An annotation's life in the browser: drawn with snapping, saved, edited against a second writer, merged, compared, restored; a draft outlives reload and session. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { ownDatabase } from '../support/database.ts';
import { type Person, signIn } from '../support/people.ts';
import { axeFaults } from './axe.ts';
import { annotationAs, CAMERA, openDesk, takeCookie, writeAs } from './desk.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let app: TestApp;
let browser: Browser;
let page: Page;
let [anna, jan]: [Person, Person] = [] as unknown as [Person, Person];
let id = '';
const errors: string[] = [];
/** A browser reports every refused write; what the page makes of it is looked at by name. */
const unexpected = () => errors.filter((error) => !/status of (401|412|404)/.test(error));
const sheet = () => page.getByTestId('annotate');
const panel = () => page.getByTestId('annotation-panel');
const one = (person = anna) => annotationAs(person, id);
const written = async (person: Person, change: Parameters<typeof writeAs>[2]) => expect(await writeAs(person, id, change)).toBe(200);

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp({ database: await ownDatabase('seeded') });
  anna = await signIn(app, { login: 'anna.pisze', role: 'chief-planner', name: 'Anna Pisze' });
  jan = await signIn(app, { login: 'jan.drugi', role: 'planner', name: 'Jan Drugi' });
  page = await openDesk(browser, app, anna, `/?tool=annotate${CAMERA}`, errors, { viewport: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await closePages(browser);
  await app.close();
});

/** A corner of a parcel near the middle of the map, in pixels of the page and as the register has it. */
async function corner(): Promise<{ x: number; y: number; at: [number, number] }> {
  const { features } = await (await fetch(`${app.url}/api/collections/parcels/items?bbox=19.9364,50.0616,19.9374,50.0622&limit=50`)).json() as { features: { geometry: { type: string; coordinates: number[][][] | number[][][][] } }[] };
  const vertices = features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates as number[][][] : (geometry.coordinates as number[][][][]).flat()).flat());
  const at = vertices.toSorted((a, b) => Math.hypot(a[0]! - 19.9369, a[1]! - 50.0619) - Math.hypot(b[0]! - 19.9369, b[1]! - 50.0619))[0] as [number, number];
  const { x, y } = await page.evaluate(([lon, lat]) => (globalThis as unknown as { msip: { map: { project(at: number[]): { x: number; y: number } } } }).msip.map.project([lon!, lat!]), at);
  return { x, y, at };
}

describe('an annotation', () => {
  it('is drawn: a place near a corner of a parcel goes onto it, with the coordinates of the register', async () => {
    await sheet().getByTestId('annotation-title').fill('Wysokość przy narożniku');
    await sheet().getByText('Wielokąt', { exact: true }).first().click();
    await page.waitForFunction(() => document.querySelector<HTMLElement>('canvas.maplibregl-canvas')?.style.cursor === 'crosshair');
    const { x, y, at } = await corner();
    const clicks = [[x + 4, y - 3], [x + 90, y + 40], [x + 60, y + 130], [x - 50, y + 110]] as const;
    for (const [left, top] of clicks) {
      await page.mouse.move(left, top);
      await page.waitForTimeout(150);
      await page.mouse.click(left, top);
    }
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet().getByTestId('drawn').innerText()).toMatch(/^1 wielokąt,/);
    expect(await axeFaults(page)).toEqual([]);
    await sheet().getByTestId('save-annotation').click();
    await panel().waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/adnotacja\/[0-9a-f-]{36}$/);
    id = new URL(page.url()).pathname.split('/')[2]!;
    const { geometry, version } = await one();
    expect(version).toBe(1);
    const ring = (geometry as unknown as { coordinates: [number, number][][] }).coordinates[0]!;
    expect(Math.min(...ring.map(([lon, lat]) => Math.hypot(lon - at[0], lat - at[1])))).toBeLessThan(3e-8);
  });

  it('is shown with its status, and breaks no rule of accessibility', async () => {
    expect(await panel().getByTestId('annotation-status').innerText()).toBe('otwarta');
    expect(await panel().getByTestId('object-title').innerText()).toBe('Wysokość przy narożniku');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is attached by a parcel number, and its text is shown as safe Markdown', async () => {
    await panel().getByTestId('edit-annotation').click();
    await sheet().getByTestId('annotation-text').fill('**Ważne** <img src=x onerror=alert(1)>\n\n[źle](javascript:alert(1)) [dobrze](https://example.org)');
    await sheet().getByLabel('Działka, teren albo plan').fill('S-1 28');
    await sheet().getByRole('button', { name: 'Znajdź' }).click();
    await sheet().getByTestId('found-subjects').getByRole('button', { name: 'Dołącz', exact: true }).first().click();
    expect(await sheet().getByTestId('subjects').innerText()).toContain('Działka S-1 28');
    await sheet().getByTestId('save-annotation').click();
    await panel().getByText('Ważne').waitFor();
    expect(await panel().locator('img').count()).toBe(0);
    expect(await panel().getByText('<img src=x onerror=alert(1)>').count()).toBe(1);
    expect(await panel().locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await panel().getByRole('link', { name: 'dobrze' }).getAttribute('rel')).toContain('noopener');
    expect((await one()).subjects).toEqual([{ kind: 'parcel', key: '126105_9.0001.28' }]);
  });

  it('written by two at once is merged by choice: nothing is chosen for anybody, nothing is lost', async () => {
    await panel().getByTestId('edit-annotation').click();
    await sheet().getByTestId('annotation-title').waitFor();
    await written(jan, { title: 'Tytuł Jana', priority: 'urgent' });
    await sheet().getByTestId('annotation-title').fill('Tytuł Anny');
    await sheet().getByTestId('save-annotation').click();
    const merge = page.getByTestId('merge');
    await merge.waitFor();
    expect(await merge.getByText('Jan Drugi', { exact: false }).count()).toBeGreaterThan(0);
    expect(await merge.getByText('Przejęto od drugiej osoby: priorytet.').count()).toBe(1);
    expect(await merge.locator('input:checked').count()).toBe(0);
    expect(await merge.getByRole('button', { name: 'Do wyboru: 1' }).isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await merge.getByLabel('Moja wersja').check();
    // A third version in between: asked again, the choice stays.
    await written(jan, { category: 'conflict' });
    await merge.getByRole('button', { name: 'Zapisz połączoną wersję' }).click();
    await panel().getByText('Tytuł Anny').waitFor();
    expect(await one()).toMatchObject({ title: 'Tytuł Anny', priority: 'urgent', category: 'conflict', version: 5 });
  });

  it('has a history that is compared in fields, and a version that is restored and taken back', async () => {
    await panel().getByText('Historia', { exact: true }).click();
    await expect.poll(() => panel().getByTestId('versions').locator('li').count()).toBe(5);
    expect(await panel().getByTestId('versions').innerText()).toContain('Jan Drugi');
    await panel().getByText('Porównanie wersji', { exact: true }).click();
    await panel().getByLabel('Od wersji').selectOption('1');
    expect(await panel().getByTestId('comparison').locator('del, ins').count()).toBeGreaterThan(1);
    expect(await axeFaults(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Przywróć wersję 1', exact: true }).click();
    await expect.poll(async () => (await one()).title).toBe('Wysokość przy narożniku');
    await page.getByTestId('undo-line').getByRole('button', { name: 'Cofnij' }).click();
    await expect.poll(async () => (await one()).title).toBe('Tytuł Anny');
    expect((await one()).version).toBe(7);
  });

  it('deleted, it comes back', async () => {
    await panel().getByRole('button', { name: 'Usuń', exact: true }).click();
    await expect.poll(async () => (await one()).deletedAt).not.toBeNull();
    await page.getByTestId('undo-line').getByRole('button', { name: 'Cofnij' }).click();
    await expect.poll(async () => (await one()).deletedAt).toBeNull();
    await panel().waitFor();
  });

  it('as a draft survives a reload and a session that ends, and is saved after signing in again', async () => {
    await panel().getByTestId('edit-annotation').click();
    await sheet().getByTestId('annotation-title').fill('Szkic, który przetrwał');
    await expect.poll(() => sheet().getByTestId('kept').innerText()).toBe('Szkic zachowany na tym urządzeniu.');
    await page.reload();
    await idleMap(page);
    await sheet().getByTestId('drafts').getByText('Szkic, który przetrwał').waitFor();
    await sheet().getByRole('button', { name: 'Wróć do niego' }).click();
    expect(await sheet().getByTestId('annotation-title').inputValue()).toBe('Szkic, który przetrwał');
    await page.context().clearCookies();
    await sheet().getByTestId('save-annotation').click();
    await sheet().getByText('Sesja wygasła', { exact: false }).first().waitFor();
    expect((await one()).title).toBe('Tytuł Anny');
    await takeCookie(page, anna, app);
    await page.reload();
    await expect.poll(async () => (await one()).title, { timeout: 30_000 }).toBe('Szkic, który przetrwał');
  });

  it('is not there for a resident, who is told so and may sign in', async () => {
    const resident = await openPage(browser, `${app.url}/adnotacja/${id}?theme=dark&lang=en`, errors, { viewport: { width: 390, height: 844 } });
    await resident.getByText('This annotation is not there, or it is not for you.').waitFor();
    expect(await axeFaults(resident)).toEqual([]);
    await resident.close();
  });

  it('throws nothing', () => { expect(unexpected()).toEqual([]); });
});

describe('by keyboard and by figures alone', () => {
  it('a shape is typed as coordinates, cut by a line, and undone', async () => {
    await page.goto(`${app.url}/?tool=annotate${CAMERA}`);
    await idleMap(page);
    await sheet().getByTestId('annotation-title').waitFor();
    await sheet().getByText('Wpisz współrzędne', { exact: true }).click();
    await sheet().getByTestId('typed-coordinates').fill('50.0617 19.9365\n50.0617 19.9373\n50.0621 19.9373\n50.0621 19.9365');
    await sheet().getByRole('button', { name: 'Dodaj kształt' }).click();
    await expect.poll(() => sheet().getByTestId('drawn').innerText()).toMatch(/^1 wielokąt,/);
    await sheet().getByText('Przetnij', { exact: true }).click();
    // Where the places are on the screen is told when the map stands still.
    await idleMap(page);
    const ends = await page.evaluate(() => [[19.9369, 50.06165], [19.9369, 50.06215]].map((at) => (globalThis as unknown as MapWindow & { msip: { map: { project(at: number[]): { x: number; y: number } } } }).msip.map.project(at)));
    await page.keyboard.down('Alt');
    for (const { x, y } of [ends[0]!, ends[1]!, ends[1]!]) await page.mouse.click(x, y);
    await page.keyboard.up('Alt');
    await expect.poll(() => sheet().getByTestId('drawn').innerText()).toMatch(/^2 wielokąty,/);
    await sheet().getByRole('button', { name: 'Cofnij', exact: true }).click();
    await expect.poll(() => sheet().getByTestId('drawn').innerText()).toMatch(/^1 wielokąt,/);
    expect(await axeFaults(page)).toEqual([]);
  });
});
