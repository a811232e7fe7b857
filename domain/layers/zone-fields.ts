/** The parameters of a zone, shared by zones of local plans and of the general plan. An absent value is "not set", never 0. */
import { DEFINITION_REGIMES } from '../planning/definition-regimes.ts';
import type { Field } from './layer.ts';

export const ZONE_PARAMETER_FIELDS: readonly Field[] = [
  { name: 'max_height_m', type: 'number', unit: 'm', filterable: true, label: { pl: 'Maks. wysokość zabudowy', en: 'Max. building height' } },
  { name: 'max_height_paragraph', type: 'text', label: { pl: 'Podstawa: wysokość', en: 'Paragraph: height' } },
  { name: 'min_intensity', type: 'number', label: { pl: 'Min. nadziemna intensywność zabudowy', en: 'Min. above-ground intensity' } },
  { name: 'max_intensity', type: 'number', filterable: true, label: { pl: 'Maks. nadziemna intensywność zabudowy', en: 'Max. above-ground intensity' } },
  { name: 'intensity_paragraph', type: 'text', label: { pl: 'Podstawa: intensywność', en: 'Paragraph: intensity' } },
  { name: 'max_built_up_pct', type: 'number', unit: '%', filterable: true, label: { pl: 'Maks. udział powierzchni zabudowy', en: 'Max. built-up share' } },
  { name: 'built_up_paragraph', type: 'text', label: { pl: 'Podstawa: udział zabudowy', en: 'Paragraph: built-up share' } },
  { name: 'min_bio_active_pct', type: 'number', unit: '%', filterable: true, label: { pl: 'Min. udział powierzchni biologicznie czynnej', en: 'Min. biologically active share' } },
  { name: 'bio_active_paragraph', type: 'text', label: { pl: 'Podstawa: powierzchnia biologicznie czynna', en: 'Paragraph: biologically active share' } },
  { name: 'parking', type: 'text', label: { pl: 'Miejsca postojowe', en: 'Parking' } },
  { name: 'parking_paragraph', type: 'text', label: { pl: 'Podstawa: miejsca postojowe', en: 'Paragraph: parking' } },
  { name: 'definition_regime', type: 'text', label: { pl: 'Definicje wskaźników', en: 'Definitions of parameters' }, codes: DEFINITION_REGIMES },
];
