/** Makes the statements of every kind of subject from what the registers and other rooms know. */
import type { AreaExtractRequest, Extract } from '../../../domain/contract/extract.ts';
import type { Parcel } from '../../../domain/contract/parcel.ts';
import type { SearchAnswer } from '../../../domain/contract/search.ts';
import type { Statement } from '../../../domain/contract/statement.ts';
import { romanDistrict } from '../../../domain/geo/district-number.ts';
import { districtStatement, type PlanListQuery, plansStatement } from '../../../domain/statement/district-statement.ts';
import { extractStatement, parcelStatement } from '../../../domain/statement/parcel-statement.ts';
import { planStatement } from '../../../domain/statement/plan-statement.ts';
import type { Language } from '../../../domain/text/language.ts';
import type { Db } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { districtPage, planDays, planPage, plansOn } from './planning.repository.ts';

/** What other rooms know; the assembly hands it over. */
export interface StatementSources {
  parcel(identifier: string, day: string): Promise<Parcel>;
  parcelExtract(identifier: string, day: string): Promise<Extract>;
  placeExtract(lon: number, lat: number, day: string): Promise<Extract>;
  /** Takes a geometry from outside: it passes the gate there. */
  areaExtract(geometry: AreaExtractRequest['geometry'], day: string): Promise<Extract>;
  search(text: string, lang: Language): Promise<SearchAnswer>;
}

/** Each throws a Problem when the subject is not there on that day. */
export const statementMakers = (db: Db, sources: StatementSources) => ({
  parcel: async (identifier: string, day: string, lang: Language): Promise<Statement> =>
    parcelStatement(await sources.parcel(identifier, day), await sources.parcelExtract(identifier, day), lang),

  /** Of the parcel that stands there, else of the place itself. */
  async place(lon: number, lat: number, day: string, lang: Language): Promise<Statement> {
    const extract = await sources.placeExtract(lon, lat, day);
    const { subject } = extract;
    return subject.kind === 'place' && subject.parcel !== null ? parcelStatement(await sources.parcel(subject.parcel, day), extract, lang) : extractStatement(extract, lang);
  },

  area: async (geometry: AreaExtractRequest['geometry'], day: string, lang: Language): Promise<Statement> => extractStatement(await sources.areaExtract(geometry, day), lang),

  async plan(key: string, day: string, lang: Language): Promise<Statement> {
    const page = await planPage(db, key, day);
    if (page) return planStatement(page, lang);
    const days = (await planDays(db, key)).map(({ from, to }) => `${from ?? '…'} to ${to ?? '…'}`);
    throw new Problem('feature-not-found', days.length === 0 ? `There is no plan "${key.slice(0, 100)}".` : `The plan does not stand on ${day}: it stands from ${days.join(', ')}.`);
  },

  async district(key: string, day: string, lang: Language): Promise<Statement> {
    const page = await districtPage(db, romanDistrict(key) ?? key, day);
    if (!page) throw new Problem('feature-not-found', `There is no district "${key.slice(0, 100)}". Districts have the numbers 1 to 18.`);
    return districtStatement(page, lang);
  },

  plans: async (query: PlanListQuery, day: string, lang: Language): Promise<Statement> => plansStatement(await plansOn(db, day), query, day, lang),
});
export type StatementMakers = ReturnType<typeof statementMakers>;
