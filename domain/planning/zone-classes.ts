/** Classes of zone symbols (przeznaczenie terenu): how a symbol printed in a plan is grouped, named, coloured and patterned. */
import type { SymbolClass } from '../layers/layer.ts';

/** Local plans (MPZP). `value` is the class code kept in `zone_class`; conventions of DOMAIN.md §3.7. */
export const ZONE_CLASSES = [
  { value: 'MN', label: { pl: 'zabudowa mieszkaniowa jednorodzinna', en: 'single-family housing' }, tone: 'residential-low', pattern: 'solid' },
  { value: 'MW', label: { pl: 'zabudowa mieszkaniowa wielorodzinna', en: 'multi-family housing' }, tone: 'residential-high', pattern: 'solid' },
  { value: 'M/U', label: { pl: 'zabudowa mieszkaniowa i usługowa', en: 'housing and services' }, tone: 'residential-mixed', pattern: 'hatch' },
  { value: 'U', label: { pl: 'usługi', en: 'services' }, tone: 'services', pattern: 'solid' },
  { value: 'UC', label: { pl: 'handel wielkopowierzchniowy', en: 'large-scale retail' }, tone: 'retail', pattern: 'cross-hatch' },
  { value: 'US', label: { pl: 'sport i rekreacja', en: 'sport and recreation' }, tone: 'sport', pattern: 'dots' },
  { value: 'P', label: { pl: 'produkcja, składy i magazyny', en: 'production and storage' }, tone: 'production', pattern: 'solid' },
  { value: 'P/U', label: { pl: 'produkcja i usługi', en: 'production and services' }, tone: 'production', pattern: 'hatch' },
  { value: 'R', label: { pl: 'rolnictwo', en: 'agriculture' }, tone: 'agriculture', pattern: 'horizontal' },
  { value: 'ZP', label: { pl: 'zieleń urządzona', en: 'public green' }, tone: 'green-public', pattern: 'solid' },
  { value: 'ZN', label: { pl: 'zieleń naturalna', en: 'natural green' }, tone: 'green-natural', pattern: 'dots' },
  { value: 'ZD', label: { pl: 'ogrody działkowe', en: 'allotment gardens' }, tone: 'allotments', pattern: 'grid' },
  { value: 'ZL', label: { pl: 'lasy', en: 'forest' }, tone: 'forest', pattern: 'vertical' },
  { value: 'ZC', label: { pl: 'cmentarze', en: 'cemeteries' }, tone: 'cemetery', pattern: 'grid' },
  { value: 'WS', label: { pl: 'wody powierzchniowe', en: 'inland waters' }, tone: 'water', pattern: 'waves' },
  { value: 'KD', label: { pl: 'drogi publiczne i wewnętrzne', en: 'roads' }, tone: 'transport', pattern: 'none' },
  { value: 'KP', label: { pl: 'place i ciągi piesze', en: 'squares and pedestrian ways' }, tone: 'transport', pattern: 'dots' },
  { value: 'KK', label: { pl: 'kolej', en: 'railway' }, tone: 'rail', pattern: 'vertical' },
  { value: 'I', label: { pl: 'infrastruktura techniczna', en: 'technical infrastructure' }, tone: 'infrastructure', pattern: 'horizontal' },
] as const satisfies readonly SymbolClass[];

export type ZoneClass = (typeof ZONE_CLASSES)[number]['value'];

/** Zones of the general plan (strefy planistyczne, art. 13c upzp). */
export const GENERAL_PLAN_ZONES = [
  { value: 'SW', label: { pl: 'wielofunkcyjna z zabudową mieszkaniową wielorodzinną', en: 'mixed-use, multi-family' }, tone: 'residential-high', pattern: 'solid' },
  { value: 'SJ', label: { pl: 'wielofunkcyjna z zabudową mieszkaniową jednorodzinną', en: 'mixed-use, single-family' }, tone: 'residential-low', pattern: 'solid' },
  { value: 'SZ', label: { pl: 'wielofunkcyjna z zabudową zagrodową', en: 'mixed-use, farmstead' }, tone: 'farmstead', pattern: 'hatch' },
  { value: 'SU', label: { pl: 'usługowa', en: 'services' }, tone: 'services', pattern: 'solid' },
  { value: 'SH', label: { pl: 'handlu wielkopowierzchniowego', en: 'large-scale retail' }, tone: 'retail', pattern: 'cross-hatch' },
  { value: 'SP', label: { pl: 'gospodarcza', en: 'economic (industry, storage)' }, tone: 'production', pattern: 'solid' },
  { value: 'SR', label: { pl: 'produkcji rolniczej', en: 'agricultural production' }, tone: 'agriculture', pattern: 'horizontal' },
  { value: 'SI', label: { pl: 'infrastrukturalna', en: 'infrastructure' }, tone: 'infrastructure', pattern: 'horizontal' },
  { value: 'SN', label: { pl: 'zieleni i rekreacji', en: 'green and recreation' }, tone: 'green-public', pattern: 'solid' },
  { value: 'SC', label: { pl: 'cmentarzy', en: 'cemeteries' }, tone: 'cemetery', pattern: 'grid' },
  { value: 'SG', label: { pl: 'górnictwa', en: 'mining' }, tone: 'mining', pattern: 'vertical' },
  { value: 'SO', label: { pl: 'otwarta', en: 'open land' }, tone: 'open-land', pattern: 'dots' },
  { value: 'SK', label: { pl: 'komunikacyjna', en: 'transport' }, tone: 'transport', pattern: 'none' },
] as const satisfies readonly SymbolClass[];
