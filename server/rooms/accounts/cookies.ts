/** The cookies of signing in: their names, reading, setting, clearing. No script reads them, no other site's form sends them. */
import type { Request, Response } from 'express';
import { TOKEN } from './tokens.ts';

export interface Cookie {
  readonly name: string;
  /** The token it holds, undefined when there is none of the right form. */
  read(req: Request): string | undefined;
  set(res: Response, token: string): void;
  clear(res: Response): void;
}

/**
 * A cookie for the whole site. Behind https its name begins with __Host-, so that neither a sister domain nor plain http can plant one.
 * Without `maxAgeS` it ends with the browser.
 */
export function cookieOf(publicUrl: string, plainName: string, maxAgeS?: number): Cookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? `__Host-${plainName}` : plainName;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    name,
    read(req) {
      // Two of one name mean that somebody planted one: neither is believed.
      const found = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim()).filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
      return found.length === 1 && TOKEN.test(found[0]!) ? found[0] : undefined;
    },
    set(res, token) { res.cookie(name, token, maxAgeS === undefined ? attributes : { ...attributes, maxAge: maxAgeS * 1000 }); },
    clear(res) { res.clearCookie(name, attributes); },
  };
}
