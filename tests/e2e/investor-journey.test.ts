/** The investor's two journeys, each in one piece and by keyboard alone: from a need to a comparison on paper, and from a kept search to the entry of its feed. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Capacity } from '../../domain/contract/investment/capacity.ts';
import type { DeskSite } from '../../domain/contract/investment/site-desk.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { hasPoppler, poppler } from '../support/pdf.ts';
import { type Person, signIn } from '../support/people.ts';
import { keepsFocus, pressOn, restsWell, tabTo, tabToAny, typeInto } from './investor-steps.ts';
import { openPage } from './page.ts';

const WORDS = {
  pl: {
    investor: 'Inwestor', find: /^Szukaj terenu/, filters: /^Filtry/, least: 'Powierzchnia, najmniej [ha]', zone: /^P\/U – produkcja i usługi/, exclusions: 'Wykluczenia', flood: /^Poza obszarem zagrożenia powodziowego/, sentence: 'poza obszarem zagrożenia powodziowego',
    show: /^Pokaż [\d\s]+ teren/, land: 'Tereny', assemble: 'Złóż z działek', look: 'Szukaj zestawów działek', done: 'Koniec szukania', shortlist: 'Na krótką listę', listed: 'Zdejmij z listy', compare: 'Porównaj (2)', only: 'Tylko wiersze, które się różnią', comma: ',',
    close: 'Zamknij porównanie', closeSet: 'Zamknij wybrany zestaw', before: 'To byłoby wysłane w ostatnich 12 miesiącach', watch: 'Zapisz i obserwuj', name: 'Nazwa', feed: 'Adres kanału (Atom)', fits: 'Spełnia teraz warunki', offer: 'Własność i oferta', available: /^dostępny/, another: 'Zapisz jeszcze jedno',
  },
  en: {
    investor: 'Investor', find: /^Find land/, filters: /^Filters/, least: 'Area, at least [ha]', zone: /^P\/U – /, exclusions: 'Exclusions', flood: /^Outside areas of flood hazard/, sentence: 'outside areas of flood hazard',
    show: /^Show [\d\s,]+ pieces? of land/, land: 'Land', assemble: 'Assemble parcels', look: 'Look for sets of parcels', done: 'Done', shortlist: 'To the shortlist', listed: 'Off the shortlist', compare: 'Compare (2)', only: 'Only rows that differ', comma: '.',
    close: 'Close the comparison', closeSet: 'Close the chosen set', before: 'This would have been sent in the last 12 months', watch: 'Save and watch', name: 'Name', feed: 'Address of the feed (Atom)', fits: 'Now meets the conditions', offer: 'Ownership and offer', available: /^available/, another: 'Save another',
  },
} as const;
type Lang = keyof typeof WORDS;
const DEVICES: Readonly<Record<string, BrowserContextOptions>> = { desk: { viewport: { width: 1440, height: 900 } }, phone: { viewport: { width: 390, height: 844 }, hasTouch: true } };

let browser: Browser;
let app: TestApp;
let ada: Person;
const errors: string[] = [];
const NEED = "area_ha >= 2 AND flood_pct = 0 AND zone_class = 'P/U'";

const json = async <T>(path: string): Promise<T> => (await fetch(`${app.url}${path}`)).json() as Promise<T>;
const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const named = (page: Page, role: 'button' | 'checkbox' | 'spinbutton' | 'radio', name: string | RegExp): Locator => page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const hectares = (area: number, lang: Lang) => `${area.toFixed(2).replace('.', WORDS[lang].comma)}\u202fha`;

/** From the bare page through the investor's door to the filters. */
async function enter(page: Page, lang: Lang): Promise<void> {
  const words = WORDS[lang];
  const door = page.locator('input[name="door"]');
  await tabToAny(page, door);
  for (let presses = 0; presses < 3 && !await named(page, 'radio', words.investor).isChecked(); presses += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => asked(page, 'door')).toBe('investor');
  await pressOn(page, named(page, 'button', words.find));
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  const fold = named(page, 'button', words.filters);
  await fold.waitFor();
  if (await fold.getAttribute('aria-expanded') === 'false') await pressOn(page, fold);
  await page.locator('[data-filter="area_ha"] input[type=range]').first().waitFor();
}

