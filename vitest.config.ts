/** Test projects: what needs nothing, what needs PostgreSQL, what runs on the embedded database, what needs a browser. See tests/README.md. */
import { defineConfig } from 'vitest/config';

const ON_POSTGRESQL = 'tests/**/*.postgresql.test.ts';
const ON_EMBEDDED = 'tests/**/*.embedded.test.ts';
const ON_BOTH = ['tests/api/**/*.test.ts', 'tests/**/*.database.test.ts'];

/** Suites without database or browser: they run everywhere, in parallel. */
const plain = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], exclude: [ON_POSTGRESQL, ON_EMBEDDED, ...ON_BOTH], testTimeout: 20_000, sequence: { groupOrder: 0 } },
});

/** The same API suites on both homes. One process keeps one seeded database and one app open for all suites that only read. */
const onDatabase = (kind: 'postgresql' | 'embedded', own: string, other: string, groupOrder: number) => ({
  test: {
    name: kind,
    include: [...ON_BOTH, own],
    exclude: [other],
    env: { MSIP_TEST_DATABASE: kind },
    globalSetup: [`tests/support/global-${kind}.ts`],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      plain('domain'),
      plain('tiles'),
      plain('architecture'),
      {
        // With the aliases and plugins of the build: suites meet the code that people get.
        extends: './vite.config.ts',
        test: { name: 'client', include: ['tests/client/**/*.test.{ts,tsx}'], environment: 'happy-dom', testTimeout: 20_000, sequence: { groupOrder: 0 } },
      },
      onDatabase('postgresql', ON_POSTGRESQL, ON_EMBEDDED, 1),
      onDatabase('embedded', ON_EMBEDDED, ON_POSTGRESQL, 2),
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          env: { MSIP_TEST_DATABASE: process.env['MSIP_TEST_DATABASE'] ?? 'postgresql' },
          globalSetup: [`tests/support/global-${process.env['MSIP_TEST_DATABASE'] ?? 'postgresql'}.ts`, 'tests/support/global-client.ts'],
          isolate: false,
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What a person would wait for, on a machine that draws WebGL with its processor while other suites run beside.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
