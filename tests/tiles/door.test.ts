/** The tile door over HTTP: status, coding, ETag, caching, cross-origin, bad addresses (SAFETY §2). */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../domain/contract/problem.ts';
import { type Answer, type Door, openDoor, scriptedDatabase } from './support/door.ts';

const TILE = '/tiles/parcels/14/9098/5563.mvt';
const EMPTY = '/tiles/parcels/14/0/0.mvt';
const FAILING = '/tiles/parcels/14/1/1.mvt';
const CONTENT = Buffer.from('Płaszów '.repeat(2_000));

let door: Door;
let script: ReturnType<typeof scriptedDatabase>;
let rendered = 0;
let version = '';

beforeAll(async () => {
  script = scriptedDatabase((values) => {
    rendered += 1;
    if (values[1] === 0) return Promise.resolve(Buffer.alloc(0));
    if (values[1] === 1) return Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED', syscall: 'connect' }));
    return Promise.resolve(Buffer.concat([CONTENT, Buffer.from(version)]));
  });
  door = await openDoor(script.database);
});
afterAll(() => door.close());

describe('a tile', () => {
  it('says what it is, that it must be asked for again, and that any page may read it', async () => {
    const { status, headers, body } = await door.ask(TILE);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile', 'cache-control': 'public, no-cache', vary: 'Accept-Encoding', 'access-control-allow-origin': '*',
      'content-length': String(CONTENT.length),
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.equals(CONTENT)).toBe(true);
  });

  it.each([
    ['br', 'br'], ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['gzip;q=1.0, br;q=0', 'gzip'], ['deflate', undefined], ['*', 'br'], ['identity', undefined], ['br;q=0.001', 'br'],
  ])('for Accept-Encoding "%s" comes as %s, and unpacked it is the same', async (accepted, expected) => {
    const { headers, body } = await door.ask(TILE, { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe(expected);
    const plain = expected === 'br' ? brotliDecompressSync(body) : expected === 'gzip' ? gunzipSync(body) : body;
    expect(plain.equals(CONTENT)).toBe(true);
  });

  it('stays the same after it was packed for keeping', async () => {
    await door.ask(TILE, { 'Accept-Encoding': 'br' });
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    const [br, gzip, identity] = await Promise.all(['br', 'gzip', 'identity'].map((coding) => door.ask(TILE, { 'Accept-Encoding': coding })));
    expect([brotliDecompressSync(br!.body), gunzipSync(gzip!.body), identity!.body].map((body) => body.equals(CONTENT))).toEqual([true, true, true]);
  });

  it('has one strong ETag a coding, all of the same content', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(async (coding) => (await door.ask(TILE, { 'Accept-Encoding': coding })).headers.etag ?? ''));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{22}(-br|-gz)?"$/);
    expect(new Set(tags.map((tag) => tag.slice(1, 23))).size).toBe(1);
  });

  it('is not sent again to who has it', async () => {
    const { headers: { etag = '' } } = await door.ask(TILE, { 'Accept-Encoding': 'br' });
    for (const known of [etag, `W/${etag}`, `"anders", ${etag}`, '*']) {
      const { status, body, headers } = await door.ask(TILE, { 'Accept-Encoding': 'br', 'If-None-Match': known });
      expect([status, body.length, headers.etag]).toEqual([304, 0, etag]);
    }
    expect((await door.ask(TILE, { 'If-None-Match': '"anders"' })).status).toBe(200);
  });

  it('has another ETag when its content changed', async () => {
    const before = await door.ask(TILE);
    version = 'ź';
    script.tell('{"layer": "parcels", "bbox": null}');
    const after = await door.ask(TILE, { 'If-None-Match': before.headers.etag ?? '' });
    expect([after.status, after.headers.etag === before.headers.etag]).toEqual([200, false]);
    version = '';
    script.tell('{"layer": "parcels", "bbox": null}');
  });

  it('with nothing in it is 204, without a body or a type', async () => {
    const { status, body, headers } = await door.ask(EMPTY);
    expect([status, body.length, headers['content-type']]).toEqual([204, 0, undefined]);
    expect(headers['cache-control']).toBe('public, no-cache');
  });

  it('asked for by HEAD has the headers of GET and no body', async () => {
    const [get, head] = [await door.ask(TILE), await door.ask(TILE, {}, 'HEAD')];
    expect(head.body).toHaveLength(0);
    expect([head.status, head.headers.etag, head.headers['content-length']]).toEqual([200, get.headers.etag, get.headers['content-length']]);
  });

  it('may be asked for by other pages with If-None-Match', async () => {
    const { status, headers } = await door.ask(TILE, { Origin: 'https://inne.pl', 'Access-Control-Request-Method': 'GET' }, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('If-None-Match');
  });

  it('that 200 clients ask for at once costs one query', async () => {
    const before = rendered;
    const answers = await Promise.all(Array.from({ length: 200 }, () => door.ask('/tiles/parcels/15/18197/11126.mvt', { 'Accept-Encoding': 'br' })));
    expect(rendered - before).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('is shown stale while the database is away, and 503 when there is none to show', async () => {
    const kept = '/tiles/zones/13/4549/2781.mvt';
    let away = false;
    const own = scriptedDatabase(() => (away ? Promise.reject(Object.assign(new Error('x'), { code: '57P01' })) : Promise.resolve(CONTENT)));
    const ownDoor = await openDoor(own.database);
    expect((await ownDoor.ask(kept)).headers['x-tile-stale']).toBeUndefined();
    away = true;
    own.lose();
    const [stale, none] = [await ownDoor.ask(kept), await ownDoor.ask('/tiles/zones/13/4549/2782.mvt')];
    await ownDoor.close();
    expect([stale.status, stale.headers['x-tile-stale'], stale.body.equals(CONTENT)]).toEqual([200, '1', true]);
    expect([none.status, none.headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('what is not understood', () => {
  const check = ({ headers, body, status }: Answer): Problem => {
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['access-control-allow-origin']).toBe('*');
    const problem = Problem.parse(JSON.parse(body.toString()));
    expect(problem.status).toBe(status);
    return problem;
  };

  it.each([
    ['/tiles/parcels/-1/0/0.mvt', 400], ['/tiles/parcels/14/1e3/0.mvt', 400], ['/tiles/parcels/14/%00/0.mvt', 400], ['/tiles/parcels/14/../0.mvt', 400],
    ['/tiles/parcels/14/12345678/0.mvt', 400], ['/tiles/../14/0/0.mvt', 400], ['/tiles/parcels,parcels/14/0/0.mvt', 400], ['/tiles/a,b,c,d,e,f,g,h,i/14/0/0.mvt', 400],
    ['/tiles/parcels/14/9098/5563.mvt?datetime=2020-02-30', 400], ['/tiles/parcels/14/9098/5563.mvt?datetime=2020-01-01&datetime=2020-01-02', 400], ['/tiles/parcels/14/9098/5563.mvt?datetime=2020-01-01/..', 400], ['/tiles/parcels.json?x', 400], ['/tiles/parcels/14/0/0%2emvt', 404], ['/tiles/,.json', 400],
    ['/tiles/parcels/14/16384/0.mvt', 404], ['/tiles/parcels/17/0/0.mvt', 404], ['/tiles/parcels/3/0/0.mvt', 404], ['/tiles/nobody/14/0/0.mvt', 404],
    ['/tiles/nobody.json', 404], ['/tiles/', 404], ['/tiles/parcels', 404], ['/tiles/parcels/14/0/0.pbf', 404], ['/tiles/parcels/14/0/0/0.mvt', 404], [FAILING, 503],
  ])('%s is %d', async (path, status) => {
    const answer = await door.ask(path);
    expect(answer.status).toBe(status);
    check(answer);
  });

  it('names an unknown parameter, and never the machinery', async () => {
    expect(check(await door.ask(`${TILE}?datetime=2020-01-01&when=then`)).errors).toEqual([{ path: 'when', message: 'unknown parameter' }]);
    expect(JSON.stringify(check(await door.ask(FAILING)))).not.toMatch(/10\.0\.0\.7|ECONNREFUSED|SELECT/);
  });

  it('is 405 with Allow for methods that write', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
      const answer = await door.ask(TILE, {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
      check(answer);
    }
  });

  it.each([['image/png', 406], ['application/*', 200], ['*/*;q=0.1', 200], ['application/vnd.mapbox-vector-tile;q=0', 406]])('Accept "%s" is %d', async (accept, status) => {
    expect((await door.ask(TILE, { Accept: accept })).status).toBe(status);
  });

  it('is 406 for who refuses every coding', async () => {
    expect((await door.ask(TILE, { 'Accept-Encoding': 'identity;q=0' })).status).toBe(406);
  });

  it('is somebody else\'s when it is not under /tiles/', async () => {
    expect((await door.ask('/tilesets')).status).toBe(418);
  });
});
