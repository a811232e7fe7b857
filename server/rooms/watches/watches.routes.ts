/** Saved searches with a watch: what one would have told, setting it, its feed, and the pages that confirm and end it. */
import { Router } from 'express';
import { z } from 'zod';
import { CRS84 } from '../../../domain/contract/coordinate-systems.ts';
import { NewWatch, WATCH_KINDS, type WatchPreview, WatchPreviewRequest, type WatchSet, type WatchWays } from '../../../domain/contract/investment/watch.ts';
import type { Filter } from '../../../domain/cql2/ast.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { eventsOf } from '../../../domain/investment/watch.ts';
import { printFilter } from '../../../domain/cql2/print-text.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { gateFilter, readFilter } from '../../registers/filter.ts';
import type { Mail } from './deliver.ts';
import { atomFeed } from './feed.ts';
import { brokenBy, filterOf } from './filter.ts';
import { confirmationLetter, endUrl } from './letters.ts';
import { previewOf } from './preview.ts';
import { QUERYABLES } from './version-target.ts';
import { watchPageRoutes } from './watch-pages.routes.ts';
import { findFeed, ID, judgedVersions, noteBroken, setByLetter, setFeed } from './watches.repository.ts';

const NoParameters = z.strictObject({});

interface Deps {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly database: Database;
  readonly now: () => Date;
  /** Undefined: this server sends none. */
  readonly mail: Mail | undefined;
}

/**
 * @example POST /api/investment/watches/preview {"filter": "area_ha >= 2 AND status = 'available'"}
 * @example POST /api/investment/watches {"name": "Hale pod Nową Hutą", "filter": "strategic_area = 'nowa-huta'", "notify": "feed", "lang": "pl"}
 * @example GET /api/investment/watches/pkQ0w3b7cUq2hXk1mZr9Ag/feed.atom
 */
export function watchRoutes({ config: { publicUrl }, database: { db }, now, mail }: Deps): Router {
  const router = Router();
  const readAsked = async (text: string): Promise<Filter> => {
    if (text.trim() === '') return filterOf('');
    const filter = readFilter(text, 'cql2-text', QUERYABLES, CRS84);
    await gateFilter(db, filter);
    return filter;
  };
  resource(router, '/api/investment/watches/ways', {
    GET: async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      await sendJson(req, res, { feed: true, email: mail !== undefined } satisfies WatchWays);
    },
  });
  resource(router, '/api/investment/watches/preview', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const { filter, kinds = WATCH_KINDS } = parseBody(WatchPreviewRequest, req.body);
      const preview: WatchPreview = previewOf(await judgedVersions(db, await readAsked(filter)), kinds, now());
      await sendJson(req, res, preview, { cacheControl: 'no-store' });
    }],
  });
  resource(router, '/api/investment/watches', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const asked = parseBody(NewWatch, req.body);
      const filter = await readAsked(asked.filter);
      const watch = { name: asked.name, filter: asked.filter.trim() === '' ? '' : printFilter(filter), kinds: [...asked.kinds ?? WATCH_KINDS], lang: asked.lang, now: now() };
      let answer: WatchSet;
      if (asked.notify === 'feed') {
        const { id, endToken } = await setFeed(db, watch);
        answer = { state: 'feed', id, feedUrl: `${publicUrl}/api/investment/watches/${id}/feed.atom`, endUrl: endUrl(publicUrl, endToken) };
        res.status(201).set('Location', answer.feedUrl);
      } else {
        if (mail === undefined) throw new Problem('unprocessable', 'This server sends no mail: watches are read as a feed.', [{ path: 'notify', message: 'must be feed' }]);
        if (!mail.isAddress(asked.email)) throw new Problem('invalid-body', 'The body does not follow the contract.', [{ path: 'email', message: 'must be one e-mail address' }]);
        await db.tx(async (t) => {
          const set = await setByLetter(t, asked.email, watch);
          if (set) await mail.enqueue(t, confirmationLetter({ ...set, lang: asked.lang, email: asked.email, publicUrl }));
        });
        answer = { state: 'confirm' };
        res.status(202);
      }
      await sendJson(req, res, answer, { cacheControl: 'no-store' });
    }],
  });
  resource(router, '/api/investment/watches/:id/feed.atom', {
    GET: async (req, res) => {
      // Readers of feeds say all kinds of things in Accept; what stands at this address is one thing.
      parseQuery(NoParameters, req);
      const id = String(req.params['id']);
      const watch = ID.test(id) ? await findFeed(db, id, dayInKrakow(now())) : null;
      if (watch === null) throw new Problem('not-found', 'There is no such feed. Its watch may have been ended.');
      const why = brokenBy(watch.filter);
      const events = why === null ? eventsOf(await judgedVersions(db, filterOf(watch.filter), watch.startedSeq), watch.startedSeq).filter(({ kind }) => watch.kinds.includes(kind)) : [];
      const broken = why === null ? null : { why, at: await noteBroken(db, id, now()) };
      await sendText(req, res, atomFeed({ watch, events, broken, publicUrl }), { type: 'application/atom+xml; charset=utf-8', cacheControl: 'public, max-age=60' });
    },
  });
  router.use(watchPageRoutes({ database: { db }, now, mail }));
  return router;
}
