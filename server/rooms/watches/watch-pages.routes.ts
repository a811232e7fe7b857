/** The pages to which letters and feeds lead: a watch is confirmed or ended by a button, and by one click of a mail program; looking changes nothing. */
import { type Request, type Response, Router } from 'express';
import type { Database } from '../../db/database.ts';
import { formatOf, languageOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendText } from '../../http/send.ts';
import { queryOf } from '../../http/validation.ts';
import type { Mail } from './deliver.ts';
import { LETTERS } from './letters.ts';
import { type Page, watchPage } from './pages.ts';
import { awaiting, confirm, end, endable, TOKEN, type Watch } from './watches.repository.ts';

interface Deps {
  readonly database: Pick<Database, 'db'>;
  readonly now: () => Date;
  /** Undefined: this server sends none. */
  readonly mail: Mail | undefined;
}

/**
 * @example GET /api/investment/watches/confirm?token=…
 * @example POST /api/investment/watches/end?token=…
 */
export function watchPageRoutes({ database: { db }, now, mail }: Deps): Router {
  const router = Router();
  const page = async (req: Request, res: Response, shown: Page): Promise<void> => {
    // The address of the page is a key: no other site is told it, and no cache keeps it.
    res.removeHeader('Access-Control-Allow-Origin');
    res.set('Referrer-Policy', 'same-origin').set('Cross-Origin-Resource-Policy', 'same-origin').status(shown.state === 'unknown' ? 404 : 200);
    await sendText(req, res, watchPage(shown), { type: 'text/html', cacheControl: 'no-store' });
  };
  type Found = Pick<Watch, 'name' | 'lang'> | null;
  const answer = async (req: Request, res: Response, ask: (token: string) => Promise<Found>, shownAs: (token: string, found: NonNullable<Found>) => Pick<Page, 'state' | 'action' | 'end'>): Promise<void> => {
    // What mail programs send by POST accepts anything or nothing.
    if (req.method === 'GET') formatOf(req, { html: 'text/html' });
    // Mail programs and counters add parameters of their own to links.
    const token = queryOf(req)['token'] ?? '';
    const found = TOKEN.test(token) ? await ask(token) : null;
    await page(req, res, found ? { ...found, ...shownAs(token, found) } : { state: 'unknown', lang: languageOf(req, res), name: '', action: null });
  };
  const endNow = (token: string): Promise<Found> => db.tx(async (t) => {
    const ended = await end(t, token);
    if (ended) await mail?.withdraw(t, LETTERS, `${ended.id}:`);
    return ended;
  });
  resource(router, '/api/investment/watches/confirm', {
    GET: (req, res) => answer(req, res, (token) => awaiting(db, token, now()), (token) => ({ state: 'confirm', action: `/api/investment/watches/confirm?token=${token}` })),
    POST: (req, res) => answer(req, res, (token) => confirm(db, token, now()), (_token, found) => ({ state: 'confirmed', action: null, end: `/api/investment/watches/end?token=${(found as Watch).endToken}` })),
  });
  resource(router, '/api/investment/watches/end', {
    GET: (req, res) => answer(req, res, (token) => endable(db, token), (token) => ({ state: 'end', action: `/api/investment/watches/end?token=${token}` })),
    // RFC 8058: "List-Unsubscribe=One-Click" in the body says no more than the method.
    POST: (req, res) => answer(req, res, endNow, () => ({ state: 'ended', action: null })),
  });
  return router;
}
