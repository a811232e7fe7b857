/** Short links: the same target has the same code, they lead to pages of this site only, and what is no link is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShortLink } from '../../domain/contract/links.ts';
import { Problem } from '../../domain/contract/problem.ts';
import { CODE, codeOf, SHORTEST } from '../../server/rooms/links/code.ts';
import { keepLink, openLink } from '../../server/rooms/links/links.repository.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ database: 'empty' }); });
afterAll(() => app.close());

const ask = (body: unknown, headers: Record<string, string> = {}) => fetch(`${app.url}/api/links`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const make = async (target: string): Promise<[number, ShortLink]> => {
  const response = await ask({ target });
  return [response.status, ShortLink.parse(await response.json())];
};
const follow = async (code: string, accept = '*/*') => fetch(`${app.url}/l/${code}`, { redirect: 'manual', headers: { accept } });
const locationOf = async (target: string) => (await follow((await make(target))[1].code)).headers.get('location');

const VIEW = '/dzialka/126105_9.0001.580/4?layers=zones,parcels&opacity=zones:40#17/50.0617/19.9373';

describe('making', () => {
  it('is 201 the first time and 200 with the same code afterwards', async () => {
    const [first, link] = await make(VIEW);
    const [again, same] = await make(VIEW);
    expect([first, again, same]).toEqual([201, 200, link]);
    expect(link).toEqual({ code: expect.stringMatching(CODE) as string, url: `${app.url}/l/${link.code}` });
    expect(link.code).toHaveLength(SHORTEST);
  });

  it('two at once have one code', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => make('/plan/bronowice?layers=plans#14/50.06/19.9')));
    expect(new Set(made.map(([, { code }]) => code)).size).toBe(1);
    expect(made.filter(([status]) => status === 201)).toHaveLength(1);
  });

  it('a code that another target has is a character longer', async () => {
    const target = '/plan/zderzenie';
    await app.database.db.none('INSERT INTO meta.short_link (code, target) VALUES ($1, $2)', [codeOf(target, SHORTEST), '/cos/innego']);
    const [, { code }] = await make(target);
    expect(code).toBe(codeOf(target, SHORTEST + 1));
    expect((await make(target))[1].code).toBe(code);
    expect((await follow(code)).headers.get('location')).toBe(target);
  });

  it('takes a whole address of this site, and keeps letters of any script escaped', async () => {
    expect(await locationOf(`${app.url}/plan/bronowice?q=a#14/50/19.9`)).toBe('/plan/bronowice?q=a#14/50/19.9');
    expect(await locationOf('/?q=żabia wola#ó')).toBe('/?q=%C5%BCabia%20wola#%C3%B3');
    expect(await locationOf('/')).toBe('/');
  });

  it('keeps a link of 8000 characters, and says when one is longer', async () => {
    const long = `/?measure=${'x'.repeat(7990)}`;
    expect(await locationOf(long)).toBe(long);
    expect((await ask({ target: `${long}y` })).status).toBe(400);
    expect((await ask({ target: `/?q=${'ż'.repeat(2000)}` })).status).toBe(400);
  });
});

describe('no other site', () => {
  it.each([
    '//evil.example', '//evil.example/dzialka', '/\\evil.example', '\\\\evil.example', '\\/evil.example', 'https://evil.example', 'https:evil.example', 'HTTPS://evil.example/', 'javascript:alert(1)', 'data:text/html,x',
    '/\t/evil.example', '/\n/evil.example', '\t//evil.example', ' //evil.example', '/.//evil.example', '/x/..//evil.example', '/%2e//evil.example', '/\u2028/evil.example', '/\u0000', 'evil.example', '', '?q=1', '#1', '/l/abcdefg', '/./l/abcdefg',
  ])('%j is 400', async (target) => {
    const response = await ask({ target });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    Problem.parse(await response.json());
  });

  it.each([(url: string) => `${url}@evil.example/`, (url: string) => url.replace('http://', 'http://evil@'), (url: string) => `${url}.evil.example/`, (url: string) => `${url}//evil.example/`, (url: string) => `${url}/\\evil.example/`])('nor one dressed as ours (%#)', async (dress) => {
    expect((await ask({ target: dress(app.url) })).status).toBe(400);
  });

  it('not from the database either', async () => {
    for (const target of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a b', '/\n']) {
      await expect(app.database.db.none('INSERT INTO meta.short_link (code, target) VALUES ($1, $2)', ['zzzzzzz', target])).rejects.toMatchObject({ code: '23514' });
    }
  });

  it('nothing but a target is taken, and only from our own pages', async () => {
    for (const body of [{}, { target: 1 }, { target: '/', code: 'mojkod77' }, [], 'x']) expect([(await ask(body)).status, body]).toEqual([400, body]);
    expect((await ask({ target: '/' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await fetch(`${app.url}/api/links`)).status).toBe(405);
  });
});

describe('opening', () => {
  it('is a redirect within this site, and the day of it is kept', async () => {
    const [, { code }] = await make(VIEW);
    const response = await follow(code, 'text/html');
    expect([response.status, response.headers.get('location'), response.headers.get('cache-control')]).toEqual([302, VIEW, 'no-cache']);
    expect((await follow(`${code}?utm_source=ulotka`)).status).toBe(302);
    expect(await openLink(app.database.db, code, '2031-05-06')).toBe(VIEW);
    expect(await app.database.db.one('SELECT last_used_on FROM meta.short_link WHERE code = $1', [code])).toEqual({ last_used_on: '2031-05-06' });
  });

  it('of an unknown code is 404, of a malformed one 400: a page for people, a problem for machines', async () => {
    for (const [code, status] of [['zzzzzzzz', 404], ['abc', 400], ['0O1lI00', 400], ['a'.repeat(21), 400], ['%3Cb%3Eabcd', 400]] as const) {
      const [person, program] = [await follow(code, 'text/html,*/*'), await follow(code)];
      expect([code, person.status, person.headers.get('content-type'), program.status, program.headers.get('content-type')]).toEqual([code, status, 'text/html; charset=utf-8', status, 'application/problem+json']);
      expect(await person.text()).not.toContain(code);
    }
  });

  it('knows no way to guess another code from one', async () => {
    const codes = await Promise.all(['/plan/a', '/plan/b'].map(async (target) => (await keepLink(app.database.db, target)).code));
    expect(codes[0]!.slice(0, 3)).not.toBe(codes[1]!.slice(0, 3));
  });
});

describe('the limit', () => {
  it('of links a minute is told with when to come back', async () => {
    const strict = await startTestApp({ database: 'empty', env: { SEARCHES_PER_MINUTE: '2' } });
    try {
      const send = () => fetch(`${strict.url}/api/links`, { method: 'POST', body: '{"target":"/"}', headers: { 'content-type': 'application/json' } });
      const answers = [await send(), await send(), await send()];
      expect(answers.map(({ status }) => status)).toEqual([201, 200, 429]);
      expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });
});
