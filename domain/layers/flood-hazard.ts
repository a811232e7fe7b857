/** Areas of flood hazard (obszary zagrożenia powodziowego), by the probability of the flood. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { WATERS } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const FLOOD_CLASSES = [
  { value: 'high', label: { pl: 'wysokie prawdopodobieństwo (Q 10 %)', en: 'high probability (Q 10 %)' }, tone: 'scale-5', pattern: 'cross-hatch' },
  { value: 'medium', label: { pl: 'średnie prawdopodobieństwo (Q 1 %)', en: 'medium probability (Q 1 %)' }, tone: 'scale-4', pattern: 'hatch' },
  { value: 'low', label: { pl: 'niskie prawdopodobieństwo (Q 0,2 %)', en: 'low probability (Q 0.2 %)' }, tone: 'scale-3', pattern: 'waves' },
] as const satisfies readonly SymbolClass[];

export const floodHazard = defineLayer({
  id: 'flood-hazard',
  subject: 'protection',
  title: { pl: 'Zagrożenie powodziowe', en: 'Flood hazard' },
  abstract: { pl: 'Obszary zagrożenia powodziowego według prawdopodobieństwa powodzi; przy 10 % i 1 % jest to obszar szczególnego zagrożenia powodzią.', en: 'Areas of flood hazard by the probability of the flood; at 10 % and 1 % they are areas of special flood hazard.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: [
    ...themeFields(FLOOD_CLASSES),
    { name: 'special_hazard', type: 'boolean', filterable: true, label: { pl: 'Obszar szczególnego zagrożenia powodzią', en: 'Area of special flood hazard' }, note: { pl: 'Art. 16 pkt 34 ustawy – Prawo wodne', en: 'Water Law, art. 16 point 34' } },
  ],
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: FLOOD_CLASSES },
  temporal: true,
  source: WATERS,
  accuracyM: 2,
  visible: false,
});
