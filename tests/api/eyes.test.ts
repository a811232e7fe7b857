/** Nothing that is not public is met by the wrong eyes: every route of the application, asked by everybody, and what is forbidden is as if it were not there. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { hasPoppler } from '../support/pdf.ts';
import { readUntil, withRoutesOf, wordsOf } from '../support/routes.ts';
import { BESIDE, type Call, CALLS } from './eyes-calls.ts';
import { COLLEAGUES, openWorld, type Viewer, VIEWERS, type World } from './eyes-world.ts';

const PRIVATE = /^\/api\/(session|sessions|invitations|accounts|colleagues|annotations|procedures|overlaps|investment\/desk|investment\/enquiries)(\/|\?|$)/;
interface Answer { readonly status: number; readonly headers: Headers; readonly words: string }

let app: TestApp;
let world: World;
let routes: ReadonlyMap<string, ReadonlySet<string>>;
let metrics: string;
/** What everybody was answered, by viewer and then by call. */
const answers = new Map<Viewer, Map<string, Answer>>();
/** Canaries that somebody has met. */
const met = new Map<Viewer, Set<string>>();

beforeAll(async () => {
  metrics = await new Promise<string>((resolve) => { const probe = createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address() as { port: number }; probe.close(() => { resolve(String(port)); }); }); });
  ({ app, routes } = await withRoutesOf(() => startTestApp({ database: 'seeded', env: { SEARCHES_PER_MINUTE: '0', METRICS_PORT: metrics } })));
  world = await openWorld(app);
}, 120_000);
afterAll(() => app?.close());

const named = ({ method, path, body, headers = {} }: Call): string => [method, path, JSON.stringify(headers), typeof body === 'string' ? body : JSON.stringify(body) ?? ''].join(' ');

