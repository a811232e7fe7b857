/** The page of a site as topics of facts: the same words on the page and on paper. */
import type { Extract } from '../contract/extract.ts';
import type { Capacity } from '../contract/investment/capacity.ts';
import type { Site, SiteDistance, SiteVersion } from '../contract/investment/site.ts';
import type { Provenance } from '../contract/parcel.ts';
import type { Fact, Topic } from '../contract/statement.ts';
import { objectPath } from '../paths.ts';
import { labelOf, sourceLine } from '../statement/entries.ts';
import { extractTopics } from '../statement/extract-topics.ts';
import { topic } from '../statement/topic.ts';
import { OWNERSHIPS } from '../layers/land-fact-fields.ts';
import { FORMATS } from '../text/formats.ts';
import { defineTexts, type Language } from '../text/language.ts';
import { FIGURE_TEXTS, figureWords, partWords } from './figure-words.ts';
import { landLabel, landNote, landWords, type LandProperties } from './land-words.ts';
import { PROCEDURE_TEXTS } from './site-procedure.ts';

export const SITE_TEXTS = defineTexts({
  pl: {
    offer: 'Oferta', land: 'Działka', together: 'Działki razem', supply: 'Media', access: 'Dostęp', parcels: 'Działki w ofercie', capacity: 'Ile można zbudować', documents: 'Dokumenty', changes: 'Co się zmieniło przez ostatnie 24 miesiące', contact: 'Kontakt',
    kinds: { 'motorway-junction': 'Węzeł autostrady lub drogi ekspresowej', airport: 'Lotnisko', 'railway-station': 'Stacja kolejowa', 'tram-stop': 'Przystanek tramwajowy' },
    straight: 'Odległości w linii prostej, od najbliższego miejsca terenu.', noPoint: 'nie wiadomo – rejestr nie ma takiego punktu',
    notRegistered: 'w ewidencji nie ma dziś takiej działki', measured: 'z geometrii', noOwner: 'własność nieznana', noCapacity: 'Nie udało się tego policzyć.', area: 'Powierzchnia z geometrii', borders: 'Granica terenu', changed: 'zmieniona',
    what: { first: 'pierwsza zachowana postać oferty', changed: 'zmiana', withdrawn: 'wycofany z listy', 'listed-again': 'znowu na liście' },
    noChanges: 'Nie ma zapisanych zmian z tego czasu.', noDocuments: 'Do tej oferty nie opublikowano dokumentów.', fileSize: (kB: string) => `PDF, ${kB}\u202fkB`, demonstration: 'dane demonstracyjne',
  },
  en: {
    offer: 'Offer', land: 'Parcel', together: 'The parcels together', supply: 'Utilities', access: 'Access', parcels: 'Parcels of the offer', capacity: 'How much may be built', documents: 'Documents', changes: 'What changed within the last 24 months', contact: 'Contact',
    kinds: { 'motorway-junction': 'Junction of motorway or expressway', airport: 'Airport', 'railway-station': 'Railway station', 'tram-stop': 'Tram stop' },
    straight: 'Distances in a straight line, from the nearest place of the land.', noPoint: 'not known – the register has no such point',
    notRegistered: 'the cadastre has no such parcel today', measured: 'by geometry', noOwner: 'ownership not known', noCapacity: 'This could not be worked out.', area: 'Area by geometry', borders: 'Border of the land', changed: 'changed',
    what: { first: 'the earliest state that is kept', changed: 'change', withdrawn: 'taken off the list', 'listed-again': 'listed again' },
    noChanges: 'No changes are recorded for that time.', noDocuments: 'No documents have been published with this offer.', fileSize: (kB: string) => `PDF, ${kB}\u202fkB`, demonstration: 'demonstration data',
  },
});

