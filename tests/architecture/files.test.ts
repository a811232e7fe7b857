/** Every file is short, says what it is for, and tells nothing about the machine it was written on. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { linesMatching, sourceFiles } from './source-files.ts';

const CODE = /^(domain|tiles|server|client|data-samples|migrations|tests|bench)\/.*\.(ts|tsx|sql|css|mjs|cjs)$/;
const TEXT = /\.(ts|tsx|sql|css|mjs|cjs|json|md|html|yml|yaml|sh)$|^\.ci\/run$/;

/** Budgets of lines by kind of file; everything else has the common limit. */
const BUDGETS: readonly [kind: RegExp, lines: number][] = [
  [/^server\/.*\.sql$/, 80],
  [/^domain\/layers\/.*\.ts$/, 120],
  [/\.routes\.ts$/, 120],
  [/\.repository\.ts$/, 150],
];
const LIMIT = 250;

const Versions = z.record(z.string(), z.string());

describe('files', () => {
  it('stay within their budget of lines', () => {
    const tooLong = sourceFiles(CODE).flatMap(({ path, lines }) => {
      const budget = BUDGETS.find(([kind]) => kind.test(path))?.[1] ?? LIMIT;
      return lines.length > budget ? [`${path}: ${lines.length} lines, budget ${budget}`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  it('say in their first line what they are for', () => {
    const mute = sourceFiles(CODE).filter(({ lines }) => !/^(\/\*\*? \S|\/\/ \S|-- \S|#!)/.test(lines[0] ?? '')).map(({ path }) => path);
    expect(mute).toEqual([]);
  });

  it('name no path of somebody\'s machine', () => {
    // Written apart so that this file does not find itself.
    const folders = ['work', 'farm', 'root', 'home/[a-z]+', 'Users/[A-Za-z]+'].join('|');
    const pattern = new RegExp(`(?<![\\w.~/-])/(${folders})/|/tmp/(bash|brief|research)`);
    expect(linesMatching(sourceFiles(TEXT).filter(({ path }) => path !== 'package-lock.json'), pattern)).toEqual([]);
  });

  it('leave nothing open: no test is switched off or left alone, no promise to finish later', () => {
    const open = /\b(it|test|describe)\.(only|skip|todo)\(|\bTODO\b|\bFIXME\b|\bnot implemented\b/;
    const others = sourceFiles(CODE).filter(({ path }) => path !== 'tests/architecture/files.test.ts');
    expect(linesMatching(others, open)).toEqual([]);
  });

  it('pin every library exactly, from no particular registry', () => {
    const manifest = z.object({ dependencies: Versions, devDependencies: Versions }).parse(JSON.parse(sourceFiles(/^package\.json$/)[0]?.text ?? ''));
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
    expect(linesMatching(sourceFiles(/^package-lock\.json$/), /"resolved": "https?:/)).toEqual([]);
  });
});
