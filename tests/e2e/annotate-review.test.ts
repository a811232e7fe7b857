/** Work that changes hands: an annotation given to a colleague, who finds it as theirs; and a parcel that was divided, of which people decide what it is about now. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cadastre, cadastre, identifier } from '../api/lineage-cadastre.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { type Person, signIn } from '../support/people.ts';
import { axeFaults } from './axe.ts';
import { annotationAs, browserOf } from './desk.ts';
import { openPage } from './page.ts';

let browser: Browser;
let app: TestApp;
let land: Cadastre;
let anna: Person;
let bogdan: Person;
let page: Page;
const errors: string[] = [];
const id = randomUUID();
const panel = () => page.getByTestId('annotation-panel');

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp({ database: 'seeded' });
  [anna, bogdan] = [await signIn(app, { login: 'anna', name: 'Anna Nowak', role: 'planner' }), await signIn(app, { login: 'bogdan', name: 'Bogdan Lis', role: 'planner' })];
  land = cadastre(app.database);
  await land.edition('2023-01-01', { '9012': [0, 100], '9013': [100, 150] });
  const answer = await anna.fetch('/api/annotations', { method: 'POST', body: JSON.stringify({
    id, title: 'Dojazd do działki', text: '', category: 'question', tags: [], priority: 'high', dueOn: '2026-12-01', assignee: null, visibility: 'office', geometry: null, subjects: [{ kind: 'parcel', key: identifier('9012') }],
  }) });
  expect(answer.status).toBe(201);
  await land.edition('2024-03-05', { '9012/1': [0, 40], '9012/2': [40, 100], '9013': [100, 150] });
  page = await openPage(browser, `${app.url}/adnotacja/${id}`, errors, browserOf(anna, app));
}, 120_000);
afterAll(async () => { await closePages(browser); await land?.close(); await app?.close(); });

describe('a parcel that was divided', () => {
  it('is asked about, with what each new parcel has of its ground, and nothing is chosen beforehand', async () => {
    await expect.poll(() => panel().innerText()).toContain('została podzielona (5.03.2024). Której działki dotyczy teraz adnotacja?');
    const choices = panel().getByRole('checkbox');
    expect(await choices.count()).toBe(2);
    expect(await choices.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))).toEqual([false, false]);
    expect((await panel().innerText()).replaceAll(/\s+/g, ' ')).toMatch(/9012\/2 60 % dawnej działki.*9012\/1 40 % dawnej działki/);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is decided by the keyboard, as a version of its own', async () => {
    await panel().getByRole('checkbox', { name: /9012\/1/ }).focus();
    await page.keyboard.press('Space');
    await panel().getByRole('button', { name: 'Zapisz wybór' }).press('Enter');
    await expect.poll(() => panel().getByRole('link', { name: /9012\/1/ }).count()).toBe(1);
    await expect.poll(() => panel().getByRole('checkbox').count()).toBe(0);
    const now = await annotationAs(anna, id);
    expect([now.subjects, now.reviews]).toEqual([[{ kind: 'parcel', key: identifier('9012/1') }], []]);
    const { versions } = await (await anna.fetch(`/api/annotations/${id}/versions`)).json() as { versions: { action: string; by: { name: string } | null }[] };
    expect(versions.map(({ action, by }) => [action, by?.name ?? null]).toSorted()).toEqual([['created', 'Anna Nowak'], ['followed', null], ['reviewed', 'Anna Nowak']]);
  });
});

describe('given to a colleague', () => {
  it('by whoever works on it, from the form', async () => {
    await panel().getByRole('button', { name: 'Edytuj' }).click();
    const sheet = page.getByTestId('annotate');
    await sheet.getByLabel('Osoba prowadząca').selectOption({ label: 'Bogdan Lis' });
    await sheet.getByTestId('save-annotation').click();
    await expect.poll(async () => (await annotationAs(anna, id)).assignee?.name).toBe('Bogdan Lis');
    await expect.poll(() => panel().innerText()).toContain('Bogdan Lis');
  });

  it('it is found by them among what is theirs, on a phone', async () => {
    const phone = await openPage(browser, `${app.url}/biurko`, errors, { ...browserOf(bogdan, app), viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.getByLabel('Czyje').selectOption({ label: 'przydzielone mi' });
    await expect.poll(() => phone.locator(`[data-annotation="${id}"]`).innerText()).toContain('Dojazd do działki');
    // Until the answer comes the list shows what it had.
    await expect.poll(() => phone.locator('[data-annotation]').count()).toBe(1);
    await phone.context().close();
    expect(errors).toEqual([]);
  });
});
