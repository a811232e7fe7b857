/** Turns whatever was thrown into a Problem: faults of the database by SQLSTATE, of the body parser, of the address; the rest is 500. */
import { z } from 'zod';
import { Problem, type ProblemCode } from './problem.ts';

const RETRY = { 'Retry-After': '5' };

const BY_SQLSTATE: Readonly<Record<string, ProblemCode>> = {
  '57014': 'query-timeout', '53300': 'unavailable', '53100': 'insufficient-storage', '40001': 'unavailable', '40P01': 'unavailable',
  '23505': 'conflict', '23503': 'unprocessable', '23514': 'unprocessable',
  '22021': 'invalid-request', '22025': 'invalid-request', '22P02': 'invalid-request', '22003': 'invalid-request', '22008': 'invalid-request', '22009': 'invalid-request',
};

/** Source files of PostGIS that raise XX000 about a geometry; elsewhere XX000 is a fault inside PostgreSQL. */
const POSTGIS_FILE = /^(lw|gserialized|postgis|geo|mvt)/i;

const SOCKET_CALLS = new Set(['connect', 'read', 'write', 'getaddrinfo']);
/** pg and pg-pool give these no code. */
const CONNECTION_LOST_TEXT = /timeout exceeded when trying to connect|connection terminated|connection ended|client has encountered a connection error|after calling end/i;

/** What people are told; the database's own words go to the log only. */
const DETAILS: Partial<Record<ProblemCode, string>> = {
  'query-timeout': 'The question was too heavy; ask for a smaller area or fewer objects.',
  unavailable: 'The database does not answer at the moment. Try again in a few seconds.',
  'insufficient-storage': 'Nothing can be stored at the moment; reading goes on.',
  conflict: 'An object with this key exists already.',
  unprocessable: 'The data contradict a rule of the register.',
  'invalid-request': 'A value cannot be read, or is out of range.',
  'invalid-geometry': 'The geometry cannot be processed.',
};

/** The code of a fault of the database by its SQLSTATE or system error, undefined when it is none. */
function databaseProblem(error: { code?: unknown; file?: unknown; syscall?: unknown; message?: unknown }): ProblemCode | undefined {
  const code = String(error.code ?? '');
  if (BY_SQLSTATE[code]) return BY_SQLSTATE[code];
  if (code === 'XX000' && POSTGIS_FILE.test(String(error.file ?? ''))) return 'invalid-geometry';
  if (/^(08|57P0)/.test(code) || SOCKET_CALLS.has(String(error.syscall))) return 'unavailable';
  return typeof error.message === 'string' && CONNECTION_LOST_TEXT.test(error.message) ? 'unavailable' : undefined;
}

/** A zod error as the list of what is wrong where. */
export const zodDetails = (error: z.ZodError): { path: string; message: string }[] =>
  error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message.endsWith('received undefined') ? 'is missing' : issue.message }));

/** Never throws. A Problem passes unchanged; an unknown fault says nothing but "internal". */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return new Problem('invalid-request', 'The request does not follow the contract.', zodDetails(error));
  if (error instanceof URIError) return new Problem('invalid-request', 'The address is not valid UTF-8.');
  if (typeof error === 'object' && error !== null) {
    const code = databaseProblem(error);
    if (code) return new Problem(code, DETAILS[code] ?? 'The request cannot be carried out.', undefined, code === 'unavailable' ? RETRY : {});
  }
  return new Problem('internal', 'The fault has been written down. Name the requestId when you report it.');
}
