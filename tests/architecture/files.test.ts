/** Every file is short, says what it is for, and tells nothing about the machine it was written on. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../support/seed-cache.ts';
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
const Lock = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: Versions.optional() })) });

describe('files', () => {
  it('stay within their budget of lines', () => {
    const tooLong = sourceFiles(CODE).flatMap(({ path, lines }) => {
      const budget = BUDGETS.find(([kind]) => kind.test(path))?.[1] ?? LIMIT;
      return lines.length > budget ? [`${path}: ${lines.length} lines, budget ${budget}`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  it('say in their first line what they are for', () => {
    const mute = sourceFiles(CODE).filter(({ lines }) => !/^(\/\*\*?\s+(\* )?\S|\/\/ \S|-- \S|#!)/.test(lines.slice(0, 2).join('\n'))).map(({ path }) => path);
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

  it('leave no hole in the lockfile, which npm ci would refuse: packages of other platforms are in it too', () => {
    const { packages } = Lock.parse(JSON.parse(sourceFiles(/^package-lock\.json$/)[0]?.text ?? ''));
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages)));
    expect(missing).toEqual([]);
  });
});

describe('README', () => {
  const readme = sourceFiles(/^README\.md$/)[0]?.text ?? '';

  it('tells every setting', () => {
    const settings = [...(sourceFiles(/^server\/config\.ts$/)[0]?.text ?? '').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect(settings).toContain('DATABASE_URL');
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('tells every command', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(sourceFiles(/^package\.json$/)[0]?.text ?? ''));
    expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b|\`${name}\``).test(readme))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
