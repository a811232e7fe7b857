/** A PostgreSQL cluster of the tests' own: made with initdb in a temporary folder, reached on a random port, gone afterwards. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresql, type Postgresql } from './prerequisites.ts';
import { copyFolder, keptFolder, runCommand } from './seed-cache.ts';

const PREFIX = 'msip-postgresql-';
/** A test database may be lost: it need not survive a power cut, and its log is kept short because every run copies the folder. */
const SETTINGS = [
  'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=64MB', 'min_wal_size=32MB',
  'shared_buffers=256MB', 'max_connections=80', 'listen_addresses=127.0.0.1', 'unix_socket_directories=',
];

export interface Cluster {
  /** Address of a database in the cluster, as superuser. */
  url(database: string): string;
  stop(): void;
  /** Starts again on the same port after `stop`. */
  start(): void;
  /** Stops and removes the folder. */
  remove(): void;
}

/** Names of the databases every cluster holds: migrated and empty, migrated and seeded. Copy them, never write to them. */
export const EMPTY = 'msip_empty';
export const SEEDED = 'msip_seeded';

/** Starts a cluster with both templates. Throws when PostgreSQL is not installed. */
export async function startSeededCluster(): Promise<Cluster> {
  const postgresql = findPostgresql();
  if (!postgresql) throw new Error('PostgreSQL 15 or newer with PostGIS is not installed here: npm test says how to add it.');
  sweep();
  const kept = await keptFolder(`postgresql-${postgresql.major}`, (folder) => makeSeeded(postgresql, folder));
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  copyFolder(`${kept}/data`, join(folder, 'data'));
  return startCluster(postgresql, folder);
}

async function makeSeeded(postgresql: Postgresql, kept: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  own(folder);
  asServer(join(postgresql.bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'msip', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C.UTF-8', '-N']);
  writeFileSync(join(folder, 'data/test-password'), password);
  const cluster = await startCluster(postgresql, folder);
  try {
    psql(postgresql, cluster.url('postgres'), `CREATE DATABASE ${EMPTY}`);
    runCommand('migrate', { DATABASE_URL: cluster.url(EMPTY) });
    psql(postgresql, cluster.url('postgres'), `CREATE DATABASE ${SEEDED} TEMPLATE ${EMPTY}`);
    runCommand('seed', { DATABASE_URL: cluster.url(SEEDED) });
    psql(postgresql, cluster.url(SEEDED), 'VACUUM ANALYZE');
    cluster.stop();
    execFileSync('mkdir', ['-p', kept]);
    copyFolder(join(folder, 'data'), join(kept, 'data'));
  } finally {
    cluster.remove();
  }
}

async function startCluster(postgresql: Postgresql, folder: string): Promise<Cluster> {
  const data = join(folder, 'data');
  const password = readFileSync(join(data, 'test-password'), 'utf8');
  const port = await freePort();
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  own(folder);
  const pgCtl = (args: string[]): void => asServer(join(postgresql.bin, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const options = [`port=${port}`, ...SETTINGS].map((setting) => `-c ${setting}`).join(' ');
  const cluster: Cluster = {
    url: (database) => `postgres://msip:${password}@127.0.0.1:${port}/${database}`,
    start: () => { pgCtl(['-l', join(folder, 'log'), '-o', options, 'start']); },
    stop: () => { pgCtl(['-m', 'fast', 'stop']); },
    remove: () => { removeCluster(postgresql, folder); },
  };
  cluster.start();
  return cluster;
}

function removeCluster(postgresql: Postgresql, folder: string): void {
  if (existsSync(join(folder, 'data/postmaster.pid'))) spawnSync(join(postgresql.bin, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'], { ...serverUser(), stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}

/** Removes clusters whose test run was killed before it could clear up. */
function sweep(): void {
  const postgresql = findPostgresql();
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = existsSync(join(folder, 'owner.pid')) ? Number(readFileSync(join(folder, 'owner.pid'), 'utf8')) : undefined;
    if (postgresql && owner !== undefined && !isAlive(owner)) removeCluster(postgresql, folder);
  }
}

function isAlive(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM'; }
}

/** PostgreSQL refuses to run as root: then the cluster belongs to the package's user `postgres`. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function own(folder: string): void {
  chmodSync(folder, 0o700);
  const { uid, gid } = serverUser();
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
}

function asServer(file: string, args: string[]): void {
  const result = spawnSync(file, args, { ...serverUser(), cwd: tmpdir(), encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (result.status !== 0) throw new Error(`${file} ${args.join(' ')}: ${result.stderr}`);
}

function psql(postgresql: Postgresql, url: string, sql: string): void {
  execFileSync(join(postgresql.bin, 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', sql], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}