async function ask(who: Viewer, call: Call, more: Record<string, string> = {}): Promise<Answer> {
  const { method, path, body, headers = {}, until } = call;
  const response = await world.fetchAs[who](path, { method, headers: { ...headers, ...more }, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
  const endless = until !== undefined && response.headers.get('content-type')?.startsWith('text/event-stream');
  const bytes = endless ? await readUntil(response, until, 2_000) : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, words: wordsOf(bytes, response.headers.get('content-type') ?? '') };
}
const wholeOf = ({ status, headers, words }: Answer): string => [status, ...[...headers].map((pair) => pair.join(': ')), words].join('\n');

/** Names of canaries that an answer holds and the question did not. */
function canariesIn(answer: Answer, call: Call): string[] {
  const [said, asked] = [wholeOf(answer), `${decodeURIComponent(call.path)} ${named(call)}`];
  const holds = (where: string, text: string | RegExp) => (typeof text === 'string' ? where.includes(text) : text.test(where));
  return [...world.canaries].filter(([, { text }]) => holds(said, text) && !holds(asked, text)).map(([name]) => name);
}

/** An answer without what differs from request to request, the id of what it is about put out. */
function shapeOf({ status, headers, words }: Answer, path: string, id: string): unknown {
  const kept = [...headers].filter(([name]) => !['date', 'x-request-id', 'etag', 'content-length', 'content-encoding', 'retry-after'].includes(name)).map((pair) => pair.join(': '));
  const hide = (text: string): string => [path.split('?', 1)[0]!, ...(id.length < 6 ? [] : [encodeURIComponent(id), id])].reduce((left, part) => left.replaceAll(part, '·'), text).replaceAll(/"(requestId|timeStamp)":"[^"]*"/g, '').replaceAll(/<small>\d+ · [\w-]+<\/small>/g, '');
  return [status, kept.map(hide), hide(words)];
}

/** All that is wrong with how one call was answered. */
async function faultsOf(who: Viewer, call: Call): Promise<string[]> {
  const answer = await ask(who, call);
  const faults: string[] = [];
  const fault = (what: string): void => { faults.push(`${who} ${named(call).slice(0, 200)} → ${answer.status}: ${what}`); };
  (answers.get(who) ?? answers.set(who, new Map()).get(who)!).set(named(call), answer);
  const found = canariesIn(answer, call).filter((name) => !call.tells?.includes(name));
  for (const name of found) {
    (met.get(who) ?? met.set(who, new Set()).get(who)!).add(name);
    if (!world.canaries.get(name)!.eyes.includes(who)) fault(`tells ${name}`);
  }
  if (answer.status >= 500) fault(answer.words);
  const [kept, open] = [answer.headers.get('cache-control') ?? '', answer.headers.get('access-control-allow-origin')];
  const office = PRIVATE.test(call.path) || found.some((name) => !world.canaries.get(name)!.eyes.includes('resident'));
  if (office && !/\bno-store\b/.test(kept)) fault(`may be stored: ${kept}`);
  if (office && open !== null) fault('may be read by the pages of others');
  if (PRIVATE.test(call.path) && !answer.headers.get('vary')?.includes('Cookie')) fault('does not say that it varies by cookie');
  if (call.thing && call.nothing && !call.thing.eyes.includes(who)) {
    const [here, nowhere] = [shapeOf(answer, call.path, call.thing.id), shapeOf(await ask(who, { ...call, ...call.nothing }), call.nothing.path, call.thing.nothing)];
    if (JSON.stringify(here) !== JSON.stringify(nowhere)) fault(`is another answer than of what is not there: ${JSON.stringify(here)} ≠ ${JSON.stringify(nowhere)}`.slice(0, 1500));
  }
  if (call.method === 'GET' && call.until === undefined && call.thing) {
    const head = await ask(who, { ...call, method: 'HEAD' });
    if (head.status !== answer.status || head.words !== '') fault(`HEAD is ${head.status}`);
    for (const name of canariesIn(head, call)) if (!world.canaries.get(name)!.eyes.includes(who) && !call.tells?.includes(name)) fault(`HEAD tells ${name}`);
  }
  return faults;
}

/** Those to whom public routes are nothing new ask them a few times only: that their answers are a resident's is a test of its own. */
const IN_FULL: readonly Viewer[] = ['resident', 'author'];
const callsOf = (who: Viewer): Call[] => [...Object.values(CALLS), BESIDE].flatMap((calls) => {
  const all = calls(world, who).filter(({ by }) => by === undefined || by.includes(who));
  return IN_FULL.includes(who) || all.some(({ path }) => PRIVATE.test(path)) ? all : all.slice(0, 4);
});
const standing = () => app.database.db.any(`SELECT id::text, version FROM office.annotation WHERE visibility = 'mine' OR deleted_at IS NOT NULL UNION ALL SELECT key, version FROM office.procedure
  UNION ALL SELECT login, (disabled_at IS NULL)::int FROM office.account WHERE login LIKE 'zq%' UNION ALL SELECT device, 1 FROM office.session WHERE device <> 'test' ORDER BY 1`);

it('every route and method of the application has its call here', () => {
  expect(routes.size).toBeGreaterThan(70);
  const missing = [...routes].flatMap(([path, methods]) => [...methods].filter((method) => !VIEWERS.some((who) => CALLS[path]?.(world, who).some((call) => call.method === method))).map((method) => `${method} ${path}`));
  expect(missing).toEqual([]);
  const pages = Object.keys(CALLS).filter((path) => !routes.has(path));
  // Without a built client there are no pages, and nothing else may be missing.
  expect(pages.filter((path) => !/^\/(plan|teren|przeznaczenie|dzielnica|dzialka|obiekt|obiekty|adnotacja|zaproszenie|plany|biurko|embed)?(\/|$)/.test(path))).toEqual([]);
});

describe.each(VIEWERS)('%s', (who) => {
  it('meets nothing that is not for their eyes, and what is forbidden is as if it were not there', async () => {
    const before = await standing();
    const faults: string[] = [];
    for (const call of callsOf(who)) if (!call.last) faults.push(...await faultsOf(who, call));
    expect(faults).toEqual([]);
    // Others' own notes, procedures, accounts and sessions are as they were.
    if (!['author', 'admin'].includes(who)) expect(await standing()).toEqual(before);
  }, 300_000);

  it('meets everything that is', () => {
    expect([...world.canaries].filter(([name, { eyes, shown }]) => shown && eyes.includes(who) && !met.get(who)?.has(name)).map(([name]) => name)).toEqual([]);
  });
});

it('answers of every kind are read: what is public is found in each', () => {
  const found = (part: string, type: string, name: string): boolean => [...answers.get('resident')!].some(([call, { headers, words }]) =>
    call.includes(part) && headers.get('content-type')?.startsWith(type) && words.includes(world.canaries.get(name)!.text as string));
  const kinds: [string, string, string][] = [
    ['/api/annotations/export', 'application/geo+json', 'publictitle'], ['/api/annotations/export', 'application/geopackage+sqlite3', 'publictitle'], ['/api/annotations/export', 'application/vnd.openxml', 'publictitle'],
    ['/api/collections/plans/items', 'text/csv', 'standingplan'], ['/api/collections/zones/items', 'text/html', 'standingdesignation'], ['/tiles/zones/', 'application/vnd.mapbox-vector-tile', 'standingsymbol'],
    ['/tekst/plany', 'text/html', 'standingplan'], ['/extract', 'application/json', 'overlap'], ...(hasPoppler() ? [['/extract.pdf', 'application/pdf', 'standingsymbol'] as [string, string, string]] : []),
  ];
  expect(kinds.filter((kind) => !found(...kind))).toEqual([]);
});

it('public answers are the same for everybody, and another person’s ETag opens nothing', async () => {
  const faults: string[] = [];
  const [residents, authors] = [answers.get('resident')!, answers.get('author')!];
  for (const who of VIEWERS) {
    for (const [name, { headers }] of answers.get(who)!) {
      const other = residents.get(name);
      if (other && !/no-store/.test(headers.get('cache-control') ?? '') && headers.get('etag') !== other.headers.get('etag')) faults.push(`${who} ${name} is not what a resident is answered`);
    }
  }
  for (const who of ['resident', 'colleague', 'admin', 'halfway'] as const) {
    for (const call of callsOf(who).filter(({ method, path, passing }) => method === 'GET' && !passing && PRIVATE.test(path))) {
      const [theirs, own] = [authors.get(named(call))?.headers.get('etag'), answers.get(who)!.get(named(call))!];
      if (!theirs) continue;
      const { status, words } = await ask(who, call, { 'if-none-match': theirs });
      if (status === 304 ? own.headers.get('etag') !== theirs : status !== own.status) faults.push(`${who} ${named(call)} is ${status} with the ETag of another (${own.status}) ${words.slice(0, 100)}`);
      const any = await ask(who, call, { 'if-none-match': '*' });
      if (own.status !== 200 && any.status !== own.status) faults.push(`${who} ${named(call)} is ${any.status} with any ETag (${own.status})`);
    }
  }
  expect(faults).toEqual([]);
}, 120_000);

it('metrics name nobody and nothing', async () => {
  const response = await fetch(`http://127.0.0.1:${metrics}/metrics`);
  const text = await response.text();
  expect(text).toContain('http_');
  expect([...world.canaries].filter(([, { text: canary }]) => (typeof canary === 'string' ? text.includes(canary) : canary.test(text))).map(([name]) => name)).toEqual([]);
});

it.each(VIEWERS)('signing out, %s is told nothing, and is a resident afterwards', async (who) => {
  const faults: string[] = [];
  for (const call of callsOf(who)) if (call.last) faults.push(...await faultsOf(who, call));
  expect(faults).toEqual([]);
  expect((await ask(who, { method: 'GET', path: '/api/colleagues' })).status).toBe(401);
  expect(COLLEAGUES.includes(who) || who === 'resident' || (await ask(who, { method: 'GET', path: '/api/session' })).words.includes('"anonymous"')).toBe(true);
});
