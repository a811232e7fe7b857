/** What applies at a subject on a day: plans with their zones, every theme, and one plain answer. */
import type { Extract, ExtractSubject } from '../../../domain/contract/extract.ts';
import type { Queries } from '../../db/database.ts';
import type { Subject } from '../../registers/parcel.ts';
import { coverageOf } from './extract.repository.ts';
import { roundedArea } from './pieces.ts';
import { planningOf } from './plans.ts';
import { themesOf } from './themes.ts';

/** `db`: a snapshot; `accuracyM`: of the subject's own border. The same for the same data, subject and day, whenever it is asked. */
export async function extractOf(db: Queries, told: ExtractSubject, subject: Subject, day: string, accuracyM: number): Promise<Extract> {
  const { inCity, plansKnown } = await coverageOf(db, subject, day);
  const { found, plans, withoutPlan } = await planningOf(db, subject, day, accuracyM);
  return {
    subject: told, day, areaM2: roundedArea(subject.areaM2),
    answer: found ?? (inCity && plansKnown ? 'none' : 'unknown'), plans, withoutPlan,
    themes: await themesOf(db, subject, day, accuracyM, inCity),
  };
}
