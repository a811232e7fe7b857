/** Sending a file with its progress, which fetch does not tell. */
import type { Problem } from '../../domain/contract/problem.ts';
import { Failure, tellUnauthorized } from './http.ts';

/** POST of a file as it is; `onProgress` gets shares of 0–1. Throws Failure as every write does. */
export function uploadFile<T>(path: string, file: Blob, { onProgress, signal }: { readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal } = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => { if (lengthComputable) onProgress?.(loaded / total); });
    request.addEventListener('load', () => {
      const { status } = request;
      if (status >= 200 && status < 300) return resolve(request.response as T);
      if (status === 401) tellUnauthorized(path);
      const problem = request.response as (Problem & Readonly<Record<string, unknown>>) | null;
      reject(new Failure(status === 404 ? 'not-found' : status === 429 || (status > 501 && status < 505) ? 'unavailable' : status < 500 ? 'rejected' : 'broken', problem?.detail ?? `HTTP ${status}`, { status, problem }));
    });
    request.addEventListener('error', () => reject(new Failure('offline', path)));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
