/** Before the suites on the embedded database: a folder with a migrated and a seeded one, made once and kept. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './global-postgresql.ts';
import { copyFolder, keptFolder, runCommand } from './seed-cache.ts';

export default async function setup(project: TestProject): Promise<() => void> {
  project.provide('embeddedFolder', await keptFolder('embedded', async (folder) => {
    mkdirSync(folder, { recursive: true });
    runCommand('migrate', { DATA_DIR: join(folder, 'empty') });
    copyFolder(join(folder, 'empty'), join(folder, 'seeded'));
    runCommand('seed', { DATA_DIR: join(folder, 'seeded') });
  }));
  const copies = mkdtempSync(join(tmpdir(), 'msip-embedded-'));
  project.provide('embeddedCopies', copies);
  return () => { rmSync(copies, { recursive: true, force: true }); };
}
