/** Areas of infill development (obszary uzupełnienia zabudowy, OUZ) of the draft general plan: where conditions of development may be set. */
import { defineLayer } from './define.ts';
import { CITY_PLANNING } from './sources.ts';
import { generalPlanAreaClasses, generalPlanAreaFields } from './theme-fields.ts';

const CLASSES = generalPlanAreaClasses('residential-mixed');

export const infillAreas = defineLayer({
  id: 'infill-areas',
  subject: 'planning',
  title: { pl: 'Obszary uzupełnienia zabudowy (projekt)', en: 'Infill areas (draft)' },
  abstract: { pl: 'Obszary, w których po wejściu w życie planu ogólnego będzie można ustalać warunki zabudowy.', en: 'Areas where conditions of development may be set once the general plan is in force.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: generalPlanAreaFields(CLASSES),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: CLASSES },
  temporal: true,
  source: CITY_PLANNING,
  accuracyM: 5,
  visible: false,
});
