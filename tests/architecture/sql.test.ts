/** Every query stands in a file that parses, says what it answers, and is used by the room it stands in. */
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pgp } from '../../server/db/database.ts';
import { ROOT } from '../support/seed-cache.ts';
import { sourceFiles, withoutComments } from './source-files.ts';

const queries = sourceFiles(/^server\/.*\.sql$/);

describe('SQL files', () => {
  it('exist', () => { expect(queries.length).toBeGreaterThan(0); });

  it.each(queries)('$path parses and has a header comment', ({ path, lines }) => {
    const query = new pgp.QueryFile(join(ROOT, path), { minify: true, noWarnings: true });
    expect(query.error).toBeUndefined();
    expect(lines[0]).toMatch(/^-- \S/);
  });

  it('are each named by a file of their own room', () => {
    const unused = queries.filter(({ path }) => {
      const room = dirname(path).replace(/\/sql$/, '');
      const code = sourceFiles(/^server\/.*\.ts$/).filter((file) => file.path.startsWith(`${room}/`)).map((file) => withoutComments(file).text).join('\n');
      return !code.includes(basename(path)) && !code.includes(`'${basename(path, '.sql')}'`);
    });
    expect(unused.map(({ path }) => path)).toEqual([]);
  });

  it('are the only place of queries: what stands in a room\'s TypeScript is shorter than a line', () => {
    const rooms = sourceFiles(/^server\/rooms\/.*\.ts$/).map(withoutComments);
    const inline = rooms.filter(({ text }) => [...text.matchAll(/(['"`])\s*(?:SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM)\s[\s\S]*?\1/g)].some(([statement]) => statement.length > 150));
    expect(inline.map(({ path }) => path)).toEqual([]);
  });
});