async function compareOnPaper(page: Page, lang: Lang): Promise<void> {
  const words = WORDS[lang];
  await enter(page, lang);
  await typeInto(page, named(page, 'spinbutton', words.least), '2');
  await expect.poll(() => asked(page, 'need')).toBe('area_ha >= 2');
  await pressOn(page, page.locator('[data-filter="zone_class"]').getByRole('checkbox', { name: words.zone }), 'Space');
  await pressOn(page, page.locator('summary', { hasText: words.exclusions }));
  const flood = named(page, 'checkbox', words.flood);
  await pressOn(page, flood, 'Space');
  await expect.poll(() => asked(page, 'need')).toBe(NEED);
  // Who takes it back stands where they stood.
  await page.keyboard.press('Space');
  await expect.poll(() => asked(page, 'need')).toBe("area_ha >= 2 AND zone_class = 'P/U'");
  await keepsFocus(page);
  await page.keyboard.press('Space');
  await expect.poll(() => page.getByTestId('land-sentence').textContent()).toContain(words.sentence);
  await restsWell(page);

  await pressOn(page, named(page, 'button', words.assemble));
  await pressOn(page, named(page, 'button', words.look));
  await page.getByTestId('assemblies-said').filter({ hasText: words.done }).waitFor();
  await keepsFocus(page);
  const sets = page.locator('[data-assembly]');
  const parcels = (await sets.first().getAttribute('data-assembly'))!.split(',');
  await pressOn(page, sets.first().getByRole('button').first());
  await expect.poll(() => asked(page, 'assembly')).toBe(parcels.join());
  const chosen = page.getByTestId('chosen-assembly');
  await chosen.getByTestId('capacity-answer').waitFor();
  const capacity = await json<Capacity>(`/api/investment/capacity?${new URLSearchParams({ parcels: parcels.join() })}`);
  expect(await chosen.locator('[data-figure]').count()).toBe(5);
  await pressOn(page, chosen.getByTestId('capacity-split').locator('summary'));
  expect(await chosen.locator('li[data-zone]').evaluateAll((all) => all.map((one) => one.getAttribute('data-zone')))).toEqual(capacity.pieces.map(({ zone, land }) => zone?.symbol ?? land));
  const paragraph = capacity.figures.flatMap(({ parts }) => parts.flatMap((part) => part.paragraph ?? []))[0]!;
  expect(await chosen.getByTestId('capacity-split').textContent()).toContain(paragraph);
  await restsWell(page);
  await pressOn(page, chosen.getByTestId('shortlist'));
  await expect.poll(() => asked(page, 'sites')).toMatch(/^assembly:/);
  expect(await chosen.getByTestId('shortlist').textContent()).toBe(words.listed);
  // Closed, the reading goes on at the set in the list; the address opens it again.
  await pressOn(page, named(page, 'button', words.closeSet));
  await chosen.waitFor({ state: 'detached' });
  await keepsFocus(page);
  await pressOn(page, sets.first().getByRole('button').first());
  await chosen.getByTestId('capacity-answer').waitFor();

  await page.reload();
  await page.getByTestId('chosen-assembly').getByTestId('capacity-answer').waitFor();
  expect([asked(page, 'need'), asked(page, 'assembly')]).toEqual([NEED, parcels.join()]);
  expect(await page.getByTestId('chosen-assembly').getByTestId('shortlist').getAttribute('aria-pressed')).toBe('true');
  await pressOn(page, named(page, 'button', words.land));
  const row = page.locator('[data-land][data-kind="site"]').first();
  await row.waitFor();
  const key = (await row.getAttribute('data-land'))!;
  await pressOn(page, row.getByRole('button').first());
  await page.getByTestId('site-offer').waitFor();
  const name = (await page.getByTestId('object-title').textContent())!;
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  await pressOn(page, page.getByTestId('panel-investment-sites').getByTestId('shortlist'));
  const list = asked(page, 'sites')!;
  expect(list.split(',')).toHaveLength(2);
  const compare = page.getByTestId('panel-investment-sites').getByTestId('compare');
  expect(await compare.textContent()).toBe(words.compare);
  await pressOn(page, compare);

  const sheet = page.locator('[data-testid="site-compare"][data-settled="true"]');
  await sheet.waitFor({ timeout: 60_000 });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('compare-title');
  const { areaM2 } = await json<{ areaM2: number }>(`/api/investment/sites/${key}`);
  const cells = await sheet.locator('[data-row="area_ha"] td').allTextContents();
  expect(cells).toHaveLength(2);
  expect(cells[0]).toContain(hectares(capacity.areaM2 / 1e4, lang));
  expect(cells[1]).toContain(hectares(areaM2 / 1e4, lang));
  expect(await sheet.locator('[data-row="area_ha"]').getAttribute('data-differs')).toBe('true');
  await pressOn(page, sheet.getByRole('checkbox', { name: words.only }), 'Space');
  await expect.poll(() => sheet.locator('[data-differs="false"]').count()).toBe(0);
  expect(await sheet.locator('[data-differs="true"]').count()).toBeGreaterThan(1);
  await restsWell(page);

  const titles = await sheet.locator('thead th[data-site]').evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')!));
  expect(titles[1]).toBe(name);
  const here = page.url();
  await tabTo(page, sheet.getByTestId('compare-pdf'));
  const answered = page.context().waitForEvent('response', (response) => response.url().includes('/report.pdf'));
  await page.keyboard.press('Enter');
  const paper = await answered;
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
  // The browser keeps what its viewer shows to itself.
  const pdf = await (await page.request.get(paper.url())).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const printed = hasPoppler() ? poppler('pdftotext', pdf).replaceAll(/\s+/g, '') : null;
  if (printed !== null) {
    for (const title of titles) expect(printed).toContain(title.replaceAll(/\s+/g, ''));
    // Footers shorten the address that leads back; the last page has it whole.
    const back = new URL(/http[^…]*?&lang=[a-z]{2}/.exec(printed)![0]);
    expect([back.origin, back.searchParams.get('tool'), back.searchParams.get('sites'), back.searchParams.get('lang')]).toEqual([app.url, 'site-compare', list, lang]);
  }
  if (page.url() !== here) await page.goBack();
  await sheet.waitFor({ timeout: 60_000 });
  expect([page.url(), asked(page, 'sites')]).toEqual([here, list]);
  await pressOn(page, named(page, 'button', words.close));
  await page.getByTestId('site-compare').waitFor({ state: 'detached' });
  await keepsFocus(page);
}

