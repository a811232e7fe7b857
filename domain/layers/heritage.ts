/** Protection of monuments (ochrona zabytków): areas of the register, of the municipal inventory, and of archaeological supervision. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { HERITAGE } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const HERITAGE_KINDS = [
  { value: 'register-area', label: { pl: 'obszar wpisany do rejestru zabytków', en: 'area in the register of monuments' }, tone: 'heritage', pattern: 'cross-hatch' },
  { value: 'municipal-inventory', label: { pl: 'obszar gminnej ewidencji zabytków', en: 'area in the municipal inventory of monuments' }, tone: 'heritage', pattern: 'hatch' },
  { value: 'archaeological', label: { pl: 'strefa nadzoru archeologicznego', en: 'zone of archaeological supervision' }, tone: 'archaeology', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const heritage = defineLayer({
  id: 'heritage',
  subject: 'protection',
  title: { pl: 'Ochrona zabytków', en: 'Heritage protection' },
  abstract: { pl: 'Układy urbanistyczne i zespoły wpisane do rejestru zabytków, obszary gminnej ewidencji zabytków, strefy nadzoru archeologicznego.', en: 'Urban layouts and ensembles in the register of monuments, areas of the municipal inventory, zones of archaeological supervision.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: themeFields(HERITAGE_KINDS),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: HERITAGE_KINDS },
  label: { field: 'name', minZoom: 13 },
  temporal: true,
  source: HERITAGE,
  accuracyM: 1,
  visible: false,
});
