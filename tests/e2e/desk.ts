/** People of the office in a browser: a page of somebody who is signed in, and what they look at there. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Annotation } from '../../domain/contract/office/annotation.ts';
import type { TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { idleMap, openPage } from './page.ts';

/** The map over the old town, near enough to draw on. */
export const CAMERA = '#18/50.0619/19.9369';

/** From now on the page's browser is this person's. */
export async function takeCookie(page: Page, { cookie }: Person, { url }: Pick<TestApp, 'url'>): Promise<void> {
  const [name = '', ...value] = cookie.split('=');
  await page.context().addCookies([{ name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' }]);
}

/** A browser on which this person has signed in before, for `openPage`: its first page is theirs already. */
export function browserOf({ cookie }: Person, { url }: Pick<TestApp, 'url'>): Pick<BrowserContextOptions, 'storageState'> {
  const [name = '', ...value] = cookie.split('=');
  return { storageState: {
    cookies: [{ name, value: value.join('='), domain: new URL(url).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }],
    origins: [{ origin: url, localStorage: [{ name: 'msip.desk', value: '1' }] }],
  } };
}

/** A page at `path` as somebody sees it who signed in on this device. */
export async function openDesk(browser: Browser, app: Pick<TestApp, 'url'>, person: Person, path: string, errors: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, `${app.url}/${CAMERA}`, errors, options);
  await takeCookie(page, person, app);
  await page.evaluate(() => localStorage.setItem('msip.desk', '1'));
  await page.goto(`${app.url}${path}`);
  await idleMap(page);
  return page;
}

type Content = Pick<Annotation, 'title' | 'text' | 'category' | 'tags' | 'priority' | 'dueOn' | 'visibility' | 'geometry' | 'subjects'> & { readonly assignee: number | null };

export const contentOf = ({ title, text, category, tags, priority, dueOn, assignee, visibility, geometry, subjects }: Annotation): Content =>
  ({ title, text, category, tags, priority, dueOn, assignee: assignee?.id ?? null, visibility, geometry, subjects });

export const annotationAs = async (person: Person, id: string): Promise<Annotation> => await (await person.fetch(`/api/annotations/${id}`)).json() as Annotation;

/** A change of the version that stands, written past the page. The status of the answer. */
export async function writeAs(person: Person, id: string, change: Partial<Content>): Promise<number> {
  const now = await annotationAs(person, id);
  return (await person.fetch(`/api/annotations/${id}`, { method: 'PUT', headers: { 'if-match': `"${now.version}"` }, body: JSON.stringify({ ...contentOf(now), ...change }) })).status;
}