const fact = (name: string, properties: LandProperties, lang: Language): Fact => {
  const note = landNote(name, lang);
  const { text } = landWords(name, properties, lang);
  return { label: landLabel(name, lang), value: text, ...(note && name !== 'price_pln' ? { note } : {}) };
};

export const distanceFact = ({ kind, metres, name }: SiteDistance, lang: Language): Fact => {
  const texts = SITE_TEXTS[lang];
  return { label: texts.kinds[kind], value: metres === null ? texts.noPoint : `${FORMATS[lang].number(metres)}\u202fm`, ...(name ? { note: name } : {}) };
};

/** What a version changed: field, before, after. */
export function changeFacts({ changes }: SiteVersion, lang: Language): { readonly label: string; readonly from: string | null; readonly to: string }[] {
  const texts = SITE_TEXTS[lang];
  // As of an offer: what is not told is unknown, not unoffered.
  const said = (field: string, value: SiteVersion['changes'][number]['from']): string => landWords(field, { status: 'available', plan_status: 'in-force', [field]: value }, lang).text;
  return changes.map(({ field, from, to }) => (field === 'geometry' ? { label: texts.borders, from: null, to: texts.changed } : { label: landLabel(field, lang), from: said(field, from), to: said(field, to) }));
}

/** The whole of a site as an extract: what applies on its land. */
const extractOf = ({ key, day, areaM2, planning, themes }: Site): Extract => {
  // That it lies within itself says nothing; another site that overlaps it does.
  const other = ({ layer, key: found }: Extract['themes'][number]['objects'][number]): boolean => layer !== 'investment-sites' || found !== key;
  const told = themes.map((theme) => ({ ...theme, objects: theme.objects.filter(other), apart: theme.apart.filter(other) }));
  return { subject: { kind: 'area' }, day, areaM2, ...planning, themes: told.filter(({ id, objects, apart }) => id !== 'investment-sites' || objects.length + apart.length > 0) };
};
export const planningTopics = (site: Site, lang: Language): Topic[] => extractTopics(extractOf(site), lang);

