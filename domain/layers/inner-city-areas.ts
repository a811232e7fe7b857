/** Areas of inner-city development (obszary zabudowy śródmiejskiej, OZS) of the draft general plan: relaxed standards of light and distance. */
import { defineLayer } from './define.ts';
import { CITY_PLANNING } from './sources.ts';
import { generalPlanAreaClasses, generalPlanAreaFields } from './theme-fields.ts';

const CLASSES = generalPlanAreaClasses('residential-high');

export const innerCityAreas = defineLayer({
  id: 'inner-city-areas',
  subject: 'planning',
  title: { pl: 'Obszary zabudowy śródmiejskiej (projekt)', en: 'Inner-city areas (draft)' },
  abstract: { pl: 'Obszary projektu planu ogólnego, w których dopuszczalna jest zabudowa śródmiejska.', en: 'Areas of the draft general plan where inner-city development is allowed.' },
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
