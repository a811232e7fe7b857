/** Categories and priorities of annotations, in the order in which people choose. */

export const CATEGORIES = [
  { value: 'note', label: { pl: 'notatka', en: 'note' } },
  { value: 'question', label: { pl: 'pytanie', en: 'question' } },
  { value: 'conflict', label: { pl: 'kolizja ustaleń', en: 'conflict of provisions' } },
  { value: 'proposal', label: { pl: 'propozycja zmiany', en: 'proposed change' } },
  { value: 'fault', label: { pl: 'błąd danych', en: 'fault in the data' } },
  { value: 'inspection', label: { pl: 'wizja w terenie', en: 'site visit' } },
] as const;
export type Category = (typeof CATEGORIES)[number]['value'];

export const PRIORITIES = [
  { value: 'low', label: { pl: 'niski', en: 'low' } },
  { value: 'normal', label: { pl: 'zwykły', en: 'normal' } },
  { value: 'high', label: { pl: 'wysoki', en: 'high' } },
  { value: 'urgent', label: { pl: 'pilny', en: 'urgent' } },
] as const;
export type Priority = (typeof PRIORITIES)[number]['value'];

/** What tells an annotation of the demonstration from the office's own. */
export const DEMONSTRATION_TAG = 'demonstracja';
