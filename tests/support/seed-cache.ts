/** Seeded databases are made once and kept under tests/.output, keyed by everything that decides what is in them. */
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'tests/.output/cache');
/** What decides the content of a seeded database. */
const INGREDIENTS = [
  'migrations', 'data-samples', 'domain/geo', 'domain/layers', 'domain/planning', 'server/db', 'server/gdal', 'server/registers/lineage', 'server/rooms/import', 'server/seeding.ts', 'server/demonstration-office.ts', 'server/demonstration-sites.ts',
  'package-lock.json',
];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

function ingredientsHash(): string {
  const hash = createHash('sha256');
  for (const file of INGREDIENTS.flatMap((path) => filesUnder(join(ROOT, path)))) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Folder of the kept database of that kind; `make` fills a fresh folder when there is none of today's ingredients. */
export async function keptFolder(kind: string, make: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(CACHE, `${kind}-${ingredientsHash()}`);
  if (existsSync(kept)) return kept;
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) if (old.startsWith(`${kind}-`) && !inUse(join(CACHE, old))) rmSync(join(CACHE, old), { recursive: true, force: true });
  const partial = `${kept}.${process.pid}.partial`;
  try {
    await make(partial);
    // Another run may have been faster; its folder is as good as ours.
    if (!existsSync(kept)) renameSync(partial, kept);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return kept;
}

/** A folder that another run is still filling, or made within the last ten minutes. */
const inUse = (folder: string): boolean => Date.now() - statSync(folder).mtimeMs < 600_000;

/** Copies a folder with modes and times, sharing blocks where the file system can. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  execFileSync('cp', process.platform === 'linux' ? ['-a', '--reflink=auto', from, to] : ['-a', from, to]);
}

/** Runs one of our own commands (`migrate`, `seed`) against the given home, in a process of its own. Throws with its last words. */
export function runCommand(command: 'migrate' | 'seed', env: Record<string, string>): void {
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, `server/cli/${command}.ts`)], {
    cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...withoutSettings(), ...env }, maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) throw new Error(`${command} failed (${result.status ?? result.signal}):\n${result.stdout}${result.stderr}`);
}

/** The environment without the settings of a developer's own server. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, DATA_DIR: _dir, PORT: _port, PUBLIC_URL: _public, HOST: _host, ...rest } = process.env;
  return rest;
}
