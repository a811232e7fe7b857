/** What applies at a subject on a day: plans with their zones, every theme, and one plain answer. */
import type { Extract, ExtractSubject, PlanShare } from '../../../domain/contract/extract.ts';
import type { Queries } from '../../db/database.ts';
import type { Subject } from '../../registers/parcel.ts';
import { coverageOf, overrulingsOn } from './extract.repository.ts';
import { roundedArea } from './pieces.ts';
import { planningOf } from './plans.ts';
import { themesOf } from './themes.ts';

/** Less than this outside of the city is the noise of two drawings of its border. */
const LEAST_M2 = 1;
const LEAST_SHARE = 0.001;

/** Plans alone; `registered`: registers reach all of the subject. */
export async function plansAt(db: Queries, subject: Subject, day: string, accuracyM: number): Promise<Pick<Extract, 'answer' | 'plans' | 'withoutPlan' | 'outsideCity'> & { readonly registered: boolean }> {
  const { outsideCityM2: measured, plansKnown } = await coverageOf(db, subject, day);
  // The border of the city is drawn no better than parcels are.
  const outsideCityM2 = measured > Math.max(LEAST_M2, LEAST_SHARE * subject.areaM2) ? measured : 0;
  const { found, plans, withoutPlan, outsideCity } = await planningOf(db, subject, day, accuracyM, outsideCityM2);
  const answer = found ?? (outsideCityM2 === 0 && plansKnown ? 'none' : 'unknown');
  return { answer, plans, withoutPlan: answer === 'unknown' ? null : withoutPlan, outsideCity, registered: outsideCityM2 === 0 };
}

/** `db`: a snapshot; `accuracyM`: of the subject's own border. The same for the same data, subject and day, whenever it is asked. */
export async function extractOf(db: Queries, told: ExtractSubject, subject: Subject, day: string, accuracyM: number): Promise<Extract> {
  const { answer, plans, withoutPlan, outsideCity, registered } = await plansAt(db, subject, day, accuracyM);
  return {
    subject: told, day, areaM2: roundedArea(subject.areaM2), answer, plans: await withOverrulings(db, told, day, plans), withoutPlan, outsideCity,
    themes: await themesOf(db, subject, day, accuracyM, registered),
  };
}

/** What the office says of the parcel's overlaps stands beside what was measured. */
async function withOverrulings(db: Queries, told: ExtractSubject, day: string, plans: readonly PlanShare[]): Promise<PlanShare[]> {
  const parcel = told.kind === 'parcel' ? told.identifier : told.kind === 'place' ? told.parcel : null;
  const words = parcel === null ? [] : await overrulingsOn(db, parcel, day);
  if (words.length === 0) return [...plans];
  return plans.map((plan) => ({ ...plan, zones: plan.zones.map((zone) => {
    const word = words.find(({ layer, key }) => layer === zone.layer && key === zone.key);
    return word ? { ...zone, overruled: { says: word.says, reason: word.reason, since: word.since } } : zone;
  }) }));
}
