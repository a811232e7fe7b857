/** Watches meet what is hostile: monstrous filters, names that are no names, tokens that are none; and nothing becomes SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WatchPreview } from '../../domain/contract/investment/watch.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { printFilter } from '../../domain/cql2/print-text.ts';
import { conditionOn } from '../../server/rooms/watches/filter.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const PATH = '/api/investment/watches';
let app: TestApp;
beforeAll(async () => { app = await startTestApp({ env: { SEARCHES_PER_MINUTE: '0' } }); }, 120_000);
afterAll(() => app?.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => fetch(`${app.url}${PATH}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const preview = async (filter: string) => WatchPreview.parse(await (await post('/preview', { filter })).json());

describe('refused', () => {
  it.each([
    ['a filter of 100 kB', { filter: `name = '${'x'.repeat(100_000)}'` }, 400], ['1,000 levels', { filter: `${'('.repeat(1000)}area_ha > 1${')'.repeat(1000)}` }, 400], ['501 conditions', { filter: Array.from({ length: 501 }, () => 'area_ha>1').join(' OR ') }, 400],
    ['an unknown field', { filter: "owner = 'x'" }, 400], ['no filter at all', { filter: undefined }, 400], ['SQL', { filter: "status = '' OR pg_sleep(5) = 1" }, 400], ['a place far away', { filter: 'S_INTERSECTS(geom, POINT(0 0))' }, 422],
    ['a shape that crosses itself', { filter: 'S_INTERSECTS(geom, POLYGON((20 50, 20.01 50.01, 20.01 50, 20 50.01, 20 50)))' }, 422], ['kinds that are none', { kinds: ['x'] }, 400], ['no kinds', { kinds: [] }, 400], ['a kind twice', { kinds: ['left', 'left'] }, 400], ['more', { more: 1 }, 400],
  ])('%s, by preview and watch alike', async (_what, body, status) => {
    for (const [path, rest] of [['/preview', {}], ['', { name: 'x', notify: 'feed', lang: 'pl' }]] as const) {
      const answer = await post(path, { filter: 'TRUE', ...rest, ...body });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    }
  });

  it.each(['', '   ', 'x'.repeat(121), 'a\nb', 'a\u202Eb', 'a\u0000b', '\uD800', 'a\u2028b', 'a\u061Cb', '\u200B\uFEFF'])('the name %j', async (name) => {
    expect((await post('', { name, filter: '', notify: 'feed', lang: 'pl' })).status).toBe(400);
  });

  it('letters where no mail is sent, feeds that are none, tokens that are none, other methods', async () => {
    expect(await (await fetch(`${app.url}${PATH}/ways`)).json()).toEqual({ feed: true, email: false });
    expect((await post('', { name: 'x', filter: '', notify: 'email', email: 'a@example.org', lang: 'pl' })).status).toBe(422);
    expect((await post('', { name: 'x', filter: '', notify: 'pigeon', lang: 'pl' })).status).toBe(400);
    for (const id of ['x', 'x'.repeat(22), "'; DROP TABLE investment.watch; --", '..%2f..']) expect((await fetch(`${app.url}${PATH}/${encodeURIComponent(id)}/feed.atom`)).status).toBe(404);
    for (const path of ['confirm', 'end']) {
      for (const token of ['', '?token=', `?token=${'x'.repeat(43)}`, "?token='--", `?token=${'x'.repeat(5000)}`]) {
        for (const method of ['GET', 'POST']) expect((await fetch(`${app.url}${PATH}/${path}${token}`, { method, headers: { accept: 'text/html' } })).status, `${method} ${path} ${token}`).toBe(404);
      }
      expect((await fetch(`${app.url}${PATH}/${path}?token=${'x'.repeat(43)}`, { method: 'DELETE' })).status).toBe(405);
    }
    expect((await fetch(`${app.url}${PATH}`)).status).toBe(405);
    expect((await post('', 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/preview', '{')).status).toBe(400);
  });

  it('values never become SQL on versions either', async () => {
    for (const value of ["'", "''", '\\', '$1', '${fits:raw}', '${after}', "x'); DELETE FROM investment.watch; --"]) {
      const text = printFilter({ op: '=', left: { kind: 'property', name: 'name' }, right: { kind: 'literal', value } });
      expect((await preview(text)).total, value).toBe(0);
    }
    expect(conditionOn(parseFilter("name = '${after}'"))).toContain('${after}');
  });
});
