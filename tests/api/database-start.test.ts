/** The server as a process: it says where it is, and ends on SIGTERM without losing a request. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

/** An embedded database on a busy machine takes its time to open. */
const TIMEOUT_MS = 90_000;

let own: TestDatabase;
let child: ChildProcess | undefined;
beforeAll(async () => {
  own = await ownDatabase('empty');
  // A register that holds something is not given demonstration data.
  await own.database.db.none(`INSERT INTO meta.dataset (name, layer, publisher, licence, demonstration, checksum) VALUES ('próba', 'parcels', 'GMK', 'CC BY 4.0', false, '')`);
  await own.database.close();
});
afterEach(() => { child?.kill('SIGKILL'); });
afterAll(() => own.remove());

/** Starts the server; `said` collects its stderr. */
function start(port: number): { said: string[]; ready: Promise<string>; exited: Promise<unknown[]> } {
  const said: string[] = [];
  child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, DATABASE_URL: '', ...own.env, PORT: String(port), LOG_LEVEL: 'silent' }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface(child.stderr!);
  const ready = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      const url = /Ready, open in a browser: (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
    lines.once('close', () => { reject(new Error(said.join('\n'))); });
  });
  ready.catch(() => {});
  return { said, ready, exited: once(child, 'exit') };
}

const statusOf = async (url: string): Promise<number> => (await fetch(url, { headers: { connection: 'close' } })).status;

it('on SIGTERM /readyz says 503 first, a request on its way is answered, then nobody listens and the code is 0', async () => {
  const { ready, exited } = start(0);
  const url = await ready;
  await expect.poll(() => statusOf(`${url}/readyz`), { timeout: 20_000 }).toBe(200);

  const body = JSON.stringify({ nonsense: 'Dębniki' });
  const slow = request(`${url}/api/search/area`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } });
  slow.write(body.slice(0, 5));
  await new Promise((resolve) => { slow.once('socket', (socket) => { socket.once('connect', resolve); }); });
  child!.kill('SIGTERM');
  await expect.poll(() => statusOf(`${url}/readyz`), { interval: 20 }).toBe(503);
  expect(await statusOf(`${url}/healthz`)).toBe(200);
  await expect.poll(() => statusOf(`${url}/healthz`).catch(() => 'nobody listens'), { interval: 50, timeout: 10_000 }).toBe('nobody listens');

  slow.end(body.slice(5));
  const [answer] = await once(slow, 'response') as [{ statusCode: number; resume(): void }];
  answer.resume();
  expect(answer.statusCode).toBe(400);
  expect(await exited).toEqual([0, null]);
}, TIMEOUT_MS);

it('a port that is taken is told in one sentence, with code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { said, exited } = start(port);
  expect(await exited).toEqual([1, null]);
  expect(said.at(-1)).toBe(`The address 127.0.0.1:${port} is in use by another program: stop it, or set PORT to another number.`);
  other.close();
}, TIMEOUT_MS);
