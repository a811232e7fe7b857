/** What must happen until municipal land is disposed of, by the form of the offer and its status; where that is not told, the step says so. */
import type { ProcedureStep } from '../contract/investment/site.ts';
import { defineTexts } from '../text/language.ts';

/** Days for which the list of land to be disposed of is displayed. */
export const LIST_DAYS = 21;

/** Forms of disposal of municipal land that go by way of the public list. A partnership is agreed in another way, which is not told here. */
const BY_LIST = new Set(['sale', 'perpetual-usufruct', 'lease', 'in-kind-contribution']);

type State = ProcedureStep['state'];
const step = (name: ProcedureStep['step'], state: State, days: number | null = null): ProcedureStep => ({ step: name, state, days });

/** For each status: preparation, list, award, contract. */
const STATES: Readonly<Record<string, readonly [State, State, State, State]>> = {
  'in-preparation': ['now', 'ahead', 'ahead', 'ahead'],
  available: ['done', 'unknown', 'ahead', 'ahead'],
  'in-tender': ['done', 'done', 'now', 'ahead'],
  reserved: ['done', 'unknown', 'unknown', 'ahead'],
  sold: ['done', 'done', 'done', 'done'],
};
const UNKNOWN = ['unknown', 'unknown', 'unknown', 'unknown'] as const;

/** `byTender` false: whether with a tender or without is not told in the offer. */
export function procedureOf({ offerForm, status, byTender }: { readonly offerForm: string; readonly status: string; readonly byTender: boolean }): ProcedureStep[] {
  if (status === 'sold') return [step('disposed', 'done')];
  if (!BY_LIST.has(offerForm)) return [step('preparation', status === 'in-preparation' ? 'now' : 'done'), step('ask', 'ahead')];
  const [preparation, list, award, contract] = STATES[status] ?? UNKNOWN;
  return [step('preparation', preparation), step('list', list, LIST_DAYS), step(byTender || status === 'in-tender' ? 'tender' : 'award', award), step('contract', contract)];
}

export const PROCEDURE_TEXTS = defineTexts({
  pl: {
    title: 'Co musi się jeszcze wydarzyć',
    steps: {
      preparation: 'Przygotowanie oferty przez miasto', list: 'Wykaz nieruchomości, wywieszony publicznie', tender: 'Przetarg', award: 'Przetarg albo tryb bezprzetargowy', contract: 'Umowa', disposed: 'Teren jest już zbyty', ask: 'Tryb ustala miasto – zapytaj o niego',
    },
    states: { done: 'za nami', now: 'trwa', ahead: 'przed nami', unknown: 'nie podano, czy już było' },
    days: (days: string) => `${days} dni`,
    awardNote: 'Oferta nie mówi, czy będzie przetarg.',
    office: 'Prowadzi Wydział Skarbu Miasta, ul. Kasprowicza 29; procedury GS-17, GS-23 (dzierżawa) i GS-60.',
    note: 'Wyprowadzone z formy i stanu oferty. Wiąże ogłoszenie urzędu.',
  },
  en: {
    title: 'What must happen next',
    steps: {
      preparation: 'The city prepares the offer', list: 'Public list of land to be disposed of (wykaz)', tender: 'Tender', award: 'Tender, or disposal without one', contract: 'Contract', disposed: 'The land has been disposed of', ask: 'The city decides how – ask about it',
    },
    states: { done: 'behind us', now: 'under way', ahead: 'to come', unknown: 'not told whether it has happened' },
    days: (days: string) => `${days} days`,
    awardNote: 'The offer does not say whether there will be a tender.',
    office: 'Run by the Department of the City Treasury (Wydział Skarbu Miasta), ul. Kasprowicza 29; procedures GS-17, GS-23 (lease) and GS-60.',
    note: 'Derived from form and status of the offer. What binds is the announcement of the office.',
  },
});
