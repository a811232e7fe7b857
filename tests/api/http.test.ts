/** How the server speaks HTTP: representations, caching, compression, methods, headers, health, pages of the client. */
import { request } from 'node:http';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../domain/contract/problem.ts';
import { createApp, type App } from '../../server/app.ts';
import { createLog } from '../../server/http/log.ts';
import { testApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => { app = await testApp(); });

interface Raw { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** A request as it is written: fetch would tidy up paths, methods and headers. */
function raw(base: string, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(base, { path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }); });
    });
    asked.on('error', reject).end(body);
  });
}
const ask = (path: string, options?: Parameters<typeof raw>[2]): Promise<Raw> => raw(app.url, path, options);

describe('representations', () => {
  it.each(['image/png', 'application/pdf', 'text/html;q=0, application/json;q=0, image/*'])('what cannot be served as %s is 406', async (accept) => {
    expect((await ask('/api/collections/parcels/items?limit=1', { headers: { accept } })).status).toBe(406);
  });

  it('f wins over Accept', async () => {
    const { headers } = await ask('/api?f=json', { headers: { accept: 'text/html' } });
    expect(headers['content-type']).toBe('application/json');
  });
});

describe('caching and compression', () => {
  const page = '/api/collections/parcels/items?limit=50';

  it('an unchanged page is 304 although its time stamp would differ', async () => {
    const first = await ask(page);
    const again = await ask(page, { headers: { 'if-none-match': String(first.headers['etag']) } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask(page.replace('50', '49'), { headers: { 'if-none-match': String(first.headers['etag']) } })).status).toBe(200);
  });

  it.each([['br', brotliDecompressSync], ['gzip', gunzipSync]] as const)('%s holds the same page', async (coding, inflate) => {
    const packed = await ask(page, { headers: { 'accept-encoding': coding } });
    expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual([coding, expect.stringContaining('Accept-Encoding')]);
    const plain = JSON.parse((await ask(page)).body.toString()) as Record<string, unknown>;
    expect({ ...JSON.parse(inflate(packed.body).toString()) as object, timeStamp: '' }).toEqual({ ...plain, timeStamp: '' });
  });

  it('HEAD says what GET would, without the body', async () => {
    const [get, head] = [await ask('/api/conformance'), await ask('/api/conformance', { method: 'HEAD' })];
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, get.headers['content-length'], 0]);
  });
});

describe('methods', () => {
  it.each([['/api', 'GET, HEAD, OPTIONS'], ['/api/collections/parcels/items', 'GET, HEAD, OPTIONS'], ['/healthz', 'GET, HEAD, OPTIONS'], ['/api/search/area', 'POST, OPTIONS']])(
    '%s allows %s and nothing else', async (path, allow) => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) {
        const { status, headers } = await ask(path, { method });
        expect([method, status, headers['allow']]).toEqual([method, 405, allow]);
      }
      const options = await ask(path, { method: 'OPTIONS' });
      expect([options.status, options.headers['allow']]).toEqual([204, allow]);
    },
  );
});

describe('what Node answers without being asked', () => {
  const speak = (text: string): Promise<string> => new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => { socket.write(text); });
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => { answer += text; }).on('end', () => { resolve(answer); }).on('error', reject);
  });

  it.each([
    ['CONNECT', 'CONNECT /api HTTP/1.1\r\nHost: x\r\n\r\n', 405], ['an unknown expectation', 'GET /api HTTP/1.1\r\nHost: x\r\nExpect: foo\r\nConnection: close\r\n\r\n', 417],
  ])('%s is a problem too', async (_what, text, status) => {
    const answer = await speak(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))).toMatchObject({ status });
  });

  it('a body in another encoding than UTF-8 is 415, a picture of our health 406', async () => {
    const post = (type: string) => ask('/api/search/area', { method: 'POST', headers: { 'Content-Type': type }, body: '{}' });
    expect([(await post('application/json; charset=utf-16')).status, (await post('application/json; charset="UTF-8"')).status]).toEqual([415, 400]);
    expect((await ask('/healthz', { headers: { Accept: 'image/png' } })).status).toBe(406);
  });
});

