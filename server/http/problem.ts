/** Every error body that leaves the server: application/problem+json (RFC 9457), or a small page for a browser that lost its way. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem as ProblemBody } from '../../domain/contract/problem.ts';
import { requestIdOf } from './request-id.ts';

/** Media type of every error body (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** The one status table. */
const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not understood' },
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'invalid-body': { status: 400, title: 'The body is wrong' },
  'invalid-tile-address': { status: 400, title: 'The tile address is not understood' },
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'layer-not-found': { status: 404, title: 'There is no such layer' },
  'feature-not-found': { status: 404, title: 'There is no such feature' },
  'parcel-not-found': { status: 404, title: 'There is no such parcel' },
  'tile-not-found': { status: 404, title: 'There is no such tile' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'None of the accepted media types can be served' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'It exists already' },
  'last-administrator': { status: 409, title: 'Somebody must be able to administer' },
  'site-withdrawn': { status: 410, title: 'The site is listed no more' },
  'precondition-failed': { status: 412, title: 'It has been changed since you read it' },
  'too-large': { status: 413, title: 'The request is too large' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  'expectation-failed': { status: 417, title: 'The expectation of the request cannot be met' },
  unprocessable: { status: 422, title: 'The request is understood but cannot be carried out' },
  'invalid-geometry': { status: 422, title: 'The geometry is not valid' },
  'outside-city': { status: 422, title: 'The place lies outside the city' },
  'precondition-required': { status: 428, title: 'Say which version you are changing (If-Match)' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
  'query-timeout': { status: 504, title: 'The answer took too long' },
  'insufficient-storage': { status: 507, title: 'There is no room left to store this' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemDetail = { readonly path: string; readonly message: string };

type Current = NonNullable<ProblemBody['current']>;
type Gone = NonNullable<ProblemBody['gone']>;

/** Something that the client is told: throw it anywhere. `detail` is shown to people, so it names values of theirs, never of ours. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: readonly ProblemDetail[] | undefined;
  /** Sent along, e.g. Allow or Retry-After. */
  readonly headers: Readonly<Record<string, string>>;
  /** What stands now, where a write came too late; only for those who may read it. */
  readonly current: Current | undefined;
  /** What it was called that is there no more, and since when. */
  readonly gone: Gone | undefined;

  constructor(code: ProblemCode, detail: string, errors?: readonly ProblemDetail[], headers: Readonly<Record<string, string>> = {}, current?: Current, gone?: Gone) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.headers = headers;
    this.current = current;
    this.gone = gone;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** The body of a problem; `instance` is the path that was asked. */
export function problemBody(problem: Problem, instance: string, requestId: string): ProblemBody {
  const { status, title } = PROBLEMS[problem.code];
  const body: ProblemBody = { type: `urn:msip:problem:${problem.code}`, title, status, detail: problem.message, instance, requestId };
  return { ...body, ...(problem.errors?.length ? { errors: problem.errors.map((error) => ({ ...error })) } : {}), ...(problem.current ? { current: problem.current } : {}), ...(problem.gone ? { gone: problem.gone } : {}) };
}

/** Ends the response with the problem; usable from plain http and from Express. When an answer has begun, the connection is cut. */
export function writeProblem(req: IncomingMessage, res: ServerResponse, problem: Problem): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const requestId = requestIdOf(req);
  const path = (req.url ?? '/').split('?', 1)[0]?.slice(0, 500) ?? '/';
  const html = wantsPage(req, path);
  const body = html ? page(problem, requestId) : JSON.stringify(problemBody(problem, path, requestId));
  for (const name of ['ETag', 'Last-Modified', 'Content-Encoding', 'Content-Crs', 'Link']) res.removeHeader(name);
  res.statusCode = problem.status;
  res.setHeader('Content-Type', html ? 'text/html; charset=utf-8' : PROBLEM_TYPE);
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Request-Id', requestId);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  // What the client is still sending is not read: the connection ends with this answer.
  if (problem.status === 413 || problem.status === 408) res.setHeader('Connection', 'close');
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** A person in a browser gets a page; machines, and everybody below the machine addresses, get JSON. */
function wantsPage(req: IncomingMessage, path: string): boolean {
  return (req.headers.accept ?? '').startsWith('text/html') && !/^\/(api|tiles|styles)(\/|$)/.test(path);
}

/** No text of the client's stands on the page. */
function page({ status }: Problem, requestId: string): string {
  const [pl, en] = status === 404
    ? ['Nie ma takiej strony', 'There is no such page']
    : status < 500 ? ['Tego zapytania nie rozumiemy', 'We do not understand this request'] : ['Coś poszło nie tak po naszej stronie', 'Something went wrong on our side'];
  return `<!doctype html><html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} – ${pl}</title></head>`
    + `<body><main><h1>${pl}</h1><p lang="en">${en}.</p><p><a href="/">MSIP Kraków – mapa / map</a></p><p><small>${status} · ${requestId}</small></p></main></body></html>`;
}
