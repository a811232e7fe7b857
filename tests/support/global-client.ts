/** Before the browser suites: a production build of the client, made when there is none or its sources are newer. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './seed-cache.ts';

export default function setup(): void {
  // In a process without NODE_ENV=test, which would make a development build of it.
  const { NODE_ENV: _test, ...env } = process.env;
  const result = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/build.ts', '--if-stale'], { cwd: ROOT, encoding: 'utf8', env });
  if (result.status !== 0) throw new Error(`the client does not build:\n${result.stdout}${result.stderr}`);
}