/** An adviser takes a site over that is not available, and publishes it as available. */
async function makeAvailable(): Promise<DeskSite> {
  const { key } = await app.database.db.one<{ key: string }>("SELECT key FROM investment.site WHERE status <> 'available' AND key NOT IN (SELECT key FROM office.site) ORDER BY key LIMIT 1");
  const write = async (method: string, path: string, body: object, version?: number): Promise<DeskSite> => {
    const response = await ada.fetch(`/api/investment/desk/sites${path}`, { method, body: JSON.stringify(body), headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return await response.json() as DeskSite;
  };
  const taken = await write('POST', '', { takeOver: key });
  const changed = await write('PUT', `/${key}`, { ...taken.content, status: 'available' }, taken.version);
  return write('POST', `/${key}/publication`, {}, changed.version);
}

async function watchUntilEntry(page: Page, lang: Lang): Promise<void> {
  const words = WORDS[lang];
  await enter(page, lang);
  // A bound is moved by arrows as well, and taken back.
  await tabTo(page, page.locator('[data-filter="area_ha"] input[type=range]').first());
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => asked(page, 'need')).toMatch(/^area_ha >= [\d.]+$/);
  await page.keyboard.press('Home');
  await expect.poll(() => asked(page, 'need')).toBeNull();
  await pressOn(page, page.locator('summary', { hasText: words.offer }));
  await pressOn(page, page.locator('[data-filter="status"]').getByRole('checkbox', { name: words.available }), 'Space');
  await expect.poll(() => asked(page, 'need')).toBe("status = 'available'");
  await pressOn(page, named(page, 'button', words.show));
  await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('[data-testid="land-total"]') !== null)).toBe(true);
  const room = page.getByTestId('save-search');
  await pressOn(page, room.getByRole('button', { name: words.watch, exact: true }));
  await page.getByTestId('watch-preview').waitFor();
  await expect.poll(() => room.textContent()).toContain(words.before);
  await typeInto(page, room.getByLabel(words.name), `Moje & Twoje ${lang}`);
  await restsWell(page);
  await pressOn(page, page.getByTestId('watch-form').getByRole('button', { name: words.watch, exact: true }));
  const address = page.getByLabel(words.feed);
  await address.waitFor();
  await keepsFocus(page);
  await restsWell(page);
  const read = async () => (await (await fetch(await address.inputValue())).text());
  const entries = (feed: string) => [...feed.matchAll(/<entry>[^]*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
  expect(entries(await read())).toEqual([]);
  const { key, name } = await makeAvailable();
  const once = await read();
  expect(entries(once)).toEqual([`${words.fits}: ${name}`]);
  expect(once).toContain(`${app.url}/teren/${key}`);
  // Read again, nothing has come to it.
  expect(entries(await read())).toEqual(entries(once));
  await pressOn(page, room.getByRole('button', { name: words.another }));
  await page.getByTestId('watch-form').waitFor();
}

beforeAll(async () => {
  browser = await unpaintedBrowser();
  app = await startTestApp({ env: { SEARCHES_PER_MINUTE: '0' } });
  ada = await signIn(app, { login: 'ada', name: 'Ada Wit', role: 'investor-adviser' });
}, 180_000);
afterAll(async () => { await closePages(browser); await app?.close(); });

async function open(device: string, lang: Lang): Promise<Page> {
  const page = await openPage(browser, `${app.url}/${lang === 'en' ? '?lang=en' : ''}`, errors, DEVICES[device]);
  page.on('response', (response) => { if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`); });
  return page;
}

// Each journey on both devices and in both languages; all four pairs of them are walked, by one journey or the other.
it.each<readonly [string, Lang]>([['desk', 'pl'], ['phone', 'en']])('on a %s, in %s: a need leads over filters, an assembly and its capacity to a comparison on paper', async (device, lang) => {
  const page = await open(device, lang);
  await compareOnPaper(page, lang);
  await page.close();
}, 240_000);

it.each<readonly [string, Lang]>([['desk', 'en'], ['phone', 'pl']])('on a %s, in %s: a kept search tells of a site that has changed, once', async (device, lang) => {
  const page = await open(device, lang);
  await watchUntilEntry(page, lang);
  await page.close();
}, 240_000);

// Showing a PDF the browser asks for an icon at the root, and says only so in its console; what our pages ask for is told with its address.
it('no page reported an error', () => { expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]); });
