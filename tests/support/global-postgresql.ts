/** Before the suites on PostgreSQL: a seeded cluster of their own; after them: nothing is left. */
import type { TestProject } from 'vitest/node';
import { startSeededCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database in the tests' cluster, with `/DATABASE` where the name goes. */
    clusterUrl: string;
    /** Folder that holds the embedded databases to copy: `empty` (migrated) and `seeded`. */
    embeddedFolder: string;
    /** Temporary folder for the copies; it goes with the run. */
    embeddedCopies: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const cluster = await startSeededCluster();
  project.provide('clusterUrl', cluster.url('DATABASE'));
  return () => { cluster.remove(); };
}
