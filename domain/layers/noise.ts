/** Noise of roads and railways by level (Ldwn), and the area of restricted use round the airport. */
import type { SymbolClass } from './layer.ts';
import { defineLayer } from './define.ts';
import { NOISE } from './sources.ts';
import { themeFields } from './theme-fields.ts';

export const NOISE_LEVELS = [
  { value: '55-60', label: { pl: '55–60 dB', en: '55–60 dB' }, tone: 'noise-1', pattern: 'dots' },
  { value: '60-65', label: { pl: '60–65 dB', en: '60–65 dB' }, tone: 'noise-2', pattern: 'vertical' },
  { value: '65-70', label: { pl: '65–70 dB', en: '65–70 dB' }, tone: 'noise-3', pattern: 'hatch' },
  { value: 'over-70', label: { pl: 'ponad 70 dB', en: 'over 70 dB' }, tone: 'noise-4', pattern: 'cross-hatch' },
  { value: 'airport', label: { pl: 'obszar ograniczonego użytkowania lotniska', en: 'area of restricted use of the airport' }, tone: 'noise-airport', pattern: 'horizontal' },
] as const satisfies readonly SymbolClass[];

export const noise = defineLayer({
  id: 'noise',
  subject: 'protection',
  title: { pl: 'Hałas', en: 'Noise' },
  abstract: { pl: 'Strefy hałasu drogowego i kolejowego według wskaźnika Ldwn oraz obszar ograniczonego użytkowania lotniska.', en: 'Zones of road and railway noise by Ldwn, and the area of restricted use of the airport.' },
  geometry: 'polygon',
  zooms: { min: 10, max: 24, maxTile: 15 },
  fields: themeFields(NOISE_LEVELS),
  titleField: 'name',
  symbology: { field: 'kind', kind: 'categories', classes: NOISE_LEVELS },
  temporal: true,
  source: NOISE,
  accuracyM: 10,
  visible: false,
});
