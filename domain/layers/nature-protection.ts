/** Forms of nature protection (formy ochrony przyrody). */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { NATURE } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const NATURE_FORMS = [
  { value: 'landscape-park', label: { pl: 'park krajobrazowy', en: 'landscape park' }, tone: 'green-natural', pattern: 'horizontal' },
  { value: 'nature-reserve', label: { pl: 'rezerwat przyrody', en: 'nature reserve' }, tone: 'forest', pattern: 'cross-hatch' },
  { value: 'natura-2000', label: { pl: 'obszar Natura 2000', en: 'Natura 2000 site' }, tone: 'cemetery', pattern: 'hatch' },
  { value: 'ecological-site', label: { pl: 'użytek ekologiczny', en: 'ecological site' }, tone: 'forest', pattern: 'dots' },
] as const satisfies readonly SymbolClass[];

export const natureProtection = defineLayer({
  id: 'nature-protection',
  subject: 'protection',
  title: { pl: 'Formy ochrony przyrody', en: 'Nature protection' },
  abstract: { pl: 'Parki krajobrazowe, rezerwaty przyrody, obszary Natura 2000 i użytki ekologiczne.', en: 'Landscape parks, nature reserves, Natura 2000 sites and ecological sites.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: themeFields(NATURE_FORMS),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: NATURE_FORMS },
  label: { field: 'name', minZoom: 12.5 },
  temporal: true,
  source: NATURE,
  accuracyM: 5,
  visible: false,
});
