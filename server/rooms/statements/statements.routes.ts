/** Statements: what panel, page and paper say of a parcel, a plan, a district, all plans – as JSON, and as HTML without script. */
import { readFileSync } from 'node:fs';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Extract } from '../../../domain/contract/extract.ts';
import type { Parcel } from '../../../domain/contract/parcel.ts';
import type { SearchAnswer } from '../../../domain/contract/search.ts';
import type { Statement } from '../../../domain/contract/statement.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { PLAN_ORDERS, type PlanListQuery, districtStatement, plansStatement } from '../../../domain/statement/district-statement.ts';
import { extractStatement, parcelStatement } from '../../../domain/statement/parcel-statement.ts';
import { planStatement } from '../../../domain/statement/plan-statement.ts';
import type { Language } from '../../../domain/text/language.ts';
import type { Database } from '../../db/database.ts';
import { acceptsJson, formatOf } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { identifierOf } from '../../registers/parcel.ts';
import { PAGE_WORDS } from './page-words.ts';
import { planFilters, resultsPage, startPage } from './pages.ts';
import { districtPage, districtsOf, planDays, planPage, plansOn } from './planning.repository.ts';
import { type PageLink, statementHtml, STYLE_PATH } from './statement-html.ts';

/** What other rooms know; the assembly hands it over. */
export interface StatementSources {
  parcel(identifier: string, day: string): Promise<Parcel>;
  parcelExtract(identifier: string, day: string): Promise<Extract>;
  placeExtract(lon: number, lat: number, day: string): Promise<Extract>;
  search(text: string, lang: Language): Promise<SearchAnswer>;
}

const common = { lang: z.enum(['pl', 'en']).default('pl'), datetime: z.iso.date('must be a day, YYYY-MM-DD').or(z.literal('')).optional().transform((day) => day || undefined) };
export const StatementParameters = z.strictObject(common);
const empty = <T extends z.ZodType>(schema: T) => schema.or(z.literal('')).optional().transform((value) => (value === '' || value === undefined ? null : value as z.output<T>));
export const PlanListParameters = z.strictObject({
  ...common, status: empty(z.enum(['in-force', 'in-consultation', 'in-preparation', 'superseded'])), kind: empty(z.enum(['MPZP', 'POG', 'ZPI'])),
  q: empty(z.string().max(100).regex(/^\P{Cc}*$/u, 'must hold no control characters')), order: z.enum(PLAN_ORDERS).default('name'),
});
const degrees = z.string().regex(/^\d{1,2}(\.\d{1,12})?$/, 'must be degrees, e.g. 19.9373').transform(Number);
const PlaceParameters = z.strictObject({ ...common, lon: degrees, lat: degrees });
const SearchParameters = z.strictObject({ lang: common.lang, q: z.string().trim().min(1).max(100).regex(/^\P{Cc}*$/u, 'must hold no control characters') });

const STYLE = readFileSync(new URL('styl.css', import.meta.url), 'utf8');
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII'];
const keyOf = (req: Request): string => (req.params['key'] as unknown as readonly string[]).join('/');
/** `8` and `VIII` are the same district. */
const districtKey = (text: string): string => ROMAN[Number(text) - 1] ?? text.toUpperCase();

/**
 * @example GET /api/parcels/126105_9.0001.580%2F4/statement?lang=en
 * @example GET /tekst/plan/plaszow-rybitwy?datetime=2015-01-01
 */
