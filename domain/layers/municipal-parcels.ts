/** Parcels of the municipality that could be built on: what an investor can find although nobody has listed it. */
import { defineLayer } from './define.ts';
import { OFFER_FIELDS, SITE_STATUSES, SUPPLY_FIELDS } from './investment-sites.ts';
import { LAND_FACT_FIELDS, OWNERSHIPS } from './land-fact-fields.ts';
import { CADASTRE } from './sources.ts';
import type { SymbolClass } from './layer.ts';

const LOOKS = { municipality: 'contribution', 'municipality-usufruct': 'usufruct', 'municipal-company': 'lease' } as const;
const CLASSES: readonly SymbolClass[] = OWNERSHIPS.flatMap(({ value, label }) => (value in LOOKS ? [{ value, label, tone: LOOKS[value as keyof typeof LOOKS], pattern: value === 'municipality' ? 'hatch' as const : 'dash' as const }] : []));

export const municipalParcels = defineLayer({
  id: 'municipal-parcels',
  subject: 'investment',
  title: { pl: 'Działki gminne do przeszukania', en: 'Municipal parcels to search' },
  abstract: {
    pl: 'Działki w grupach rejestrowych 4, 5 i 6, bez dróg, kolei i wód. Nie są ofertą: stan, cena i media nie są znane.',
    en: 'Parcels of registration groups 4, 5 and 6 without roads, railways and waters. They are no offer: status, price and utilities are not known.',
  },
  geometry: 'polygon',
  zooms: { min: 13, max: 24, maxTile: 16 },
  fields: [
    { name: 'name', type: 'text', filterable: true, label: { pl: 'Numer (obręb)', en: 'Number (cadastral district)' } },
    { name: 'identifier', type: 'text', filterable: true, label: { pl: 'Identyfikator działki', en: 'Parcel identifier' } },
    { name: 'status', type: 'text', filterable: true, label: { pl: 'Stan oferty', en: 'Status of the offer' }, codes: SITE_STATUSES.map(({ value, label }) => ({ value, label })) },
    ...OFFER_FIELDS,
    ...SUPPLY_FIELDS,
    ...LAND_FACT_FIELDS.map((field) => (field.name === 'ownership' ? { ...field, tile: true } : field)),
  ],
  titleField: 'name',
  symbology: { field: 'ownership', kind: 'categories', classes: CLASSES },
  source: CADASTRE,
  accuracyM: 0.1,
  visible: false,
});
