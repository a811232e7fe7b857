/** The fields that every theme of "what else applies here" has, so that one code reads them all: name, kind, basis, authority, since, note. */
import type { Field, SymbolClass } from './layer.ts';

/** The fields of a theme whose classes are these; `kind` is the class of an object in every theme. */
export const themeFields = (classes: readonly SymbolClass[]): readonly Field[] => [
  { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
  { name: 'kind', type: 'text', tile: true, filterable: true, label: { pl: 'Rodzaj', en: 'Kind' }, codes: codesOf(classes) },
  { name: 'basis', type: 'text', label: { pl: 'Podstawa', en: 'Basis' }, note: { pl: 'Przepis, akt lub rejestr, z którego wynika ograniczenie', en: 'Provision, act or register the constraint rests on' } },
  { name: 'authority', type: 'text', filterable: true, label: { pl: 'Organ właściwy', en: 'Competent authority' } },
  { name: 'since', type: 'date', label: { pl: 'Obowiązuje od', en: 'Applies since' }, note: { pl: 'Brak wartości: data nie jest znana', en: 'No value: the date is not known' } },
  { name: 'note', type: 'text', label: { pl: 'Uwagi', en: 'Note' } },
];

/** The fields of an area that the general plan marks out. */
export const generalPlanAreaFields = (classes: readonly SymbolClass[]): readonly Field[] => [
  { name: 'name', type: 'text', tile: true, label: { pl: 'Nazwa', en: 'Name' } },
  { name: 'kind', type: 'text', tile: true, filterable: true, label: { pl: 'Stan', en: 'State' }, codes: codesOf(classes) },
  { name: 'plan', type: 'text', filterable: true, label: { pl: 'Plan (klucz)', en: 'Plan (key)' } },
  { name: 'basis', type: 'text', label: { pl: 'Podstawa', en: 'Basis' }, note: { pl: 'Przepis, na podstawie którego obszar wyznaczono', en: 'Provision under which the area is marked out' } },
];

/** An area of the general plan is a proposal until the plan is in force. */
export const generalPlanAreaClasses = (tone: SymbolClass['tone']): readonly SymbolClass[] => [
  { value: 'in-force', label: { pl: 'obowiązujący', en: 'in force' }, tone, pattern: 'cross-hatch' },
  { value: 'in-preparation', label: { pl: 'w projekcie planu', en: 'in the draft plan' }, tone, pattern: 'hatch' },
];

const codesOf = (classes: readonly SymbolClass[]) => classes.map(({ value, label }) => ({ value: String(value), label }));