export function offerTopic({ properties, areaM2, district, provenance }: Site, lang: Language): Topic {
  const facts = ['status', 'offer_form', 'price_pln', 'strategic_area', 'ownership'].map((name) => fact(name, properties, lang));
  const area = { label: SITE_TEXTS[lang].area, value: `${FORMATS[lang].number(areaM2 / 10_000, 4)}\u202fha` };
  return topic('offer', SITE_TEXTS[lang].offer, { facts: [...facts, area, { label: landLabel('district', lang).replace(/ \(.*/, ''), value: district?.name ?? landWords('district', properties, lang).text }], source: sourceLine(provenance, lang) });
}

/** A parcel that nobody offers, or several taken together, field by field. */
export const landTopic = (properties: LandProperties, provenance: Provenance, lang: Language): Topic => topic('land', SITE_TEXTS[lang][Array.isArray(properties['identifier']) ? 'together' : 'land'], {
  facts: ['area_ha', 'ownership', 'holding_form', 'status', 'road_contact', 'motorway_m', 'airport_m', 'station_m', 'tram_m'].map((name) => fact(name, properties, lang)), source: sourceLine(provenance, lang),
});

export function accessTopics({ properties, distances, provenance }: Site, lang: Language): Topic[] {
  const texts = SITE_TEXTS[lang];
  const sources = [...new Set(distances.flatMap(({ provenance: from }) => (from ? [sourceLine(from, lang)] : [])))];
  return [
    topic('supply', texts.supply, { facts: ['utilities', 'power_kw'].map((name) => fact(name, properties, lang)), source: sourceLine(provenance, lang) }),
    topic('access', texts.access, { answer: texts.straight, facts: [...['road_access', 'road_contact', 'rail_access'].map((name) => fact(name, properties, lang)), ...distances.map((one) => distanceFact(one, lang))], ...(sources.length > 0 ? { source: sources.join('; ') } : {}) }),
  ];
}

export function parcelsTopic({ parcels }: Site, lang: Language): Topic {
  const texts = SITE_TEXTS[lang];
  const { squareMetres, number } = FORMATS[lang];
  return topic('parcels', texts.parcels, {
    facts: parcels.map(({ identifier, registered, number: parcel, registerAreaM2, geometryAreaM2, ownership, cadastralDistrict }) => ({
      label: parcel ?? identifier, value: identifier, href: objectPath('parcels', identifier),
      note: registered ? [registerAreaM2 === null ? `${number(geometryAreaM2!, 1)}\u202fm² ${texts.measured}` : squareMetres(registerAreaM2), labelOf(OWNERSHIPS, ownership, lang) ?? texts.noOwner, cadastralDistrict].filter(Boolean).join(' · ') : texts.notRegistered,
    })),
  });
}

/** `capacity` null: it could not be worked out. */
export function capacityTopic(capacity: Capacity | null, lang: Language): Topic {
  const texts = SITE_TEXTS[lang];
  const words = FIGURE_TEXTS[lang];
  const formats = FORMATS[lang];
  if (!capacity) return topic('capacity', texts.capacity, { answer: texts.noCapacity });
  const facts = capacity.answer === 'in-force' ? capacity.figures.map((figure): Fact => {
    const { value, notes } = figureWords(figure, capacity, words, formats);
    const parts = figure.parts.flatMap((part) => (part.zone ? [`${part.zone.symbol}: ${partWords(figure, part, words, formats)}${part.paragraph ? ` (${part.paragraph})` : ''}`] : []));
    return { label: words[figure.name], value, note: [...notes, ...parts].join('; ') };
  }) : [];
  return topic('capacity', texts.capacity, { facts, answer: capacity.remarks.filter(({ id }) => id !== 'neighbours').map((remark) => remark[lang]).join(' ') });
}

export function procedureTopic({ procedure }: Site, lang: Language): Topic {
  const texts = PROCEDURE_TEXTS[lang];
  return topic('procedure', texts.title, {
    facts: procedure.map(({ step, state, days }) => ({ label: texts.steps[step], value: texts.states[state], ...(days === null ? step === 'award' ? { note: texts.awardNote } : {} : { note: texts.days(String(days)) }) })),
    answer: texts.office, source: texts.note,
  });
}

export function changesTopic({ versions }: Site, lang: Language): Topic {
  const texts = SITE_TEXTS[lang];
  return topic('changes', texts.changes, versions.length === 0 ? { answer: texts.noChanges } : {
    facts: versions.map((version) => ({
      label: FORMATS[lang].date(version.recordedAt),
      value: version.changes.length === 0 ? texts.what[version.what] : changeFacts(version, lang).map(({ label, from, to }) => (from === null ? `${label}: ${to}` : `${label}: ${from} → ${to}`)).join('; '),
      ...(version.demonstration ? { note: texts.demonstration } : {}),
    })),
  });
}

export const documentsTopic = ({ documents }: Site, lang: Language): Topic => topic('documents', SITE_TEXTS[lang].documents, documents.length === 0
  ? { answer: SITE_TEXTS[lang].noDocuments } : { facts: documents.map(({ title, href, mediaType, bytes }) => ({ label: title, value: `${mediaType.split('/')[1]!.toUpperCase()}, ${FORMATS[lang].number(bytes / 1024)}\u202fkB`, href })) });

/** All of a site, in the order in which an investor asks. */
export const siteTopics = (site: Site, capacity: Capacity | null, lang: Language): Topic[] => [
  offerTopic(site, lang), capacityTopic(capacity, lang), ...accessTopics(site, lang), ...planningTopics(site, lang), parcelsTopic(site, lang), procedureTopic(site, lang), documentsTopic(site, lang), changesTopic(site, lang),
  topic('contact', SITE_TEXTS[lang].contact, { facts: [fact('contact', site.properties, lang)] }),
];
