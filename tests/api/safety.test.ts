/** Bad input and its answer: every row of the safety table that touches OGC API Features and the door. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../domain/contract/problem.ts';
import { LAYERS } from '../../domain/layers/index.ts';
import { filterParameters } from '../../domain/contract/layer-schema.ts';
import { testApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });

/** What must never leave the server in an error. */
const LEAK = /\bselect\b|\bfrom\b|pg_|postgres|syntax error|node_modules|\/server\/|\.ts\b|at \w+ \(|cadastre\.|layer\./i;

async function problem(path: string, init: RequestInit = {}): Promise<Problem> {
  const response = await fetch(`${app.url}${path}`, init);
  const text = await response.text();
  expect(response.headers.get('content-type'), `${path} → ${response.status} ${text.slice(0, 200)}`).toBe('application/problem+json');
  const body = Problem.parse(JSON.parse(text));
  expect(body.status).toBe(response.status);
  // What was asked may be repeated: it stands in quotation marks.
  expect(`${body.title} ${body.detail.replaceAll(/"[^"]*"/g, '')}`).not.toMatch(LEAK);
  return body;
}
const items = '/api/collections/parcels/items';

describe('parameters', () => {
  it.each(['limit=-1', 'limit=0', 'limit=1.5', 'limit=1e2', 'limit=', 'limit=ten', 'offset=-1', 'offset=10000001', 'f=xml', 'f=', 'datetime=wczoraj', 'datetime=2024-13-01',
    'datetime=2024-02-30', 'datetime=2024-01-02/2024-01-01', 'datetime=../..', 'datetime=/', 'datetime=a/b/c', 'datetime=2024-01-01T25:00:00Z', 'registration_group=four',
    'register_area_m2_min=1e5', 'register_area_m2=99999999999999999999', 'demonstration=tak', 'bbox-crs=4326', 'crs=4326'])('%s is 400 and named', async (query) => {
    const { status, errors, detail } = await problem(`${items}?${query}`);
    const [name] = query.split('=');
    expect([status, errors?.[0]?.path]).toEqual([400, name]);
    expect(detail).toContain(name);
  });

  it.each(['limit=5&limit=6', 'limit[]=5', 'limt=5', 'geom=1', '__proto__=1', 'constructor=1', 'toString=1', 'valid=2024-01-01', 'id=1;DROP', 'area_ha=1', 'properties=key'])(
    '%s is 400 and named', async (query) => {
      const { status, errors } = await problem(`${items}?${query}`);
      expect([status, errors?.[0]?.path]).toEqual([400, decodeURIComponent(query.split('=')[0]!)]);
    },
  );

  it('an unknown parameter is 400 on every document too', async () => {
    for (const path of ['/api', '/api/conformance', '/api/collections', '/api/collections/parcels', '/api/collections/parcels/queryables', '/api/openapi.json', '/api/collections/parcels/items/1']) {
      expect([path, (await problem(`${path}?nic=1`)).errors?.[0]?.path]).toEqual([path, 'nic']);
    }
  });
});

describe('SQL', () => {
  const SQL = ["'; DROP TABLE cadastre.parcel; --", '1 OR 1=1', '$1', '${where:raw}', "\\'); SELECT pg_sleep(10); --", '%', '1::text', '"'];

  it('in a filter of any layer finds nothing or is 400, and changes nothing', async () => {
    const before = (await app.database.db.one<{ count: number }>('SELECT count(*)::integer AS count FROM cadastre.parcel')).count;
    for (const layer of LAYERS) {
      for (const [place, parameter] of filterParameters(layer).entries()) {
        const value = SQL[place % SQL.length]!;
        const response = await fetch(`${app.url}/api/collections/${layer.id}/items?${new URLSearchParams({ [parameter.name]: value }).toString()}`);
        const body = await response.json() as { numberMatched?: number };
        expect([layer.id, parameter.name, response.status === 400 || body.numberMatched === 0]).toEqual([layer.id, parameter.name, true]);
      }
    }
    expect((await app.database.db.one<{ count: number }>('SELECT count(*)::integer AS count FROM cadastre.parcel')).count).toBe(before);
  });

  it.each(['parcels;DROP', 'parcels%20', 'PARCELS', 'pg_class', 'layer.parcels', '..%2Fparcels', 'constructor', '__proto__', 'parcel_blocks', 'meta.dataset'])(
    'the layer %s does not exist', async (layer) => {
      for (const path of ['', '/items', '/queryables', '/items/1']) expect((await problem(`/api/collections/${layer}${path}`)).status).toBe(404);
    },
  );
});

describe('addresses', () => {
  it.each([['%ff', 400], ['%c0%af', 400], ['%00', 400], ['%', 400], ['%ED%A0%80', 400]])('%s in path or query is %i', async (code, status) => {
    for (const path of [`/api/collections/${code}`, `${items}?key=${code}`, `/${code}`, `${items}?${code}=1`]) expect([path, (await problem(path)).status]).toEqual([path, status]);
  });

  it('10 kB of address is 414, 20 kB is 431', async () => {
    expect((await problem(`${items}?key=${'a'.repeat(10_000)}`)).status).toBe(414);
    expect((await problem(`${items}?key=${'a'.repeat(20_000)}`)).status).toBe(431);
  });

  it('an unknown method or no HTTP at all gets a problem, not silence', async () => {
    const say = (text: string): Promise<string> => new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => { socket.write(text); });
      let heard = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => { heard += chunk; }).on('end', () => { resolve(heard); }).on('error', reject);
    });
    expect(await say('ZRÓB /api HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[05] [\s\S]*problem\+json/);
    expect(await say('BREW /api HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD/);
    expect(await say('GET http://zly.example/api HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('bodies', () => {
  const circle = { area: { type: 'circle', center: [19.9373, 50.0617], radiusM: 10 }, layers: ['districts'] };
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    problem('/api/search/area', { method: 'POST', body: body as BodyInit, headers: { 'Content-Type': 'application/json', ...headers } });
  const padded = (bytes: number): string => `${' '.repeat(bytes)}${JSON.stringify(circle)}`;

  it.each([
    ['malformed JSON', '{"area":', 400], ['no JSON', 'Żółw', 400], ['an empty body', '', 400], ['200 kB', padded(200_000), 413],
    ['49,000 nested arrays', `${'['.repeat(49_000)}${']'.repeat(49_000)}`, 400], ['unbalanced brackets in text', '{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}', 400],
    ['__proto__', `{"__proto__":{"isAdmin":true},${JSON.stringify(circle).slice(1)}`, 400],
    ['an escaped __proto__', `{"__pr\\u006fto__":{},${JSON.stringify(circle).slice(1)}`, 400],
    ['an unknown member', JSON.stringify({ ...circle, sql: 'x' }), 400],
  ])('%s is answered', async (_name, body, status) => {
    expect((await send(body)).status).toBe(status);
  });

  it.each([
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000, ' ')), { 'Content-Encoding': 'gzip' }, 413],
    ['gzip that is none', Buffer.from('nie gzip'), { 'Content-Encoding': 'gzip' }, 400],
    ['an unknown coding', Buffer.from('{}'), { 'Content-Encoding': 'zip' }, 415],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
    ['text', Buffer.from(JSON.stringify(circle)), { 'Content-Type': 'text/plain' }, 415],
    ['a form', Buffer.from('a=b'), { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['JSON in its name only', Buffer.from('{}'), { 'Content-Type': 'application/jsonp' }, 415],
  ])('%s is answered', async (_name, body, headers, status) => {
    expect((await send(body, headers as Record<string, string>)).status).toBe(status);
  });
});

describe('text that is shown', () => {
  it('markup in an address stays text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const response = await fetch(`${app.url}/${encodeURIComponent(text)}`, { headers: { Accept: 'text/html' } });
    expect([response.status, (await response.text()).includes('<img')]).toEqual([404, false]);
    expect((await problem(`/api/collections/${encodeURIComponent(text)}`)).detail).toContain(text);
  });
});
