/** Where a short link or a sign-in may lead: to a page of this site, and nowhere else whatever is written. */
import { MAX_TARGET_LENGTH } from '../../domain/contract/links.ts';
import { Problem } from './problem.ts';

type Refused = (message: string) => Problem;
const refusedBody: Refused = (message) => new Problem('invalid-body', `The target ${message}.`, [{ path: 'target', message }]);

/**
 * Path, query and hash as a browser would send them; throws what `refused` makes, `invalid-body` otherwise. A browser reads `/\x`, `//x` and `/<tab>/x` as another host, so
 * those are refused before anything is parsed, and what a parser makes of the rest is looked at again.
 */
export function siteTarget(written: string, publicUrl: string, refused: Refused = refusedBody): string {
  if (/[\p{Cc}\p{Zl}\p{Zp}\\]/u.test(written)) throw refused('holds a control character or a backslash');
  if (!/^(?:\/(?!\/)|https?:\/\/)/i.test(written)) throw refused('must begin with one slash, or be an address of this site');
  const site = new URL(publicUrl);
  if (!URL.canParse(written, site)) throw refused('is no address');
  const { origin, username, password, pathname, search, hash } = new URL(written, site);
  if (origin !== site.origin || username !== '' || password !== '') throw refused('must be within this site');
  if (pathname.startsWith('//')) throw refused('must begin with one slash');
  if (/^\/l(?:\/|$)/.test(pathname)) throw refused('is a short link already');
  const target = pathname + search + hash;
  if (target.length > MAX_TARGET_LENGTH) throw refused(`may be ${MAX_TARGET_LENGTH} characters long, escaped`);
  if (/[^\x21-\x7e]/.test(target)) throw refused('cannot be written as an address');
  return target;
}
