/** The only place that calls fetch: JSON in, JSON out, and every failure a Failure with a word on what to do. */
import type { Problem } from '../../domain/contract/problem.ts';

/** Why an answer did not come: no connection, the server's database away (try again), not there, the question wrong, or our fault. */
export type FailureKind = 'offline' | 'unavailable' | 'not-found' | 'rejected' | 'broken';

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  /** null: there was no answer. */
  readonly status: number | null;
  /** With the extension members that some problems have: a 412 says in `current` what stands now. */
  readonly problem: (Problem & Readonly<Record<string, unknown>>) | null;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | null;

  constructor(kind: FailureKind, message: string, { status = null, problem = null, retryAfter = null }: Partial<Pick<Failure, 'status' | 'problem' | 'retryAfter'>> = {}) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

const kindOf = (status: number): FailureKind =>
  status === 404 ? 'not-found' : status === 429 || status === 503 || status === 504 || status === 502 ? 'unavailable' : status < 500 ? 'rejected' : 'broken';

let unauthorized: (path: string) => void = () => undefined;
/** Who is told of every 401: the session has ended. */
export const onUnauthorized = (listener: typeof unauthorized): void => { unauthorized = listener; };

/** For exchanges without fetch. */
export const tellUnauthorized = (path: string): void => unauthorized(path);

async function failureOf(response: Response): Promise<Failure> {
  const isProblem = response.headers.get('content-type')?.includes('application/problem+json');
  const problem = isProblem ? ((await response.json().catch(() => null)) as Failure['problem']) : null;
  const after = Number(response.headers.get('retry-after'));
  return new Failure(kindOf(response.status), problem?.detail ?? `HTTP ${response.status}`, { status: response.status, problem, retryAfter: Number.isFinite(after) && after > 0 ? after : null });
}

interface Request {
  readonly signal?: AbortSignal | undefined;
  readonly body?: unknown;
  readonly accept?: string;
  /** Of words in the answer; without it the browser's own. */
  readonly language?: 'pl' | 'en';
}

/** One exchange; throws Failure for everything but a success. `path` begins with /. */
export async function exchange(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Failure('offline', String(error));
  }
  if (response.ok) return response;
  if (response.status === 401) unauthorized(path);
  throw await failureOf(response);
}

/** GET, or POST when there is a body; the answer is trusted to follow the contract, whose server tests hold it to it. */
export async function requestJson<T>(path: string, { signal, body, accept = 'application/json', language }: Request = {}): Promise<T> {
  const response = await exchange(path, {
    headers: { accept, ...(language ? { 'accept-language': language } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }), ...(signal ? { signal } : {}),
  });
  return (await response.json()) as T;
}

/** A path with its query; undefined and null are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const entries = Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]]));
  return entries.length > 0 ? `${path}?${new URLSearchParams(entries)}` : path;
}
