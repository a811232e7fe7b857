/** The desk without a browser page: addresses, strength of passwords, initials, when a session's end is told, what a session that ended keeps. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SignedInAccount } from '../../client/api/session.ts';
import { initialsOf } from '../../client/desk/initials.ts';
import { strengthOf } from '../../client/desk/password-strength.ts';
import { lookAhead, WARNING_MS } from '../../client/desk/use-idle.ts';
import { parseUrl } from '../../client/url/parameters.ts';

describe('addresses of the desk', () => {
  it('has one of its own, one for each part, and one for one-time links', () => {
    expect(parseUrl('/biurko', '').tool).toBe('desk');
    expect(parseUrl('/biurko', '?tool=desk-people').tool).toBe('desk-people');
    expect(parseUrl('/zaproszenie/abcdefghijklmnopqrstuvwxyz0123456789abcdefg', '').tool).toBe('desk-invitation');
    expect(parseUrl('/', '').tool).toBeNull();
  });
});

describe('the strength of a password', () => {
  it.each([
    ['krótkie', 'too-short'], ['aaaaaaaaaaaaaaaa', 'weak'], ['123456789012345', 'weak'], ['abcdefghijklmnop', 'weak'], ['password12345', 'weak'], ['hasło1234567', 'weak'],
    ['konik zielony most wiatr', 'strong'], ['T7#kq9!Lw2$xZv', 'strong'],
  ])('%s is %s', (password, strength) => { expect(strengthOf(password)).toBe(strength); });

  it('does not count the login', () => {
    expect(strengthOf('anna.nowakowska1', 'anna.nowakowska')).toBe('weak');
    expect(strengthOf('anna.nowakowska1')).not.toBe('weak');
  });

  it('a longer password of new signs is never weaker', () => {
    const order = ['too-short', 'weak', 'fair', 'strong'];
    const whole = 'Wz8kq!mD3xR7pLt0vB';
    const ranks = [...whole].map((_, at) => order.indexOf(strengthOf(whole.slice(0, at + 1))));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks.at(-1)).toBe(3);
  });
});

describe('initials', () => {
  it.each([['Anna Nowak-Zielińska', 'AZ'], ['Łukasz Żak', 'ŁŻ'], ['administrator', 'A'], ['Jan  Maria (test) Rokita', 'JR'], ['12', '?']])('%s → %s', (name, initials) => { expect(initialsOf(name)).toBe(initials); });
});

describe('the end of a session', () => {
  const at = Date.parse('2026-03-02T10:00:00Z');
  const session = (idleMs: number, endMs = 10 * 3_600_000) => ({ idleUntil: new Date(at + idleMs).toISOString(), endsAt: new Date(at + endMs).toISOString() });

  it('is not spoken of while it is far, and looked at when the warning is due', () => {
    expect(lookAhead(session(30 * 60_000), at, false)).toEqual({ warn: null, ask: false, waitMs: 30 * 60_000 - WARNING_MS });
  });
  it('is told two minutes before to those who do nothing; those who do something are asked for again', () => {
    expect(lookAhead(session(WARNING_MS), at, false)).toMatchObject({ warn: 'idle', ask: false });
    expect(lookAhead(session(WARNING_MS), at, true)).toMatchObject({ warn: null, ask: true });
  });
  it('in any case is told whatever people do', () => {
    expect(lookAhead(session(60_000, 60_000), at, true)).toMatchObject({ warn: 'absolute', ask: false });
  });
  it('when it is over, the server is asked', () => {
    expect(lookAhead(session(0), at, false)).toMatchObject({ warn: null, ask: true });
  });
});

describe('who is signed in', () => {
  afterEach(() => { vi.unstubAllGlobals(); vi.resetModules(); localStorage.clear(); });

  const account = (id: number): SignedInAccount => ({ id, login: `p${id}`, name: 'Anna', role: 'planner', wholeCity: true, areas: [], idleUntil: '2026-03-02T10:30:00.000Z', endsAt: '2026-03-02T20:00:00.000Z' });
  const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) => new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers } });
  async function rooms() {
    vi.resetModules();
    const [{ write, read }, session, { queryClient }, { isDeskKnown }, { Failure }] = await Promise.all([
      import('../../client/api/write.ts'), import('../../client/api/session.ts'), import('../../client/api/query-client.ts'), import('../../client/api/desk-known.ts'), import('../../client/api/http.ts'),
    ]);
    return { write, read, session, queryClient, isDeskKnown, Failure };
  }

  it('nobody is asked about until somebody signs in on this machine; then it is remembered', async () => {
    const { session, isDeskKnown } = await rooms();
    expect(isDeskKnown()).toBe(false);
    session.setSession({ state: 'signed-in', account: account(1) });
    expect(isDeskKnown()).toBe(true);
    const again = await rooms();
    expect(again.isDeskKnown()).toBe(true);
  });

  it('a write sends method, version and body, and gives the new version', async () => {
    const sent = vi.fn(async (_path: string, _init: RequestInit) => answer(200, { title: 'a' }, { etag: '"4"' }));
    vi.stubGlobal('fetch', sent);
    const { write } = await rooms();
    expect(await write('PUT', '/api/annotations/1', { body: { title: 'a' }, ifMatch: '"3"' })).toEqual({ value: { title: 'a' }, etag: '"4"' });
    expect(sent.mock.calls[0]).toMatchObject(['/api/annotations/1', { method: 'PUT', body: '{"title":"a"}', headers: { 'if-match': '"3"', 'content-type': 'application/json' } }]);
    const picture = new Blob(['x'], { type: 'image/png' });
    await write('POST', '/api/files', { raw: picture });
    expect(sent.mock.calls[1]).toMatchObject(['/api/files', { body: picture, headers: { 'content-type': 'image/png' } }]);
  });

  it('a refusal has its status and what stands now', async () => {
    vi.stubGlobal('fetch', async () => answer(412, { type: 'x', title: 'x', status: 412, detail: 'x', instance: 'x', requestId: 'x', current: { version: 7 } }));
    const { write, Failure } = await rooms();
    const refusal = await write('PATCH', '/api/annotations/1', { body: {}, ifMatch: '"3"' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Failure);
    expect(refusal).toMatchObject({ status: 412, kind: 'rejected', problem: { current: { version: 7 } } });
  });

  it('a session that ends under a page keeps who it was and what the page knows; the same person goes on', async () => {
    const { write, session, queryClient } = await rooms();
    session.setSession({ state: 'signed-in', account: account(1) });
    queryClient.setQueryData(['annotations', 'list'], ['mine']);
    vi.stubGlobal('fetch', async () => answer(401, { type: 'x', title: 'x', status: 401, detail: 'x', instance: 'x', requestId: 'x' }));
    await write('DELETE', '/api/annotations/1').catch(() => null);
    expect(session.endedNow()).toMatchObject({ id: 1 });
    expect(queryClient.getQueryData(['annotations', 'list'])).toEqual(['mine']);
    session.setSession({ state: 'signed-in', account: account(1) });
    expect(session.endedNow()).toBeNull();
    expect(queryClient.getQueryData(['annotations', 'list'])).toEqual(['mine']);
  });

  it('somebody else who signs in finds nothing of the former person, nor does who comes after signing out', async () => {
    const { session, queryClient } = await rooms();
    session.setSession({ state: 'signed-in', account: account(1) });
    queryClient.setQueryData(['annotations', 'list'], ['mine']);
    session.setSession({ state: 'signed-in', account: account(2) });
    expect(queryClient.getQueryData(['annotations', 'list'])).toBeUndefined();
    queryClient.setQueryData(['procedure', 'x'], ['draft']);
    session.forgetSession({ state: 'anonymous', oidc: null, passwords: true });
    expect(queryClient.getQueryData(['procedure', 'x'])).toBeUndefined();
    expect(session.accountNow()).toBeNull();
  });

  it('a wrong password is no session that ended', async () => {
    const { write, session } = await rooms();
    session.setSession({ state: 'signed-in', account: account(1) });
    vi.stubGlobal('fetch', async () => answer(401));
    await write('POST', '/api/session', { body: {} }).catch(() => null);
    expect(session.endedNow()).toBeNull();
  });
});
