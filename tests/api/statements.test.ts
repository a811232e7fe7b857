/** One statement, many forms: panel, page without script, JSON and paper have the same facts. Here all but the panel; that is in the browser's suite. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { DOMParser } from '@xmldom/xmldom';
import { Statement } from '../../domain/contract/statement.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { HOME } from '../support/database.ts';
import { hasPoppler, rowsOf } from '../support/pdf.ts';
import { factsIn, htmlFacts, someParcels } from '../support/statement-facts.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });

const ask = (path: string): Promise<Response> => fetch(`${app.url}${path}`);
async function statement(path: string): Promise<Statement> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return Statement.parse(await response.json());
}
async function page(path: string): Promise<string> {
  const response = await ask(path);
  expect([response.status, response.headers.get('content-type')], path).toEqual([200, 'text/html; charset=utf-8']);
  return response.text();
}

describe('fifty parcels', () => {
  it('have the same labels and values in JSON, on the page without script and on paper', async () => {
    const parcels = await someParcels(app.database, 50);
    expect(parcels).toHaveLength(50);
    for (const [at, identifier] of parcels.entries()) {
      const lang = at % 5 === 4 ? 'en' : 'pl';
      const facts = factsIn(await statement(`/api/parcels/${identifier}/statement?lang=${lang}`));
      expect(facts.size).toBeGreaterThan(10);
      expect(htmlFacts(await page(`/tekst/dzialka/${identifier}?lang=${lang}`)), identifier).toEqual(facts);
      // Paper takes a third of a second: one in five on the second database.
      if ((HOME === 'embedded' && at % 5 !== 4) || !hasPoppler()) continue;
      const pdf = Buffer.from(await (await ask(`/api/parcels/${identifier}/extract.pdf?lang=${lang}`)).arrayBuffer());
      const printed = new Set(rowsOf(pdf).map(({ label, value }) => `${label} = ${value}`.replaceAll(/\s/g, '')));
      for (const fact of facts) expect(printed, identifier).toContain(fact.replaceAll(/\s/g, ''));
    }
  }, 120_000);
});

describe('plans and districts', () => {
  it.each(['plaszow-rybitwy', 'balice-ii', 'rybitwy-polnoc', 'nhp-przylasek-rusiecki', 'plan-ogolny-krakowa'])('plan %s has the same facts in JSON and on its page', async (key) => {
    expect(htmlFacts(await page(`/tekst/plan/${key}`))).toEqual(factsIn(await statement(`/api/plans/${key}/statement`)));
  });

  it('a plan tells what it replaced, what changes it, and what is still to come', async () => {
    const replaced = await statement('/api/plans/nhp-przylasek-rusiecki/statement');
    expect(replaced.topics.find(({ id }) => id === 'relations')!.facts).toMatchObject([{ label: 'Zastępuje', value: 'Przylasek Rusiecki, w całości, od 29.09.2016', href: '/plan/przylasek-rusiecki' }]);
    const changed = await statement('/api/plans/rybitwy-polnoc/statement');
    expect(changed.topics.find(({ id }) => id === 'relations')!.facts).toMatchObject([{ label: 'Zmieniony przez', href: '/plan/rybitwy-polnoc-christo-botewa' }]);
    const coming = await statement('/api/plans/balice-ii/statement?datetime=2026-10-01');
    expect(coming.topics.find(({ id }) => id === 'timeline')!.entries.map(({ badge }) => badge)).toContain('przed nami');
    expect(coming.topics[0]!.facts).toContainEqual({ label: 'Najbliższy termin', value: '26.10.2026: konsultacje społeczne' });
  });

  it('a plan of another day is what it was then; of a day before it, a 404 that says when it stands', async () => {
    const early = await statement('/api/plans/plaszow-rybitwy/statement?datetime=2010-05-01');
    expect(early.topics[0]!.facts).toContainEqual({ label: 'Stan prawny', value: 'plan w opracowaniu' });
    const before = await ask('/api/plans/plaszow-rybitwy/statement?datetime=2000-01-01');
    expect(before.status).toBe(404);
    expect((await before.json() as { detail: string }).detail).toContain('2007-02-28');
  });

  it.each(['13', 'XIII', 'xiii'])('district %s is the thirteenth, with dates, plans, parks and sites', async (number) => {
    const district = await statement(`/api/districts/${number}/statement`);
    expect(district.title).toBe('Dzielnica XIII Podgórze');
    expect(district.topics.map(({ id }) => id)).toEqual(['figures', 'deadlines', 'in-progress', 'in-force', 'river-parks', 'investment-sites']);
    expect(htmlFacts(await page(`/tekst/dzielnica/${number}`))).toEqual(factsIn(district));
  });

  it('all plans are filtered and in the order asked for', async () => {
    const titles = async (query: string) => (await statement(`/api/plans/statement?${query}`)).topics[0]!.entries.map(({ title }) => title);
    expect((await titles('')).length).toBeGreaterThan(20);
    expect(await titles('status=in-consultation')).toEqual(['Balice II', 'Płaszów – Rybitwy – zmiana w rejonie Zalewu Bagry']);
    expect((await titles('order=area'))[0]).toContain('Plan ogólny');
    expect(await titles('q=kliny')).toEqual(['Kliny – Zachód II']);
    expect(await titles('q=qqq')).toEqual([]);
    expect((await titles('datetime=2005-01-01'))).toEqual(['Przylasek Rusiecki']);
  });
});

describe('pages without script', () => {
  const paths = ['/tekst', '/tekst?lang=en', '/tekst/plany', '/tekst/plany?status=in-force&order=since&q=&kind=', '/tekst/szukaj?q=wielicka', '/tekst/szukaj?q=%3Cscript%3E', '/tekst/miejsce?lat=50.0414&lon=20.0251', '/tekst/miejsce?lat=49.98&lon=19.8', '/tekst/dzielnica/1?lang=en', '/tekst/plan/balice-ii?datetime=2026-12-24'];
  it.each(paths)('%s is well-formed, in one language, without script or style of its own', async (path) => {
    const html = await page(path);
    const faults: string[] = [];
    new DOMParser({ onError: (level, message) => { if (level !== 'warning') faults.push(message); } }).parseFromString(html.replace('<!doctype html>', '').replaceAll(/<(meta|link|input)([^>]*)>/g, '<$1$2/>').replaceAll(/ (required|selected)(?=[ >/])/g, ' $1="$1"'), 'application/xml');
    expect(faults).toEqual([]);
    expect(html).toMatch(/^<!doctype html><html lang="(pl|en)">/);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<img/);
  });

  test.each(['/tekst/dzialka/x', '/tekst?lang=de', '/tekst/plany?order=x', '/tekst/szukaj', '/tekst/miejsce?lat=1', '/tekst/plany?x=1'])('%s is a 400', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });
  test.each(['/tekst/plan/nie-ma', '/tekst/dzielnica/19', '/tekst/dzielnica/%27', '/tekst/dzialka/126104_9.0001.99999', '/tekst/nic'])('%s is a 404', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});
