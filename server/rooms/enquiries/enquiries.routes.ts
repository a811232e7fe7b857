/** /api/investment/enquiries: investors ask about a listed site. /api/investment/desk/enquiries: the Investor Service Centre reads and answers. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { type Enquiry, EnquiryChange, EnquiryListParameters, type EnquiryReceipt, type EnquiryToken, EnquiryTokenParameters, NewEnquiry } from '../../../domain/contract/investment/enquiry.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { showVersion, versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import type { Log } from '../../http/log.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { limitRate } from '../../http/rate-limit.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { adviserOf, ownPagesOnly } from '../../http/viewer.ts';
import { eachDay } from '../../registers/each-day.ts';
import { derivedKey } from '../../registers/secret-key.ts';
import { changeEnquiry, eraseEnquiries, findEnquiry, listEnquiries, siteNameOf, takeEnquiry, tokenRefused } from './enquiries.repository.ts';
import { checkToken, makeReference, makeToken } from './token.ts';

const NONE = z.strictObject({});
const OWN = { cacheControl: 'no-store' } as const;
/** A person sends a few a day, and looks at a few sites a minute. */
const [SENT_PER_MINUTE, OPENED_PER_MINUTE] = [10, 60];
const BODY_BYTES = 32 * 1024;

const advisersOnly: RequestHandler = (req, _res, next) => { adviserOf(req); next(); };
function idOf(req: Request): number {
  const id = String(req.params['id']);
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new Problem('not-found', 'There is no such enquiry.');
  return Number(id);
}
async function send(req: Request, res: Response, enquiry: Enquiry): Promise<void> {
  showVersion(res, enquiry.version);
  await sendJson(req, res, enquiry, OWN);
}

/**
 * What is closed long enough is erased once a day; `stop` ends that.
 * @example GET /api/investment/enquiries/token?site=nowa-huta-przyszlosci-1
 * @example POST /api/investment/enquiries {"token": "…", "site": "nowa-huta-przyszlosci-1", "name": "Jan Nowak", "email": "jan@example.org", "message": "Czy …?", "website": "", "consent": true}
 * @example GET /api/investment/desk/enquiries?status=new
 * @example PATCH /api/investment/desk/enquiries/12 {"status": "answered"} If-Match: "1"
 */
export function openEnquiries({ config, database: { db }, log, now }: { readonly config: Config; readonly database: Pick<Database, 'db'>; readonly log: Log; readonly now: () => Date }): { readonly routes: Router; stop(): Promise<void> } {
  const routes = Router();
  let known: Buffer | undefined;
  const key = (): Buffer => (known ??= derivedKey(config.secretKeyFile, 'enquiries'));
  const limit = (perMinute: number): RequestHandler => limitRate(Math.min(config.searchesPerMinute, perMinute));
  routes.use(['/api/investment/enquiries', '/api/investment/desk/enquiries'], ownPagesOnly);

  resource(routes, '/api/investment/enquiries/token', {
    GET: [limit(OPENED_PER_MINUTE), async (req, res) => {
      acceptsJson(req);
      const { site } = parseQuery(EnquiryTokenParameters, req);
      await siteNameOf(db, site);
      await sendJson(req, res, { token: makeToken(key(), site, now()) } satisfies EnquiryToken, OWN);
    }],
  });
  resource(routes, '/api/investment/enquiries', {
    POST: [limit(SENT_PER_MINUTE), ...readJson(BODY_BYTES), async (req, res) => {
      acceptsJson(req);
      parseQuery(NONE, req);
      const enquiry = parseBody(NewEnquiry, req.body);
      const receipt = (reference: string): Promise<void> => sendJson(req, res.status(202), { reference } satisfies EnquiryReceipt, OWN);
      // People do not see that field: whoever fills it is told what everybody is told.
      if (enquiry.website !== '') return receipt(makeReference());
      const token = checkToken(key(), enquiry.token, enquiry.site, now());
      if (token.fault !== null) throw tokenRefused(token.fault);
      return receipt(await takeEnquiry(db, enquiry, { expiresAt: token.expiresAt, now: now(), to: config.enquiriesTo, publicUrl: config.publicUrl }));
    }],
  });

  resource(routes, '/api/investment/desk/enquiries', {
    GET: async (req, res) => {
      adviserOf(req);
      acceptsJson(req);
      const asked = parseQuery(EnquiryListParameters, req);
      await sendJson(req, res, { ...await listEnquiries(db, asked), mailed: config.enquiriesTo.length > 0 }, OWN);
    },
  });
  resource(routes, '/api/investment/desk/enquiries/:id', {
    GET: async (req, res) => {
      adviserOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      await send(req, res, await findEnquiry(db, idOf(req)));
    },
    PATCH: [advisersOnly, ...readJson(BODY_BYTES), async (req, res) => {
      const by = adviserOf(req);
      parseQuery(NONE, req);
      await send(req, res, await changeEnquiry(db, idOf(req), versionOf(req), parseBody(EnquiryChange, req.body), by, now()));
    }],
  });

  const days = eachDay({
    log, now, fault: 'old enquiries could not be erased',
    work: async () => { const erased = await eraseEnquiries(db, now()); if (erased > 0) log.info({ erased }, 'old enquiries are erased'); },
  });
  return { routes, stop: () => days.stop() };
}
