/** The blocks of statements: a zone, a plan, an object of a theme – each as an entry with its facts. */
import type { PlanShare, ThemeObject, ZoneShare } from '../contract/extract.ts';
import type { Provenance } from '../contract/parcel.ts';
import type { Entry, Fact } from '../contract/statement.ts';
import { findLayer } from '../layers/index.ts';
import { objectPath } from '../paths.ts';
import { DEFINITION_REGIMES } from '../planning/definition-regimes.ts';
import { PLAN_STATUSES, STAGES } from '../planning/stages.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { figureFacts } from './figure-facts.ts';
import { WORDS } from './words.ts';
import { zoneSentences } from './zone-sentences.ts';

/** "Źródło: EGiB, stan na 1.10.2026, dane demonstracyjne". */
export function sourceLine({ source, sourceDate, demonstration }: Provenance, lang: Language): string {
  const words = WORDS[lang];
  return [`${words.source}: ${source}`, sourceDate && `${words.asOf} ${FORMATS[lang].date(sourceDate)}`, demonstration && words.demonstration].filter(Boolean).join(', ');
}

const quoted = (name: string, lang: Language): string => (lang === 'pl' ? `„${name}”` : `“${name}”`);
export const labelOf = (codes: readonly { readonly value: string | number; readonly label: Readonly<Record<Language, string>> }[], value: string | null, lang: Language): string | null =>
  codes.find((code) => String(code.value) === value)?.label[lang] ?? value;

/** How much, how much of the whole, and how sure. */
function partFacts({ areaM2, sharePct, overlap, accuracyM }: Pick<ZoneShare, 'areaM2' | 'sharePct' | 'overlap' | 'accuracyM'>, lang: Language): Fact[] {
  const words = WORDS[lang];
  const { number, percent } = FORMATS[lang];
  const accuracy = { label: words.accuracy, value: `±\u202f${number(accuracyM, 1)}\u202fm` };
  if (overlap === 'touch') return [{ label: words.overlap, value: words.touch }, accuracy];
  return [
    { label: words.areaPart, value: `${number(areaM2, 1)}\u202fm²` }, { label: words.share, value: percent(sharePct, 2) },
    { label: words.overlap, value: words[overlap] }, accuracy,
  ];
}

/** The act that a plan is, as facts. */
export function actFacts(plan: PlanShare, lang: Language): Fact[] {
  const words = WORDS[lang];
  const { date } = FORMATS[lang];
  const since = plan.inForceFrom ? date(plan.inForceFrom) : plan.status === 'in-force' ? words.unknownDay : null;
  return [
    { label: words.status, value: labelOf(PLAN_STATUSES, plan.status, lang)! },
    ...(plan.status === 'in-force' ? [] : [{ label: words.stage, value: labelOf(STAGES, plan.stage, lang)! }]),
    ...(plan.resolution ? [{ label: words.resolution, value: [plan.resolution, plan.resolutionDate && date(plan.resolutionDate)].filter(Boolean).join(', ') }] : []),
    ...(plan.journal ? [{ label: words.journal, value: plan.journal }] : []),
    ...(since && plan.status !== 'in-preparation' && plan.status !== 'in-consultation' ? [{ label: words.inForceFrom, value: since, ...(plan.inForceFrom ? {} : { note: words.unknownDayNote }) }] : []),
    ...(plan.inForceTo ? [{ label: words.inForceTo, value: date(plan.inForceTo) }] : []),
  ];
}

export function planEntry(plan: PlanShare, lang: Language): Entry {
  return {
    id: `plans/${plan.key}`, title: quoted(plan.name, lang), href: objectPath('plans', plan.key), symbol: { layer: 'plans', class: plan.status },
    ...(plan.status === 'in-force' ? {} : { badge: labelOf(PLAN_STATUSES, plan.status, lang)! }),
    facts: [...actFacts(plan, lang), ...partFacts(plan, lang)], sentences: [], source: sourceLine(plan.provenance, lang),
  };
}

/** What the office says of the overlap, and why; whose hand it was stays in the office. */
function overrulingFacts({ overruled }: ZoneShare, lang: Language): Fact[] {
  if (!overruled) return [];
  const words = WORDS[lang];
  const says = overruled.says === 'applies' ? words.zoneApplies : words.doesNotApply;
  return [{ label: words.overruled, value: `${says}: ${overruled.reason}`, note: `${words.office}, ${FORMATS[lang].date(overruled.since)}; ${words.overrulingNote}` }];
}

export function zoneEntry(zone: ZoneShare, plan: PlanShare, lang: Language): Entry {
  const words = WORDS[lang];
  const draft = plan.status !== 'in-force' && plan.status !== 'superseded';
  // A neighbour that only touches rules nothing here.
  const touches = zone.overlap === 'touch';
  const figures = touches ? [] : figureFacts(zone.parameters, zone.layer, zone.definitionRegime, lang);
  return {
    id: `${zone.layer}/${zone.key}`, title: zone.symbol, href: objectPath(zone.layer, zone.key), symbol: { layer: zone.layer, class: zone.zoneClass },
    ...(draft ? { badge: words.draft } : {}), ...(touches ? {} : { sharePct: zone.sharePct }),
    facts: [
      { label: words.designation, value: zone.designation, ...(zone.paragraph ? { note: zone.paragraph } : {}) },
      { label: words.plan, value: quoted(plan.name, lang), href: objectPath('plans', plan.key) },
      ...overrulingFacts(zone, lang), ...partFacts(zone, lang), ...figures,
      ...(touches ? [] : [{ label: words.regime, value: labelOf(DEFINITION_REGIMES, zone.definitionRegime, lang)! }]),
    ],
    sentences: touches || zone.overruled?.says === 'does-not-apply' ? [] : zoneSentences(zone, plan.status, lang), source: sourceLine(zone.provenance, lang),
  };
}

export function themeEntry(object: ThemeObject, lang: Language): Entry {
  const words = WORDS[lang];
  const symbology = findLayer(object.layer)!.symbology;
  const kind = object.class === null ? null : labelOf([...symbology.classes, ...(symbology.other ? [{ ...symbology.other, value: object.class }] : [])], object.class, lang);
  return {
    id: `${object.layer}/${object.key}`, title: object.title, href: objectPath(object.layer, object.key),
    ...(object.class === null ? {} : { symbol: { layer: object.layer, class: object.class } }), ...(object.status === 'in-force' ? {} : { badge: words.draft }),
    ...(object.overlap === 'touch' ? {} : { sharePct: object.sharePct }),
    facts: [...(kind ? [{ label: words.kind, value: kind }] : []), ...(object.basis ? [{ label: words.basis, value: object.basis }] : []), ...partFacts(object, lang)],
    sentences: [], source: sourceLine(object.provenance, lang),
  };
}
