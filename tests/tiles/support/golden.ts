/** Golden files: decoded tiles as JSON one can read, renewed with UPDATE=true (`npm run bless`). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { DecodedTile } from './decode.ts';

const FOLDER = new URL('../golden/', import.meta.url);

/** One line a feature, coordinates as "x y, x y". */
function readable(tile: DecodedTile): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tile).map(([name, features]) => [name, features.map(({ id, type, attributes, parts }) => ({
    id, type, attributes, parts: parts.map((part) => part.map(([x, y]) => `${x} ${y}`).join(', ')),
  }))]));
}

/** Compares with golden/NAME.json; with UPDATE=true writes it. A missing file fails. */
export function expectGolden(name: string, tile: DecodedTile): void {
  const file = new URL(`${name}.json`, FOLDER);
  if (process.env['UPDATE'] === 'true') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, `${JSON.stringify(readable(tile), null, 1)}\n`);
  }
  expect(existsSync(file), `golden/${name}.json is missing: run npm run bless`).toBe(true);
  expect(readable(tile)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}
