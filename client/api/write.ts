/** Writes: any method, a JSON or raw body, the version that is meant (If-Match) – and the version that the answer is of (ETag). */
import { exchange } from './http.ts';

export interface Written<T> {
  /** null when the answer has no body (204). */
  readonly value: T;
  /** For the `ifMatch` of the next write of the same thing; null when the server named no version. */
  readonly etag: string | null;
}

interface Options {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is (a file); its own type, or application/octet-stream. */
  readonly raw?: Blob | ArrayBuffer;
  /** The ETag of the version that is changed. */
  readonly ifMatch?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

const isJson = (response: Response): boolean => /[/+]json/.test(response.headers.get('content-type') ?? '');

/** Sends a change. Throws Failure: `status` 412 has the version that stands in `problem.current`, 401 means that the session has ended. */
export async function write<T = null>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, { body, raw, ifMatch, headers, signal }: Options = {}): Promise<Written<T>> {
  const type = raw ? (raw instanceof Blob && raw.type) || 'application/octet-stream' : body === undefined ? null : 'application/json';
  const response = await exchange(path, {
    method,
    headers: { accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...(ifMatch ? { 'if-match': ifMatch } : {}), ...headers },
    ...(raw ? { body: raw } : body === undefined ? {} : { body: JSON.stringify(body) }), ...(signal ? { signal } : {}),
  });
  return { value: (response.status !== 204 && isJson(response) ? await response.json() : null) as T, etag: response.headers.get('etag') };
}

/** GET with the version of what comes, for a later `ifMatch`. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<Written<T>> {
  const response = await exchange(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  return { value: (await response.json()) as T, etag: response.headers.get('etag') };
}
