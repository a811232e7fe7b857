/** The statement of a parcel, a place or an area: what applies there, and of a parcel what the register says. */
import type { Extract } from '../contract/extract.ts';
import type { Parcel } from '../contract/parcel.ts';
import type { Fact, Statement, Topic } from '../contract/statement.ts';
import { objectPath } from '../paths.ts';
import { landUse } from '../planning/land-uses.ts';
import { REGISTRATION_GROUPS } from '../planning/registration-groups.ts';
import { estimateFee, EXTRACT_PROCEDURE } from '../planning/statutory-fee.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { labelOf, sourceLine } from './entries.ts';
import { extractTopics, isDemonstration } from './extract-topics.ts';
import { noticesOf } from './notices.ts';
import { WORDS } from './words.ts';

/** "Dzielnica VIII Dębniki". */
const districtName = ({ district }: Parcel, lang: Language): string =>
  (district ? `${WORDS[lang].district} ${district.roman} ${district.name}` : WORDS[lang].outside);

function registerTopic(parcel: Parcel, lang: Language): Topic {
  const words = WORDS[lang];
  const { number, squareMetres, date } = FORMATS[lang];
  const { registerAreaM2, geometryAreaM2, registrationGroup, landUses, validFrom, validTo, cadastralDistrict, registrationUnit } = parcel;
  const hectares = registerAreaM2 === null ? '' : ` (${number(registerAreaM2 / 10_000, 4)}\u202fha)`;
  const facts: Fact[] = [
    { label: words.identifier, value: parcel.identifier },
    { label: words.registerArea, value: registerAreaM2 === null ? words.noArea : `${squareMetres(registerAreaM2)}${hectares}`, note: words.official },
    { label: words.geometryArea, value: `${number(geometryAreaM2, 1)}\u202fm²`, note: words.computed },
    ...(registrationGroup === null ? [] : [{ label: words.group, value: [registrationGroup, labelOf(REGISTRATION_GROUPS, String(registrationGroup), lang)].join(' – '), note: words.groupNote }]),
    { label: words.obreb, value: `${cadastralDistrict.name} (${cadastralDistrict.id})`, href: objectPath('cadastral-districts', cadastralDistrict.id) },
    { label: words.unit, value: `${registrationUnit.name} (${registrationUnit.id})` },
    { label: words.district, value: districtName(parcel, lang), ...(parcel.district ? { href: objectPath('districts', parcel.district.key) } : {}) },
    ...landUses.map(({ symbol, soilClass, areaM2 }): Fact => ({
      label: `${words.uses}: ${symbol}${soilClass ?? ''}`, value: squareMetres(areaM2),
      note: [landUse(symbol)?.label[lang] ?? words.unknownUse, soilClass && `${words.soil} ${soilClass}`].filter(Boolean).join(', '),
    })),
    ...(validFrom ? [{ label: words.validSince, value: date(validFrom) }] : []), ...(validTo ? [{ label: words.validUntil, value: date(validTo) }] : []),
  ];
  return { id: 'register', title: words.register, verdict: null, facts, entries: [], apart: [], source: sourceLine(parcel.provenance, lang) };
}

/** What this is not, what the document costs and where it is applied for. */
function statutoryTopic({ bbox }: Parcel, lang: Language): Topic {
  const words = WORDS[lang];
  const { money, number } = FORMATS[lang];
  const { scale, sheets, drawingPln, textPln, totalPln } = estimateFee(bbox);
  const range = ([from, to]: readonly [number, number]): string => `${number(from)}–${money(to)}`;
  return {
    id: 'statutory', title: words.statutory, verdict: null, answer: words.statutoryAnswer, entries: [], apart: [],
    facts: [
      { label: words.feeDrawing, value: money(drawingPln), note: words.feeDrawingNote(number(sheets), number(scale)) }, { label: words.feeText, value: range(textPln), note: words.feeTextNote },
      { label: words.feeTotal, value: range(totalPln) }, { label: words.feeOthers, value: money(17) }, { label: words.procedureAt, value: words.procedureName, href: EXTRACT_PROCEDURE },
    ],
  };
}

export function parcelStatement(parcel: Parcel, extract: Extract, lang: Language): Statement {
  const words = WORDS[lang];
  return {
    kind: 'parcel', lang, title: words.parcelTitle(parcel.number, parcel.cadastralDistrict.name), subtitle: `${parcel.identifier} · ${parcel.registrationUnit.name} · ${districtName(parcel, lang)}`,
    day: extract.day, path: objectPath('parcels', parcel.identifier), notices: noticesOf(parcel.provenance.demonstration || isDemonstration(extract), extract.day, lang),
    topics: [...extractTopics(extract, lang), registerTopic(parcel, lang), statutoryTopic(parcel, lang)],
  };
}

/** Of a place without a parcel, or of an area that somebody drew. */
export function extractStatement(extract: Extract, lang: Language): Statement {
  const words = WORDS[lang];
  const { subject, day, areaM2 } = extract;
  const isPlace = subject.kind === 'place';
  const where = isPlace ? `${subject.lat.toFixed(6)}, ${subject.lon.toFixed(6)}` : FORMATS[lang].area(areaM2);
  return {
    kind: isPlace ? 'place' : 'area', lang, title: isPlace ? words.place : words.area, subtitle: where, day, path: isPlace ? `/?at=${subject.lat.toFixed(6)},${subject.lon.toFixed(6)}` : '/',
    notices: [...noticesOf(isDemonstration(extract), day, lang), ...(isPlace && subject.parcel === null ? [words.disc] : [])],
    topics: [{ id: 'measure', title: words.measure, verdict: null, facts: [{ label: words.measure, value: `${FORMATS[lang].number(areaM2, 1)}\u202fm²` }], entries: [], apart: [] }, ...extractTopics(extract, lang)],
  };
}