export function statementRoutes({ database: { db }, sources, publicUrl }: { readonly database: Database; readonly sources: StatementSources; readonly publicUrl: string }): Router {
  const makers = {
    parcel: async (identifier: string, day: string, lang: Language) => parcelStatement(await sources.parcel(identifier, day), await sources.parcelExtract(identifier, day), lang),
    plan: async (key: string, day: string, lang: Language) => {
      const page = await planPage(db, key, day);
      if (page) return planStatement(page, lang);
      const days = await planDays(db, key);
      throw new Problem('feature-not-found', days.length === 0 ? `There is no plan "${key.slice(0, 100)}".` : `The plan does not stand on ${day}: it stands from ${days.map(({ from, to }) => `${from ?? '…'} to ${to ?? '…'}`).join(', ')}.`);
    },
    district: async (key: string, day: string, lang: Language) => {
      const page = await districtPage(db, districtKey(key), day);
      if (!page) throw new Problem('feature-not-found', `There is no district "${key.slice(0, 100)}". Districts have the numbers 1 to 18.`);
      return districtStatement(page, lang);
    },
    plans: async (query: PlanListQuery, day: string, lang: Language) => plansStatement(await plansOn(db, day), query, day, lang),
  };
  const listQuery = ({ status, kind, q, order }: z.output<typeof PlanListParameters>): PlanListQuery => ({ status, kind, text: q, order });
  const router = Router();
  const json = (path: string, make: (req: Request) => Promise<Statement>) => resource(router, path, { GET: async (req, res) => { acceptsJson(req); await sendJson(req, res, await make(req)); } });
  const html = (path: string, make: (req: Request) => Promise<string>) => resource(router, path, { GET: async (req, res: Response) => { formatOf(req, { html: 'text/html' }); await sendText(req, res, await make(req), { type: 'text/html' }); } });

  json('/api/parcels/*identifier/statement', async (req) => { const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req); return makers.parcel(identifierOf(req), datetime, lang); });
  json('/api/plans/statement', async (req) => { const query = parseQuery(PlanListParameters, req); return makers.plans(listQuery(query), query.datetime ?? dayInKrakow(), query.lang); });
  json('/api/plans/*key/statement', async (req) => { const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req); return makers.plan(keyOf(req), datetime, lang); });
  json('/api/districts/*key/statement', async (req) => { const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req); return makers.district(keyOf(req), datetime, lang); });

  const linksOf = (statement: Statement, api: string): PageLink[] => {
    const words = PAGE_WORDS[statement.lang];
    const query = new URLSearchParams({ lang: statement.lang, ...(statement.day === dayInKrakow() ? {} : { datetime: statement.day }) }).toString();
    return [
      { href: `${publicUrl}${statement.path}`, label: words.map }, { href: `${api}?${query}`, label: words.json },
      ...(statement.kind === 'parcel' ? [{ href: `${api.replace(/statement$/, 'extract.pdf')}?${query}`, label: words.pdf }] : []),
    ];
  };
  const page = (statement: Statement, api: string): string => statementHtml(statement, linksOf(statement, api), dayInKrakow());

  html('/tekst', async (req) => startPage(parseQuery(z.strictObject({ lang: common.lang }), req).lang, await districtsOf(db)));
  html('/tekst/szukaj', async (req) => { const { q, lang } = parseQuery(SearchParameters, req); return resultsPage(lang, q, await sources.search(q, lang)); });
  html('/tekst/dzialka/*identifier', async (req) => {
    const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req);
    const identifier = identifierOf(req);
    return page(await makers.parcel(identifier, datetime, lang), `/api/parcels/${identifier}/statement`);
  });
  html('/tekst/plan/*key', async (req) => { const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req); return page(await makers.plan(keyOf(req), datetime, lang), `/api/plans/${encodeURIComponent(keyOf(req))}/statement`); });
  html('/tekst/dzielnica/*key', async (req) => { const { lang, datetime = dayInKrakow() } = parseQuery(StatementParameters, req); return page(await makers.district(keyOf(req), datetime, lang), `/api/districts/${encodeURIComponent(keyOf(req))}/statement`); });
  html('/tekst/plany', async (req) => {
    const query = parseQuery(PlanListParameters, req);
    const statement = await makers.plans(listQuery(query), query.datetime ?? dayInKrakow(), query.lang);
    return page(statement, '/api/plans/statement').replace(/<form method="get">.*?<\/form>/, () => planFilters(statement, listQuery(query)));
  });
  html('/tekst/miejsce', async (req) => {
    const { lon, lat, lang, datetime = dayInKrakow() } = parseQuery(PlaceParameters, req);
    const extract = await sources.placeExtract(lon, lat, datetime);
    const { subject } = extract;
    const isParcel = subject.kind === 'place' && subject.parcel !== null;
    return isParcel ? page(await makers.parcel(subject.parcel!, datetime, lang), `/api/parcels/${subject.parcel}/statement`) : page(extractStatement(extract, lang), '/api/places/extract');
  });
  router.get(STYLE_PATH, (_req, res) => { res.type('css').set('Cache-Control', 'public, max-age=3600').send(STYLE); });
  return router;
}
