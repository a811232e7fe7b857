/** Four annotations near the Bagry lake, one of each kind, and what suites ask of them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { DESK, type MapWindow } from './page.ts';

export const ID = { drain: '11111111-1111-4111-8111-111111111111', line: '22222222-2222-4222-8222-222222222222', road: '33333333-3333-4333-8333-333333333333', seen: '44444444-4444-4444-8444-444444444444' };
export const CAMERA = '#15.5/50.0414/20.0251';

/** A new annotation of that person. */
export async function write(person: Person, id: string, content: Record<string, unknown>): Promise<void> {
  const answer = await person.fetch('/api/annotations', { method: 'POST', body: JSON.stringify({ id, text: '', category: 'note', tags: [], priority: 'normal', dueOn: null, assignee: null, visibility: 'office', geometry: null, subjects: [], ...content }) });
  expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)]);
}
/** What stands of one, as that person reads it. */
export const stands = async (person: Person, id: string) => (await (await person.fetch(`/api/annotations/${id}`)).json()) as { version: number; status: string; priority: string };
/** Takes one a step further. */
export const step = async (person: Person, id: string, to: string) => {
  const { version } = await stands(person, id);
  expect((await person.fetch(`/api/annotations/${id}/status`, { method: 'POST', headers: { 'if-match': `"${version}"` }, body: JSON.stringify({ to }) })).status).toBe(200);
};

/** A page as that person's browser has it. */
export async function openAs(browser: Browser, app: TestApp, person: Person | null, path: string, { options, errors }: { readonly options: BrowserContextOptions; readonly errors: string[] }): Promise<Page> {
  const context = await browser.newContext({ viewport: { ...DESK, width: 1280 }, locale: 'pl-PL', reducedMotion: 'reduce', ...options });
  if (person) {
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([{ name, value, url: app.url }]);
    await context.addInitScript(() => { localStorage.setItem('msip.desk', '1'); });
  }
  const opened = await context.newPage();
  opened.on('pageerror', (error) => errors.push(error.message));
  await opened.goto(app.url + path);
  return opened;
}

/** The symbols that the map truly draws. */
export const drawn = (on: Page) => on.evaluate(() => {
  const { map } = (globalThis as unknown as MapWindow).msip;
  if (!map.getStyle().layers.some((layer) => layer.id === 'overlay-annotations:symbols')) return [];
  return map.queryRenderedFeatures({ layers: ['overlay-annotations:symbols'] }).map(({ properties }) => String(properties['symbol'])).sort();
});

/** Writes the four; the identifier of the parcel to which one of them is attached. */
export async function fillMap(app: TestApp, anna: Person, piotr: Person): Promise<string> {
  // The office's own demonstration would be counted along.
  await app.database.db.none("UPDATE office.annotation SET deleted_at = now() - interval '31 days' FROM office.account WHERE account.id = annotation.author AND account.login = 'demonstracja'");
  const { features } = (await (await fetch(`${app.url}/api/collections/parcels/items?bbox=20.0262,50.0417,20.0264,50.0419&limit=1`)).json()) as { features: { properties: { key: string } }[] };
  const parcel = features[0]!.properties.key;
  await write(anna, ID.drain, { title: 'Studzienka', category: 'fault', priority: 'urgent', dueOn: '2020-01-02', assignee: anna.id, tags: ['woda'], geometry: { type: 'Point', coordinates: [20.0251, 50.0414] } });
  await write(anna, ID.line, { title: 'Linia zabudowy', category: 'question', geometry: { type: 'Polygon', coordinates: [[[20.022, 50.0405], [20.0232, 50.0405], [20.0232, 50.0412], [20.022, 50.0412], [20.022, 50.0405]]] } });
  await write(piotr, ID.road, { title: 'Rezerwa drogi', category: 'conflict', priority: 'high', subjects: [{ kind: 'parcel', key: parcel }] });
  await write(piotr, ID.seen, { title: 'Zieleńce dla wszystkich', category: 'proposal', visibility: 'public', geometry: { type: 'Point', coordinates: [20.0275, 50.0424] } });
  return parcel;
}
