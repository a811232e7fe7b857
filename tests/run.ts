/** `npm test`: installs what is missing where it may, runs every suite it can, and says last what was left out. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium, findPostgresql, howToAdd, installMissing } from './support/prerequisites.ts';
import { ROOT } from './support/seed-cache.ts';

const PLAIN_PROJECTS = ['domain', 'tiles', 'architecture', 'client', 'embedded'];
const REPORT = join(ROOT, 'tests/.output/results.json');

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

const Report = z.object({
  numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

interface Counts { passed: number; failed: number; skipped: number }

/** A file that broke before its first test, or a run that ended in error without a failed test, counts as one failure. */
function readCounts(exitCode: number | null): Counts {
  try {
    const report = Report.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failed = report.numFailedTests + broken;
    return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function main(): number {
  const missing = installMissing(say);
  const inCi = process.env['CI'] === 'true';
  if (inCi && missing.length > 0) {
    for (const each of missing) say(`CI runs every suite, but ${each.name} is missing and could not be installed: ${howToAdd(each)}`);
    say('0 passed, 1 failed');
    return 1;
  }
  const postgresql = findPostgresql() !== undefined;
  const projects = [...PLAIN_PROJECTS, ...(postgresql ? ['postgresql'] : []), ...(findChromium() === undefined ? [] : ['e2e'])];
  mkdirSync(join(ROOT, 'tests/.output'), { recursive: true });
  rmSync(REPORT, { force: true });
  const { status } = spawnSync(process.execPath, [
    join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...projects.flatMap((project) => ['--project', project]),
    '--reporter', 'default', '--reporter', 'json', '--outputFile.json', REPORT, ...process.argv.slice(2),
  ], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...(postgresql ? {} : { MSIP_TEST_DATABASE: 'embedded' }) } });

  const { passed, failed, skipped } = readCounts(status);
  if (missing.length > 0) {
    say('\nLeft out, because this machine lacks it and it could not be installed from here:');
    for (const each of missing) say(`  ${each.serves}: needs ${each.name}. To add it on Debian or Ubuntu: ${howToAdd(each)}`);
    say('');
  }
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 || status !== 0 ? 1 : 0;
}

process.exitCode = main();
