/** The first gate: an address that is too long, not UTF-8 or holds NUL, and unsafe requests sent from other people's pages. */
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

const MAX_URL = 8_192;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Throws a Problem when the address may not go further. */
export function guardAddress(req: IncomingMessage): void {
  const url = req.url ?? '/';
  if (url.length > MAX_URL) throw new Problem('uri-too-long', `The address may be ${MAX_URL} characters long.`);
  if (!url.startsWith('/') && !(url === '*' && req.method === 'OPTIONS')) throw new Problem('invalid-request', 'The address must begin with a slash.');
  if (!url.includes('%')) return;
  let decoded: string;
  try {
    decoded = decodeURIComponent(url);
  } catch {
    throw new Problem('invalid-request', 'The address is not valid UTF-8.');
  }
  if (decoded.includes('\0')) throw new Problem('invalid-request', 'The address holds a NUL character.');
}

/**
 * Throws `forbidden` when a browser sends an unsafe request from a page that is not ours. Browsers say so in Sec-Fetch-Site; where they do
 * not (plain http), Origin must be ours. A request with neither header comes from no browser.
 */
export function guardOrigin(req: IncomingMessage, publicUrl: string): void {
  if (SAFE_METHODS.has(req.method ?? 'GET')) return;
  const { origin, host } = req.headers;
  const site = req.headers['sec-fetch-site'];
  const ours = origin !== undefined && URL.canParse(origin) && (new URL(origin).origin === new URL(publicUrl).origin || new URL(origin).host === host);
  const foreign = site === undefined ? origin !== undefined && !ours : site !== 'same-origin' && site !== 'none' && !(site === 'same-site' && ours);
  if (foreign) throw new Problem('forbidden', 'Requests of this kind are taken from our own pages only.');
}
