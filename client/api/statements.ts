/** Statements: the facts of a parcel, a plan, a district, or of all plans, in words of one language – as page and paper have them. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AreaAnswer } from '../../domain/contract/area.ts';
import type { Statement } from '../../domain/contract/statement.ts';
import type { Language } from '../url/parameters.ts';
import { requestJson, withQuery } from './http.ts';

const SUBJECTS = { parcels: '/api/parcels', plans: '/api/plans', districts: '/api/districts' } as const;
export type StatementSubject = keyof typeof SUBJECTS;

/** The slash of a parcel number stays, everything else is escaped. */
const escaped = (key: string): string => key.split('/').map(encodeURIComponent).join('/');

/** For `useQuery`: the statement of one object. `day` is an ISO date; null: today. */
export const statementQuery = (subject: StatementSubject, key: string, lang: Language, day: string | null) => queryOptions({
  queryKey: ['statement', subject, key, lang, day],
  queryFn: ({ signal }) => requestJson<Statement>(withQuery(`${SUBJECTS[subject]}/${escaped(key)}/statement`, { lang, datetime: day }), { signal }),
});

/** A point (longitude, latitude), or a drawn area of at most 10 km². */
export type Where = { readonly point: readonly [number, number] } | { readonly area: AreaAnswer['area'] };

/** For `useQuery`: what applies there; at a point that of the parcel that stands there, else of the place itself. */
export const whereStatementQuery = (where: Where, lang: Language, day: string | null) => queryOptions({
  queryKey: ['statement', where, lang, day], staleTime: 300_000,
  queryFn: ({ signal }) => ('point' in where
    ? requestJson<Statement>(withQuery('/api/places/statement', { lon: where.point[0].toFixed(7), lat: where.point[1].toFixed(7), lang, datetime: day }), { signal })
    : requestJson<Statement>(withQuery('/api/areas/statement', { lang }), { signal, body: { geometry: where.area, ...(day ? { datetime: day } : {}) } })),
});

/** Empty: without that condition. */
export interface PlanFilters {
  readonly status: string;
  readonly kind: string;
  /** Part of the name. */
  readonly q: string;
  readonly order: string;
}

/** For `useQuery`: all plans of the register that meet the conditions; the last list stands until the next arrives. */
export const plansQuery = ({ status, kind, q, order }: PlanFilters, lang: Language, day: string | null) => queryOptions({
  queryKey: ['statement', 'all-plans', status, kind, q, order, lang, day],
  placeholderData: keepPreviousData,
  queryFn: ({ signal }) => requestJson<Statement>(withQuery('/api/plans/statement', { lang, datetime: day, order, status: status || null, kind: kind || null, q: q || null }), { signal }),
});

/** The extract of a parcel on paper. */
export const extractPdfPath = (identifier: string, lang: Language, day: string | null): string => withQuery(`/api/parcels/${escaped(identifier)}/extract.pdf`, { lang, datetime: day });
