/** The documents of a planning act and what it does to other acts. Titles are the usual ones; nothing is known of where they are kept. */
import type { PlanEntry } from './plan-catalogue.ts';

interface PlanDocument {
  readonly kind: 'initiation' | 'resolution' | 'drawing' | 'annex' | 'journal' | 'forecast' | 'other';
  readonly title: string;
  readonly number: string | null;
  readonly dated: string | null;
  readonly url: string | null;
}

const paper = (kind: PlanDocument['kind'], title: string, number: string | null = null, dated: string | null = null): PlanDocument => ({ kind, title, number, dated, url: null });

/** An adopted plan has its resolution with three annexes and the journal; before, the initiation and what was laid out. */
export function documentsOf(plan: PlanEntry): PlanDocument[] {
  const started = paper('initiation', `Uchwała w sprawie przystąpienia do sporządzenia planu „${plan.name}”`, plan.initiation ?? null, plan.initiatedOn);
  const forecast = paper('forecast', 'Prognoza oddziaływania na środowisko');
  if (plan.status === 'in-consultation') return [started, forecast, paper('drawing', 'Projekt rysunku planu, 1:2000'), paper('other', 'Projekt tekstu planu')];
  if (plan.status === 'in-preparation') return [started, ...(plan.stage === 'DRAFTING' ? [] : [forecast])];
  return [
    started, forecast,
    paper('resolution', `Uchwała w sprawie uchwalenia planu „${plan.name}”`, plan.resolution, plan.resolutionDate),
    paper('drawing', 'Załącznik nr 1: rysunek planu, 1:2000'),
    paper('annex', 'Załącznik nr 2: rozstrzygnięcie o sposobie rozpatrzenia uwag'),
    paper('annex', 'Załącznik nr 3: rozstrzygnięcie o infrastrukturze i jej finansowaniu'),
    ...(plan.journal ? [paper('journal', 'Ogłoszenie w Dzienniku Urzędowym', plan.journal, plan.publishedOn)] : []),
  ];
}

interface Effect {
  readonly effect: 'changes' | 'replaces';
  readonly affected: string;
  readonly in_part: boolean;
  readonly from_date: string | null;
  readonly note: string | null;
}

/** From the day it comes into force; a draft would do it one day. */
export function effectsOf({ replaces, changes, inForceFrom }: PlanEntry): Effect[] {
  return [
    ...(replaces ? [{ effect: 'replaces', affected: replaces, in_part: false, from_date: inForceFrom, note: null } as const] : []),
    ...(changes ? [{ effect: 'changes', affected: changes, in_part: true, from_date: inForceFrom, note: null } as const] : []),
  ];
}