describe('headers', () => {
  it('the policy has no inline code and lets the map make images and workers', async () => {
    const policy = String((await ask('/api')).headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    for (const part of ["script-src 'self'", "img-src 'self' data: blob:", "worker-src 'self' blob:", "connect-src 'self'", "object-src 'none'"]) expect(policy).toContain(part);
  });

  it('open data may be read from any page; nothing says which software answers', async () => {
    const { headers } = await ask('/api/collections', { headers: { origin: 'https://example.org' } });
    expect([headers['access-control-allow-origin'], headers['x-content-type-options'], headers['x-powered-by']]).toEqual(['*', 'nosniff', undefined]);
  });

  it('a forged Host changes no link', async () => {
    const { body } = await ask('/api/collections/parcels/items?limit=1', { headers: { host: 'zly.example', 'x-forwarded-host': 'zly.example' } });
    expect(body.toString()).not.toContain('zly.example');
    expect(body.toString()).toContain(`${app.url}/api/collections/parcels`);
  });

  it('every answer carries a request id of its own, and a problem repeats it', async () => {
    const answers = await Promise.all([ask('/api'), ask('/healthz'), ask('/nic'), ask('/tiles/nic.json')]);
    const ids = answers.map(({ headers }) => headers['x-request-id']);
    expect(new Set(ids).size).toBe(4);
    expect(Problem.parse(JSON.parse(answers[2]!.body.toString())).requestId).toBe(ids[2]);
    expect((await ask('/healthz', { headers: { 'x-request-id': 'forged' } })).headers['x-request-id']).not.toBe('forged');
  });
});

describe('requests from other pages', () => {
  const body = JSON.stringify({ area: { type: 'circle', center: [19.9373, 50.0617], radiusM: 10 }, layers: ['districts'] });
  const send = (headers: Record<string, string>) => ask('/api/search/area', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  it.each([
    [{ origin: 'https://zly.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }], [{ origin: 'https://zly.example', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'https://zly.example', 'sec-fetch-site': 'same-site' }],
  ])('%j is 403', async (headers) => {
    expect((await send(headers as Record<string, string>)).status).toBe(403);
  });

  it('our own page and a program are served', async () => {
    for (const headers of [{}, { origin: app.url }, { origin: app.url, 'sec-fetch-site': 'same-origin' }]) {
      const { status, body: answer } = await send(headers as Record<string, string>);
      expect([headers, status, answer.toString().slice(0, 200)]).toEqual([headers, 200, expect.anything()]);
    }
  });
});

describe('health and client', () => {
  let own: App;
  let server: Server;
  let base: string;
  const directory = mkdtempSync(join(tmpdir(), 'msip-client-'));
  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Mapa Krakowa</title>');
    writeFileSync(join(directory, 'assets/app-1a2b.js'), 'export {};');
    writeFileSync(join(directory, 'assets/app-1a2b.js.br'), 'packed');
    own = createApp({ config: app.config, database: app.database, log: createLog('silent'), clientDirectory: directory });
    server = createServer((req, res) => { own.handle(req, res); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await own.close();
    rmSync(directory, { recursive: true });
  });

  it.each(['/', '/dzialka/126105_9.0001.580/4', '/plan/bronowice', '/teren/ti-balice-01', '/teren/a%3AMW.1', '/przeznaczenie/a%3AMW.1', '/obiekt/river-parks/wilga'])('%s opens the client', async (path) => {
    const { status, headers, body } = await raw(base, path, { headers: { accept: 'text/html' } });
    expect([status, headers['cache-control'], body.toString()]).toEqual([200, 'no-cache', expect.stringContaining('Mapa Krakowa')]);
  });

  it('hashed files are kept for ever and come compressed where they were built so', async () => {
    const plain = await raw(base, '/assets/app-1a2b.js');
    const packed = await raw(base, '/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect([plain.headers['cache-control'], plain.body.toString()]).toEqual(['public, max-age=31536000, immutable', 'export {};']);
    expect([packed.headers['content-encoding'], packed.headers['content-type'], packed.body.toString()]).toEqual(['br', 'text/javascript; charset=utf-8', 'packed']);
  });

  it('a page that is not there is 404: a page for a person, a problem for a program', async () => {
    const [person, program] = [await raw(base, '/nie-ma', { headers: { accept: 'text/html,*/*' } }), await raw(base, '/nie-ma')];
    expect([person.status, person.headers['content-type'], program.status, program.headers['content-type']])
      .toEqual([404, 'text/html; charset=utf-8', 404, 'application/problem+json']);
    expect((await raw(base, '/../../../etc/passwd')).status).toBe(404);
    expect((await raw(base, '/assets/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  it('when it is about to end, it is alive but not ready', async () => {
    expect((await raw(base, '/readyz')).status).toBe(200);
    own.drain();
    expect([(await raw(base, '/readyz')).status, (await raw(base, '/healthz')).status]).toEqual([503, 200]);
  });
});
