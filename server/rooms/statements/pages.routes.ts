/** The same statements as pages of HTML without script, under /tekst. */
import { readFileSync } from 'node:fs';
import { type Request, Router } from 'express';
import type { Statement } from '../../../domain/contract/statement.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Db } from '../../db/database.ts';
import { formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendText } from '../../http/send.ts';
import { identifierOf } from '../../registers/parcel.ts';
import { PAGE_WORDS } from './page-words.ts';
import { planFilters, resultsPage, startPage } from './pages.ts';
import { askedLanguage, askedPlace, askedPlans, askedSearch, askedSubject, keyOf } from './parameters.ts';
import { districtsOf } from './planning.repository.ts';
import { dayForm, type PageLink, statementHtml, STYLE_PATH } from './statement-html.ts';
import type { StatementMakers, StatementSources } from './statements.ts';

const STYLE = readFileSync(new URL('styl.css', import.meta.url), 'utf8');

interface Deps { readonly db: Db; readonly make: StatementMakers; readonly search: StatementSources['search']; readonly publicUrl: string }

/**
 * @example GET /tekst/plan/plaszow-rybitwy?datetime=2015-01-01
 * @example GET /tekst/miejsce?lat=50.0414&lon=20.0251&lang=en
 */
export function pageRoutes({ db, make, search, publicUrl }: Deps): Router {
  const router = Router();
  const get = (path: string, answer: (req: Request) => Promise<string>): void =>
    resource(router, path, { GET: async (req, res) => { formatOf(req, { html: 'text/html' }); await sendText(req, res, await answer(req), { type: 'text/html' }); } });

  /** `api`: the address of the same statement as JSON, without its query. */
  function page(statement: Statement, api: string, form = dayForm(statement)): string {
    const { lang, day, kind, path } = statement;
    const words = PAGE_WORDS[lang];
    const query = new URLSearchParams({ lang, ...(day === dayInKrakow() ? {} : { datetime: day }) }).toString();
    const links: PageLink[] = [
      { href: `${publicUrl}${path}`, label: words.map }, { href: `${api}${api.includes('?') ? '&' : '?'}${query}`, label: words.json },
      ...(kind === 'parcel' ? [{ href: `${api.replace(/statement$/, 'extract.pdf')}?${query}`, label: words.pdf }] : []),
    ];
    return statementHtml(statement, links, form, dayInKrakow());
  }

  get('/tekst', async (req) => startPage(askedLanguage(req), await districtsOf(db)));
  get('/tekst/szukaj', async (req) => { const { q, lang } = askedSearch(req); return resultsPage(lang, q, await search(q, lang)); });
  get('/tekst/dzialka/*identifier', async (req) => {
    const { day, lang } = askedSubject(req);
    const identifier = identifierOf(req);
    return page(await make.parcel(identifier, day, lang), `/api/parcels/${identifier}/statement`);
  });
  get('/tekst/miejsce', async (req) => {
    const { lon, lat, day, lang } = askedPlace(req);
    const statement = await make.place(lon, lat, day, lang);
    // A parcel's own path names it; a place has its coordinates in the address of the data.
    return page(statement, statement.kind === 'parcel' ? `/api${statement.path.replace('/dzialka/', '/parcels/')}/statement` : `/api/places/statement?lon=${lon}&lat=${lat}`, '');
  });
  get('/tekst/plan/*key', async (req) => { const { day, lang } = askedSubject(req); return page(await make.plan(keyOf(req), day, lang), `/api/plans/${encodeURIComponent(keyOf(req))}/statement`); });
  get('/tekst/dzielnica/*key', async (req) => { const { day, lang } = askedSubject(req); return page(await make.district(keyOf(req), day, lang), `/api/districts/${encodeURIComponent(keyOf(req))}/statement`); });
  get('/tekst/plany', async (req) => {
    const { query, day, lang } = askedPlans(req);
    const statement = await make.plans(query, day, lang);
    return page(statement, '/api/plans/statement', planFilters(statement, query));
  });
  router.get(STYLE_PATH, (_req, res) => { res.type('css').set('Cache-Control', 'public, max-age=3600').send(STYLE); });
  return router;
}
