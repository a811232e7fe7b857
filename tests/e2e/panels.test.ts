/** Panels of objects: every subject has one, the four answers about plans are never confused, a failed check is never "no plan". */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Extract } from '../../domain/contract/extract.ts';
import { Statement, type Topic } from '../../domain/contract/statement.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { testApp } from '../support/app.ts';
import { closePages, unpaintedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { DESK } from './page.ts';
import { factsOf, factsShown, statementOf } from './statements.ts';

let browser: Browser;
let page: Page;
let base: string;
/** A parcel in several zones of a plan in force. */
let parcel: string;
let extract: Extract;
let statement: Statement;

interface Items { readonly features: { readonly properties: Record<string, unknown> & { key: string } }[] }
const items = async (layer: string, query: string): Promise<Items> => (await fetch(`${base}/api/collections/${layer}/items?${query}`)).json() as Promise<Items>;
const extractOf = async (identifier: string): Promise<Extract> => Extract.parse(await (await fetch(`${base}/api/parcels/${identifier}/extract`)).json());
const CERTAIN = 'certain';
const STATEMENT = /\/api\/parcels\/.+\/statement/;

async function open(path: string): Promise<void> {
  await page.goto(`${base}${path}`);
  await page.getByTestId('object-title').waitFor();
}

beforeAll(async () => {
  browser = await unpaintedBrowser();
  base = (await testApp()).url;
  const candidates = (await items('parcels', 'bbox=20.02,50.038,20.03,50.043&limit=40')).features;
  for (const { properties: { key } } of candidates) {
    const found = await extractOf(key);
    if (found.answer === 'in-force' && found.plans[0]!.zones.filter(({ overlap }) => overlap === CERTAIN).length > 1 && found.plans[0]!.zones.some(({ parameters, overlap }) => overlap === CERTAIN && parameters.length > 2)) {
      [parcel, extract, statement] = [key, found, await statementOf(base, `parcels/${key}`)];
      break;
    }
  }
  page = await browser.newPage({ viewport: DESK, locale: 'pl-PL', permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => { await closePages(browser); });

describe('the panel of a parcel', () => {
  it('says what it is, where it is, and both areas with the official one named', async () => {
    await open(`/dzialka/${parcel}`);
    await page.getByTestId('register').waitFor();
    expect(await page.getByTestId('object-title').textContent()).toBe(parcel.split('.').at(-1));
    expect(await page.getByTestId('parcel-identifier').textContent()).toBe(parcel);
    const register = await page.getByTestId('register').textContent();
    for (const words of ['Powierzchnia ewidencyjna', 'urzędowa', 'nieurzędowa', 'Grupa rejestrowa', 'Użytki gruntowe', 'Źródło: ', 'dane demonstracyjne']) expect(register).toContain(words);
    await expect.poll(() => page.title()).toBe(`Działka ${parcel.split('.').at(-1)}, obr. ${await page.evaluate(() => /obr\. (\S+)/.exec(document.body.textContent ?? '')?.[1])} | MSIP Kraków`);
  });

  it('shows every fact of its statement, and no other', async () => {
    expect(await factsShown(page, 'parcel-panel')).toEqual(factsOf(statement));
  });

  it('shows every zone with its m² and share, which add up to the whole', async () => {
    const rows = page.getByTestId('what-applies').locator('li[data-zone]');
    const zones = extract.plans.filter(({ status, kind }) => status === 'in-force' && kind !== 'POG').flatMap((plan) => plan.zones);
    expect(await rows.count()).toBe(zones.filter(({ overlap }) => overlap === CERTAIN).length);
    const shares = await rows.locator('b > small').allTextContents();
    const sum = shares.reduce((total, share) => total + Number(share.replace(/[^\d,]/g, '').replace(',', '.')), 0)
      + zones.filter(({ overlap }) => overlap === 'edge').reduce((total, { sharePct }) => total + sharePct, 0) + extract.withoutPlan!.sharePct;
    expect(sum).toBeGreaterThan(99.5);
    expect(sum).toBeLessThan(100.5);
  });

  it('says in plain sentences and four figures what the plan sets, with the paragraph, or that it sets nothing', async () => {
    const zone = extract.plans[0]!.zones.find(({ parameters, overlap }) => overlap === CERTAIN && parameters.length > 2)!;
    const allowed = page.locator(`li[data-zone="${zone.symbol}"]`).getByTestId('buildable');
    const { sentences } = statement.topics[0]!.entries.find(({ id }) => id === `zones/${zone.key}`)!;
    expect(await allowed.locator('li').allTextContents()).toEqual(sentences.map(({ text, paragraph }) => (paragraph ? `${text} ${paragraph}` : text)));
    const figures = allowed.locator('[data-parameter]');
    expect(await figures.count()).toBe(4);
    for (const name of ['maxHeight', 'maxBuiltUpShare', 'intensity', 'minBioActiveShare'] as const) {
      const text = await allowed.locator(`[data-parameter="${name}"] dd`).textContent();
      const set = zone.parameters.find((parameter) => parameter.name === name);
      expect(text).toContain(set ? set.paragraph ?? '' : 'nie określono');
      if (set) expect(text).not.toContain('nie określono');
    }
  });

  it('says of every theme whether it is concerned, by which source of which day', async () => {
    const list = page.getByTestId('concerns');
    for (const { id, title, verdict } of statement.topics.filter((topic: Topic) => topic.verdict !== null && !['local-plans', 'procedures', 'general-plan'].includes(topic.id))) {
      const row = list.locator(`[data-concern="${id}"]`);
      expect(await row.getAttribute('data-verdict')).toBe(verdict);
      expect(await row.locator('summary').textContent()).toContain(title);
      expect(await row.locator('summary em').textContent()).toBe(WORDS.pl[verdict!]);
      if (verdict !== 'no-data') expect(await row.textContent()).toMatch(/Źródło: .+, stan na \d{1,2}\.\d{2}\.\d{4}/);
    }
  });

  it('has its identifier copied at a press', async () => {
    await page.getByRole('button', { name: 'Kopiuj identyfikator' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(parcel);
  });

  it('leads to its plan and zone, and back leads here', async () => {
    await page.getByTestId('what-applies').getByRole('link', { name: extract.plans[0]!.zones[0]!.symbol, exact: true }).click();
    await page.getByTestId('panel-zones').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/przeznaczenie/${encodeURIComponent(extract.plans[0]!.zones[0]!.key)}`);
    await page.getByTestId('panel-zones').getByRole('link', { name: extract.plans[0]!.name }).click();
    await page.getByTestId('panel-plans').waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByTestId('parcel-panel').waitFor();
  });

  it('has nothing for axe to find', async () => {
    await page.getByTestId('register').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the answers about plans', () => {
  const SENTENCES = {
    'in-force': 'Obowiązuje plan miejscowy.', 'in-preparation': 'Nie ma tu obowiązującego planu miejscowego; plan jest w opracowaniu.',
    none: 'Nie ma tu planu miejscowego i żaden nie jest sporządzany.', unknown: 'Nie wiadomo, czy jest tu plan',
  } as const;

  it.each(['in-force', 'in-preparation', 'none', 'unknown'] as const)('%s is told from the other three', async (answer) => {
    const verdict = answer === 'in-force' ? 'concerned' : answer === 'unknown' ? 'no-data' : 'not-concerned';
    const running = answer === 'in-preparation' ? 'concerned' : 'not-concerned';
    const topics = statement.topics.map((topic): Topic => (topic.id === 'local-plans' ? { ...topic, verdict, answer: WORDS.pl[answer], ...(answer === 'in-force' ? {} : { entries: [] }) } : topic.id === 'procedures' ? { ...topic, verdict: running } : topic));
    await page.route(STATEMENT, (route) => route.fulfill({ json: Statement.parse({ ...statement, topics }) }));
    await open(`/dzialka/${parcel}`);
    const section = page.getByTestId('what-applies');
    await section.waitFor();
    expect(await section.getAttribute('data-answer')).toBe(answer);
    const text = (await section.textContent()) ?? '';
    for (const [other, sentence] of Object.entries(SENTENCES)) expect(text.includes(sentence), other).toBe(other === answer);
    expect((await page.getByTestId('buildable').count()) > 0).toBe(answer === 'in-force');
    expect(await page.getByTestId('procedures').getAttribute('data-verdict')).toBe(running);
    await page.unroute(STATEMENT);
  });

  it('are none of them when the check failed, which is said and can be tried again', async () => {
    await page.route(STATEMENT, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"x","status":500}' }));
    await open(`/dzialka/${parcel}`);
    await page.getByTestId('unchecked').waitFor({ timeout: 15_000 });
    const text = (await page.getByTestId('parcel-panel').textContent()) ?? '';
    expect(text).toContain('Nie udało się sprawdzić');
    for (const sentence of Object.values(SENTENCES)) expect(text).not.toContain(sentence);
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute(STATEMENT);
    await page.getByRole('button', { name: 'Sprawdź ponownie' }).click();
    await page.getByTestId('what-applies').waitFor();
  });
});

describe('a part whose code does not arrive', () => {
  it('says so and takes nothing else down', async () => {
    await page.route(/object-panel/, (route) => route.abort());
    await page.goto(`${base}/plan/plaszow-rybitwy`);
    await page.getByText('Ta część strony się nie wczytała').waitFor({ timeout: 15_000 });
    expect(await page.getByRole('combobox').isVisible()).toBe(true);
    await page.unroute(/object-panel/);
    await page.getByRole('button', { name: 'Wczytaj stronę ponownie' }).click();
    await page.getByTestId('panel-plans').waitFor({ timeout: 15_000 });
  });
});

describe('an address without an object', () => {
  it.each([['/dzialka/126104_9.0009.99999', 'Nie ma takiego obiektu'], ['/dzialka/126101_1.0001.1', 'To nie jest identyfikator działki'], ['/plan/nie-ma-takiego', 'Nie ma takiego obiektu']])('%s says so', async (path, words) => {
    await open(path);
    await page.getByText(words).first().waitFor();
  });
});

describe('every subject', () => {
  it.each(['plans', 'zones', 'general-plan-zones', 'municipal-land', 'investment-sites', 'river-parks', 'districts', 'cadastral-districts', 'streets', 'places'])('%s has a panel with source, date and demonstration label, clean for axe', async (layer) => {
    const { key } = (await items(layer, 'limit=1')).features[0]!.properties;
    await open(`/obiekt/${layer}/${key.split('/').map(encodeURIComponent).join('/')}`);
    const panel = page.getByTestId(`panel-${layer}`);
    await panel.waitFor();
    await expect.poll(() => panel.textContent()).toMatch(/Źródło: .+, stan na \d{1,2}\.\d{2}\.\d{4}/);
    expect(await panel.textContent()).toContain('dane demonstracyjne');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('a zone of a draft plan names its plan and says that it does not bind', async () => {
    const { key, plan } = (await items('general-plan-zones', 'limit=1')).features[0]!.properties;
    const { name, status } = (await items('plans', `key=${String(plan)}`)).features[0]!.properties;
    expect(status).not.toBe('in-force');
    await open(`/obiekt/general-plan-zones/${encodeURIComponent(key)}`);
    const panel = page.getByTestId('panel-general-plan-zones');
    await panel.getByTestId('buildable').waitFor();
    const text = await panel.textContent();
    for (const words of [`„${String(name)}”`, 'Te ustalenia nie obowiązują.']) expect(text).toContain(words);
    expect(text).not.toContain('Ile wolno zbudować');
  });

  it('speaks English when asked', async () => {
    await open('/plan/plaszow-rybitwy?lang=en');
    const panel = page.getByTestId('panel-plans');
    await panel.getByText('plan in force').first().waitFor();
    expect(await panel.textContent()).toMatch(/as of 1 November 2026/);
    await page.getByTestId('timeline').getByText('public consultation').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
