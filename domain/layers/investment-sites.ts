/** Investment sites that the city offers: Nowa Huta, Balice, Płaszów–Rybitwy and others. */
import { defineLayer } from './define.ts';
import { LAND_FACT_FIELDS, STRATEGIC_AREAS } from './land-fact-fields.ts';
import type { Field, SymbolClass } from './layer.ts';
import { CITY_LAND } from './sources.ts';

export const SITE_STATUSES = [
  { value: 'available', label: { pl: 'dostępny', en: 'available' }, tone: 'available', pattern: 'solid' },
  { value: 'in-tender', label: { pl: 'w przetargu', en: 'in tender' }, tone: 'planned', pattern: 'hatch' },
  { value: 'reserved', label: { pl: 'zarezerwowany', en: 'reserved' }, tone: 'reserved', pattern: 'cross-hatch' },
  { value: 'in-preparation', label: { pl: 'w przygotowaniu', en: 'in preparation' }, tone: 'in-preparation', pattern: 'dots' },
  { value: 'sold', label: { pl: 'zbyty', en: 'disposed of' }, tone: 'sold', pattern: 'dash' },
] as const satisfies readonly SymbolClass[];

export const OFFER_FORMS = [
  { value: 'sale', label: { pl: 'sprzedaż', en: 'sale' } },
  { value: 'perpetual-usufruct', label: { pl: 'użytkowanie wieczyste', en: 'perpetual usufruct' } },
  { value: 'lease', label: { pl: 'dzierżawa', en: 'lease' } },
  { value: 'in-kind-contribution', label: { pl: 'aport', en: 'contribution in kind' } },
  { value: 'partnership', label: { pl: 'partnerstwo publiczno-prywatne', en: 'public-private partnership' } },
] as const;

/** What only an offer has: a parcel that nobody offers knows none of it. */
export const OFFER_FIELDS: readonly Field[] = [
  { name: 'strategic_area', type: 'text', filterable: true, label: { pl: 'Obszar strategiczny', en: 'Strategic area' }, codes: STRATEGIC_AREAS },
  { name: 'offer_form', type: 'text', filterable: true, label: { pl: 'Forma oferty', en: 'Form of offer' }, codes: OFFER_FORMS },
  { name: 'area_ha', type: 'number', unit: 'ha', filterable: true, label: { pl: 'Powierzchnia', en: 'Area' } },
  { name: 'price_pln', type: 'number', unit: 'PLN', filterable: true, label: { pl: 'Cena', en: 'Price' }, note: { pl: 'Brak wartości: cena ustalana w przetargu', en: 'No value: set by tender' } },
  { name: 'by_tender', type: 'boolean', filterable: true, label: { pl: 'Cena ustalana w przetargu', en: 'Price by tender' } },
];
export const SUPPLY_FIELDS: readonly Field[] = [
  { name: 'zone_symbols', type: 'list', filterable: true, label: { pl: 'Przeznaczenie w planie', en: 'Zoning' } },
  { name: 'utilities', type: 'list', filterable: true, label: { pl: 'Media', en: 'Utilities' } },
  { name: 'power_kw', type: 'integer', unit: 'kW', filterable: true, label: { pl: 'Moc przyłączeniowa', en: 'Power supply' } },
  { name: 'road_access', type: 'text', filterable: true, label: { pl: 'Dostęp drogowy', en: 'Road access' } },
  { name: 'rail_access', type: 'text', filterable: true, label: { pl: 'Dostęp kolejowy', en: 'Rail access' } },
];

export const investmentSites = defineLayer({
  id: 'investment-sites',
  subject: 'investment',
  title: { pl: 'Tereny inwestycyjne', en: 'Investment sites' },
  abstract: { pl: 'Oferta inwestycyjna miasta: stan, forma, cena, media, dostęp drogowy i kolejowy.', en: "The city's offer to investors: status, form, price, utilities, road and rail access." },
  geometry: 'polygon',
  zooms: { min: 9, max: 24, maxTile: 16 },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Nazwa terenu', en: 'Site name' } },
    { name: 'status', type: 'text', tile: true, filterable: true, label: { pl: 'Stan', en: 'Status' }, codes: SITE_STATUSES },
    ...OFFER_FIELDS,
    { name: 'parcels', type: 'list', label: { pl: 'Działki', en: 'Parcels' } },
    ...SUPPLY_FIELDS,
    { name: 'contact', type: 'text', label: { pl: 'Kontakt', en: 'Contact' } },
    ...LAND_FACT_FIELDS,
  ],
  titleField: 'name',
  symbology: { field: 'status', kind: 'categories', classes: SITE_STATUSES },
  label: { field: 'name', minZoom: 13.5 },
  source: CITY_LAND,
  accuracyM: 0.1,
  visible: true,
  searchKind: 'site',
  searchContext: '{status} · {offer_form}',
});
