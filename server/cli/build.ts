/** `npm run build`: the client into dist/client; `--if-stale` only when there is no build or its sources are newer. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = 'dist/client/index.html';
/** Everything that decides what the build is. */
const SOURCES = ['client', 'domain', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** The time (ms) of the newest file at or under a path; 0 when there is none. */
function newest(path: string): number {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(join(ROOT, path)).map((name) => newest(join(path, name))));
}

async function buildClient(): Promise<void> {
  const { build } = await import('vite');
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}

/** Builds when there is no build or its sources are newer, and says so on stderr. */
export async function buildClientIfStale(): Promise<void> {
  const built = newest(BUILT);
  if (built >= Math.max(...SOURCES.map(newest))) return;
  process.stderr.write(`Budowanie strony, ok. 20 s | ${built === 0 ? 'Building the client' : 'The sources are newer: building the client anew'}, about 20 s\n`);
  await buildClient();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await (process.argv.includes('--if-stale') ? buildClientIfStale() : buildClient());
