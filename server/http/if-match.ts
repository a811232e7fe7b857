/** Writing to what has versions: the client says in If-Match which one it has read, and is told in ETag which one stands now. */
import type { Request, Response } from 'express';
import { Problem } from './problem.ts';

const STRONG = /^"([1-9]\d{0,8})"$/;

/** The strong tag of a version: `"3"`. */
export const tagOf = (version: number): string => `"${version}"`;

/** The version in If-Match; throws 428 when the header is missing, 400 when it names no single version (`*`, `W/"3"`, a list). */
export function versionOf(req: Request): number {
  const header = req.headers['if-match'];
  if (header === undefined) throw new Problem('precondition-required', 'If-Match must hold the ETag of the version you have read.');
  const version = STRONG.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem('invalid-request', 'If-Match must be one version as ETag gives it, such as "3".', [{ path: 'If-Match', message: 'must look like "3"' }]);
  return Number(version);
}

/** Sets the ETag of the version that is sent; what else the answer holds may change without it, so that nobody is told "not modified". */
export const showVersion = (res: Response, version: number): void => { res.set('ETag', tagOf(version)); };
