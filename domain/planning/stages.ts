/** Stages of a planning procedure (DOMAIN: one list for the old and the new procedure; a stage may occur several times). */
import type { CodedValue } from '../layers/layer.ts';

export const STAGES = [
  { value: 'INITIATION', label: { pl: 'uchwała o przystąpieniu', en: 'initiation resolution' } },
  { value: 'APPLICATIONS', label: { pl: 'zbieranie wniosków', en: 'applications collected' } },
  { value: 'DRAFTING', label: { pl: 'sporządzanie projektu', en: 'drafting' } },
  { value: 'OPINIONS', label: { pl: 'opiniowanie i uzgodnienia', en: 'opinions and agreements' } },
  { value: 'CONSULTATION', label: { pl: 'konsultacje społeczne', en: 'public consultation' } },
  { value: 'REMARKS_RESOLVED', label: { pl: 'rozpatrzenie uwag', en: 'remarks resolved' } },
  { value: 'COUNCIL', label: { pl: 'projekt uchwały w Radzie Miasta', en: 'before the City Council' } },
  { value: 'ADOPTED', label: { pl: 'uchwalony', en: 'adopted' } },
  { value: 'PUBLISHED', label: { pl: 'ogłoszony', en: 'published' } },
  { value: 'IN_FORCE', label: { pl: 'obowiązujący', en: 'in force' } },
  { value: 'CHANGED', label: { pl: 'zmieniony', en: 'changed' } },
  { value: 'REPEALED', label: { pl: 'uchylony lub zastąpiony', en: 'repealed or replaced' } },
  { value: 'ANNULLED', label: { pl: 'nieważny', en: 'annulled' } },
] as const satisfies readonly CodedValue[];

export type Stage = (typeof STAGES)[number]['value'];

/** What the map tells people about a plan; four answers that must never be confused (the fourth, "no plan", has no row). */
export const PLAN_STATUSES = [
  { value: 'in-force', label: { pl: 'plan obowiązujący', en: 'plan in force' } },
  { value: 'in-consultation', label: { pl: 'plan w konsultacjach', en: 'plan out for consultation' } },
  { value: 'in-preparation', label: { pl: 'plan w opracowaniu', en: 'plan in preparation' } },
  { value: 'superseded', label: { pl: 'plan nieobowiązujący (archiwalny)', en: 'plan no longer in force (archive)' } },
] as const satisfies readonly CodedValue[];

/** What a place can be told of local plans; never confused (the extract's `answer`). */
export const PLAN_ANSWERS = [
  { value: 'in-force', label: { pl: 'plan obowiązuje', en: 'plan in force' } },
  { value: 'in-preparation', label: { pl: 'plan w opracowaniu', en: 'plan in preparation' } },
  { value: 'none', label: { pl: 'brak planu', en: 'no plan' } },
  { value: 'unknown', label: { pl: 'nie wiadomo', en: 'unknown' } },
] as const satisfies readonly CodedValue[];

export type PlanStatus = (typeof PLAN_STATUSES)[number]['value'];
