/** `npm run check`: types, lint, import rules, dead code, docs, architecture. Runs all, two at a time, and shows only what failed. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const CHECKS: readonly (readonly [what: string, command: string, ...args: string[]])[] = [
  ['types: server, tiles, tests', 'tsc', '-p', 'tsconfig.json'],
  ['types: client', 'tsc', '-p', 'tsconfig.client.json'],
  ['types: domain (no DOM, no Node)', 'tsc', '-p', 'tsconfig.domain.json'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'domain', 'tiles', 'server', 'client', 'data-samples', 'tests'],
  ['dead code', 'knip', '--no-progress'],
  ['docs current', 'tsx', 'server/cli/docs.ts', '--check'],
  ['architecture', 'vitest', 'run', '--project', 'architecture', '--reporter', 'dot'],
];

async function run([what, command, ...args]: (typeof CHECKS)[number]): Promise<boolean> {
  const started = performance.now();
  const output: Buffer[] = [];
  const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } });
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const good = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => { output.push(Buffer.from(error.message)); resolve(false); });
    child.once('close', (code) => { resolve(code === 0); });
  });
  process.stdout.write(`${good ? '✓' : '✗'} ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  if (!good) process.stdout.write(`${Buffer.concat(output).toString().trimEnd()}\n\n`);
  return good;
}

const waiting = CHECKS.filter(([what]) => process.argv.length < 3 || process.argv.slice(2).some((word) => what.includes(word)));
const results: boolean[] = [];
async function worker(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(availableParallelism(), 4)) }, worker));
process.exitCode = results.every(Boolean) ? 0 : 1;
