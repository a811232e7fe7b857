/** Parsing at the door: query, path and body by strict zod schemas; a wrong or unknown name is a 400 that says which. */
import type { Request } from 'express';
import type { z } from 'zod';
import { Problem } from './problem.ts';
import { zodDetails } from './problem-of.ts';

/** The query as it was written: each name once, nothing interpreted (`a[]=1` is a parameter called "a[]"). */
export function queryOf(req: Request): Record<string, string> {
  const query = req.originalUrl.split('?').slice(1).join('?');
  const found: [string, string][] = [];
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (seen.has(name)) throw new Problem('invalid-parameter', `The parameter "${shown(name)}" is given more than once.`, [{ path: name, message: 'given more than once' }]);
    seen.add(name);
    found.push([name, value]);
  }
  // A null prototype, so that a parameter called "__proto__" is a name like any other (and unknown).
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(found));
}

/** Parses the query; throws `invalid-parameter` that names what is unknown or wrong. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, req: Request): z.output<Schema> {
  const parsed = schema.safeParse(queryOf(req));
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown.length > 0) {
    throw new Problem('invalid-parameter', `Unknown parameter: ${unknown.map(shown).join(', ')}.`, unknown.map((name) => ({ path: name, message: 'unknown parameter' })));
  }
  const details = zodDetails(parsed.error);
  throw new Problem('invalid-parameter', `Wrong parameter: ${details.map(({ path, message }) => `${path} (${message})`).join(', ')}.`, details);
}

/** Parses a body that `readJson` has read; throws `invalid-body` with the places. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid-body', 'The body does not follow the contract.', zodDetails(parsed.error));
}

const shown = (name: string): string => (name.length > 50 ? `${name.slice(0, 50)}…` : name);
