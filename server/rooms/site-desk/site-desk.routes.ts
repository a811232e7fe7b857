/** /api/investment/desk/sites: the Investor Service Centre edits, publishes and withdraws sites. For its advisers only, but the files of published sites. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { SiteKey } from '../../../domain/contract/investment/site.ts';
import { NewSite, SiteContent, SitePublication, SiteRestoration, SiteWithdrawal, TakenOverSite } from '../../../domain/contract/investment/site-desk.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database } from '../../db/database.ts';
import { fileBytes, readFile, sendFile } from '../../files/exchange.ts';
import { inspect } from '../../files/inspect.ts';
import { showVersion, versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { adviserOf, ownPagesOnly } from '../../http/viewer.ts';
import { bringFile, checkSite, deskFile, publicFile } from './files.repository.ts';
import { changeSite, createSite, findSite, historyOf, listSites, noSite, publishSite, restoreSite, takeOver, type Wanted, withdrawSite } from './site-desk.repository.ts';

const NONE = z.strictObject({});
const NewFile = z.strictObject({ id: z.uuid().toLowerCase(), name: z.string().trim().min(1).max(400) });
const OWN = { cacheControl: 'no-store' } as const;

const advisersOnly: RequestHandler = (req, _res, next) => { adviserOf(req); next(); };
function keyOf(req: Request): string {
  const key = SiteKey.safeParse(req.params['key']);
  if (!key.success) throw noSite();
  return key.data;
}
function fileOf(req: Request): string {
  const id = z.uuid().toLowerCase().safeParse(req.params['file']);
  if (!id.success) throw new Problem('not-found', 'There is no such file.');
  return id.data;
}
const wantedBy = (req: Request): Wanted => ({ key: keyOf(req), version: versionOf(req), by: adviserOf(req), day: dayInKrakow() });

/**
 * @example GET /api/investment/desk/sites
 * @example POST /api/investment/desk/sites {"takeOver": "ti-nowa-huta-01"}
 * @example PUT /api/investment/desk/sites/ti-nowa-huta-01 {"name": "…", …} If-Match: "1"
 * @example POST /api/investment/desk/sites/ti-nowa-huta-01/withdrawal {"reason": "Sprzedany."} If-Match: "3"
 * @example GET /api/investment/sites/ti-nowa-huta-01/files/0b8c6a4e-…
 */
export function siteDeskRoutes({ database: { db } }: { readonly database: Pick<Database, 'db'> }): Router {
  const router = Router();
  router.use('/api/investment/desk/sites', ownPagesOnly);
  const send = async (req: Request, res: Response, key: string): Promise<void> => {
    const site = await findSite(db, key, dayInKrakow());
    showVersion(res, site.version);
    await sendJson(req, res, site, OWN);
  };
  const reads = (answer: (req: Request, res: Response) => Promise<void>): RequestHandler => async (req, res) => {
    adviserOf(req);
    acceptsJson(req);
    parseQuery(NONE, req);
    await answer(req, res);
  };
  /** Writes to the version that If-Match names, and answers with the site as it is then. */
  const writes = <Schema extends z.ZodType>(schema: Schema, work: (wanted: Wanted, body: z.output<Schema>) => Promise<void>): RequestHandler[] => [advisersOnly, ...readJson(), async (req, res) => {
    const wanted = wantedBy(req);
    acceptsJson(req);
    parseQuery(NONE, req);
    await work(wanted, parseBody(schema, req.body));
    await send(req, res, wanted.key);
  }];
  const at = '/api/investment/desk/sites/:key';

  resource(router, '/api/investment/desk/sites', {
    GET: reads(async (req, res) => sendJson(req, res, await listSites(db), OWN)),
    POST: [advisersOnly, ...readJson(), async (req, res) => {
      const by = adviserOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      const taken = TakenOverSite.safeParse(req.body);
      const wanted = taken.success ? null : parseBody(NewSite, req.body);
      const key = wanted?.key ?? taken.data!.takeOver;
      const created = wanted ? await createSite(db, wanted, by, dayInKrakow()) : await takeOver(db, key, by).then(() => true);
      res.status(created ? 201 : 200).set('Location', `/api/investment/desk/sites/${encodeURIComponent(key)}`);
      await send(req, res, key);
    }],
  });
  resource(router, at, { GET: reads((req, res) => send(req, res, keyOf(req))), PUT: writes(SiteContent, (wanted, content) => changeSite(db, wanted, content)) });
  resource(router, `${at}/history`, { GET: reads(async (req, res) => sendJson(req, res, await historyOf(db, keyOf(req)), OWN)) });
  resource(router, `${at}/publication`, { POST: writes(SitePublication, (wanted) => publishSite(db, wanted)) });
  resource(router, `${at}/withdrawal`, { POST: writes(SiteWithdrawal, (wanted, { reason }) => withdrawSite(db, wanted, reason)) });
  resource(router, `${at}/restoration`, { POST: writes(SiteRestoration, (wanted, { version }) => restoreSite(db, wanted, version)) });

  resource(router, `${at}/files`, {
    POST: [advisersOnly, async (req, _res, next) => {
      acceptsJson(req);
      parseQuery(NewFile, req);
      await checkSite(db, keyOf(req));
      next();
    }, readFile, async (req, res) => {
      const { file, created } = await bringFile(db, { key: keyOf(req), by: adviserOf(req), day: dayInKrakow(), ...parseQuery(NewFile, req) }, inspect(fileBytes(req)));
      await sendJson(req, res.status(created ? 201 : 200), file, OWN);
    }],
  });
  resource(router, `${at}/files/:file`, { GET: [advisersOnly, async (req, res) => { parseQuery(NONE, req); sendFile(req, res, await deskFile(db, keyOf(req), fileOf(req))); }] });

  resource(router, '/api/investment/sites/:key/files/:file', {
    GET: async (req, res) => {
      parseQuery(NONE, req);
      const key = SiteKey.safeParse(req.params['key']);
      if (!key.success) throw new Problem('not-found', 'There is no such file.');
      const { sha256, ...file } = await publicFile(db, key.data, fileOf(req));
      // Asked again each time: what is withdrawn is not shown from a store.
      res.set('Cache-Control', 'no-cache').set('ETag', `"${sha256.slice(0, 32)}"`);
      if (req.fresh) { res.status(304).end(); return; }
      sendFile(req, res, file);
    },
  });
  return router;
}
