/** `npm test`: installs what is missing where it may, runs every suite it can, and says last what was left out. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { findChromium, findPostgresql, howToAdd, installMissing } from './support/prerequisites.ts';
import { ROOT } from './support/seed-cache.ts';

const OUTPUT = join(ROOT, 'tests/.output');

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Projects of vitest.config.ts that run one after the other in a process of their own; lanes run side by side. */
interface Lane { readonly name: string; readonly projects: readonly string[] }

/** Each lane has one home to seed and takes about as long as the other. */
function lanes(postgresql: boolean, chromium: boolean): readonly Lane[] {
  const browser = chromium ? ['e2e'] : [];
  return postgresql
    ? [{ name: 'embedded', projects: ['domain', 'tiles', 'architecture', 'client', 'embedded'] }, { name: 'postgresql', projects: ['postgresql', ...browser] }]
    : [{ name: 'embedded', projects: ['domain', 'tiles', 'architecture', 'client', 'embedded', ...browser] }];
}

const Report = z.object({
  numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

interface Counts { readonly passed: number; readonly failed: number; readonly skipped: number }

/** A file that broke before its first test, or a run that ended in error without a failed test, counts as one failure. */
function readCounts(report: string, exitCode: number | null): Counts {
  try {
    const counted = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
    const broken = counted.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failed = counted.numFailedTests + broken;
    return { passed: counted.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: counted.numPendingTests + counted.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs the suites of a lane, every line of theirs under the lane's name. */
async function run({ name, projects }: Lane, env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = join(OUTPUT, `results-${name}.json`);
  rmSync(report, { force: true });
  const vitest = spawn(process.execPath, [
    join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...projects.flatMap((project) => ['--project', project]),
    '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report, ...process.argv.slice(2),
  ], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
  const retell = (stream: Readable): void => { createInterface(stream).on('line', (line) => { say(`${name.padEnd(10)} | ${line}`); }); };
  retell(vitest.stdout);
  retell(vitest.stderr);
  return new Promise((resolve, reject) => {
    vitest.once('error', reject).once('close', (exitCode) => { resolve(readCounts(report, exitCode)); });
  });
}

async function main(): Promise<number> {
  const missing = installMissing(say);
  const inCi = process.env['CI'] === 'true';
  if (inCi && missing.length > 0) {
    for (const each of missing) say(`CI runs every suite, but ${each.name} is missing and could not be installed: ${howToAdd(each)}`);
    say('0 passed, 1 failed');
    return 1;
  }
  const postgresql = findPostgresql() !== undefined;
  mkdirSync(OUTPUT, { recursive: true });
  const env = { ...process.env, ...(postgresql ? {} : { MSIP_TEST_DATABASE: 'embedded' }) };
  const counts = await Promise.all(lanes(postgresql, findChromium() !== undefined).map((lane) => run(lane, env)));
  const sum = (of: keyof Counts): number => counts.reduce((total, each) => total + each[of], 0);
  if (missing.length > 0) {
    say('\nLeft out, because this machine lacks it and it could not be installed from here:');
    for (const each of missing) say(`  ${each.serves}: needs ${each.name}. To add it on Debian or Ubuntu: ${howToAdd(each)}`);
    say('');
  }
  say(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
  return sum('failed') > 0 ? 1 : 0;
}

process.exitCode = await main();
