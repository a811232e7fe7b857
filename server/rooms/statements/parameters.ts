/** What the addresses of statements and of pages without script may say. Forms send empty values: they count as absent. */
import type { Request } from 'express';
import { z } from 'zod';
import { type PlanListQuery, PLAN_ORDERS } from '../../../domain/statement/district-statement.ts';
import { Day } from '../../../domain/contract/day.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { checkPosition } from '../../http/geometry-gate.ts';
import { parseQuery } from '../../http/validation.ts';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);
const lang = oneOf(['pl', 'en']).default('pl');
const datetime = z.preprocess((day) => (day === '' ? undefined : day), Day.optional());
const words = z.string().max(100, 'may be 100 characters long').regex(/^\P{Cc}*$/u, 'must hold no control characters');
const orNull = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
const degrees = z.string().regex(/^\d{1,2}(\.\d{1,12})?$/, 'must be degrees, e.g. 19.9373').transform(Number);

const Subject = z.strictObject({ lang, datetime });
const Place = z.strictObject({ lang, datetime, lon: degrees, lat: degrees });
const PlanList = z.strictObject({
  lang, datetime, status: orNull(oneOf(['in-force', 'in-consultation', 'in-preparation', 'superseded'])), kind: orNull(oneOf(['MPZP', 'POG', 'ZPI'])), q: orNull(words),
  order: oneOf(PLAN_ORDERS).default('name'),
});
const Search = z.strictObject({ lang, q: words.trim().min(1) });
const Words = z.strictObject({ lang });

export const askedSubject = (req: Request) => {
  const { lang: language, datetime: day = dayInKrakow() } = parseQuery(Subject, req);
  return { lang: language, day };
};

/** Throws `outside-city`. */
export const askedPlace = (req: Request) => {
  const { lang: language, datetime: day = dayInKrakow(), lon, lat } = parseQuery(Place, req);
  checkPosition([lon, lat], 'lon, lat');
  return { lang: language, day, lon, lat };
};

export const askedPlans = (req: Request) => {
  const { lang: language, datetime: day = dayInKrakow(), status, kind, q: text, order } = parseQuery(PlanList, req);
  const query: PlanListQuery = { status, kind, text, order };
  return { lang: language, day, query };
};

export const askedSearch = (req: Request) => parseQuery(Search, req);
export const askedLanguage = (req: Request) => parseQuery(Words, req).lang;

/** The rest of the address after the kind of object. */
export const keyOf = (req: Request): string => (req.params['key'] as unknown as readonly string[]).join('/');
