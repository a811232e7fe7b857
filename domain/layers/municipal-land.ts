/** Municipal land stock (zasób gminny): reserves and forms of use of parcels that belong to the city. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { CITY_LAND } from './sources.ts';

export const LAND_FORMS = [
  { value: 'reserve-roads', label: { pl: 'rezerwa pod drogi', en: 'reserve for roads' }, tone: 'reserve-road', pattern: 'horizontal' },
  { value: 'reserve-green', label: { pl: 'rezerwa pod zieleń', en: 'reserve for green' }, tone: 'reserve-green', pattern: 'dots' },
  { value: 'reserve-education', label: { pl: 'rezerwa oświatowa', en: 'reserve for education' }, tone: 'reserve-education', pattern: 'grid' },
  { value: 'reserve-housing', label: { pl: 'rezerwa mieszkaniowa', en: 'reserve for housing' }, tone: 'reserve-housing', pattern: 'hatch' },
  { value: 'reserve-economic', label: { pl: 'rezerwa gospodarcza', en: 'economic reserve' }, tone: 'reserve-economic', pattern: 'cross-hatch' },
  { value: 'lease', label: { pl: 'dzierżawa', en: 'lease' }, tone: 'lease', pattern: 'vertical' },
  { value: 'perpetual-usufruct', label: { pl: 'użytkowanie wieczyste', en: 'perpetual usufruct' }, tone: 'usufruct', pattern: 'dash' },
  { value: 'in-kind-contribution', label: { pl: 'aport', en: 'contribution in kind' }, tone: 'contribution', pattern: 'waves' },
  { value: 'for-sale', label: { pl: 'do sprzedaży', en: 'for sale' }, tone: 'sale', pattern: 'solid' },
] as const satisfies readonly SymbolClass[];

export const municipalLand = defineLayer({
  id: 'municipal-land',
  subject: 'land',
  title: { pl: 'Grunty gminne', en: 'Municipal land' },
  abstract: { pl: 'Zasób nieruchomości Gminy: rezerwy i formy gospodarowania.', en: 'Land stock of the municipality: reserves and forms of use.' },
  geometry: 'polygon',
  zooms: { min: 11, max: 24, maxTile: 16 },
  fields: [
    { name: 'name', type: 'text', searchable: true, label: { pl: 'Nazwa', en: 'Name' } },
    { name: 'form', type: 'text', tile: true, filterable: true, label: { pl: 'Forma', en: 'Form' }, codes: LAND_FORMS },
    { name: 'purpose', type: 'text', label: { pl: 'Cel', en: 'Purpose' } },
    { name: 'parcels', type: 'list', label: { pl: 'Działki', en: 'Parcels' } },
    { name: 'area_m2', type: 'number', unit: 'm2', filterable: true, label: { pl: 'Powierzchnia', en: 'Area' } },
    { name: 'manager', type: 'text', label: { pl: 'Jednostka gospodarująca', en: 'Managed by' } },
    { name: 'since', type: 'date', label: { pl: 'Od', en: 'Since' } },
    { name: 'until', type: 'date', label: { pl: 'Do', en: 'Until' } },
    { name: 'note', type: 'text', label: { pl: 'Uwagi', en: 'Note' } },
  ],
  titleField: 'name',
  symbology: { field: 'form', kind: 'categories', classes: LAND_FORMS },
  generalised: { belowZoom: 13, view: 'municipal_land_generalised', fields: ['form'] },
  source: CITY_LAND,
  accuracyM: 0.1,
  visible: false,
  searchKind: 'municipal-land',
  searchContext: '{form} · {purpose}',
});
