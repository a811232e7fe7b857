/** The statement of a plan: the act, its procedure with past and coming dates, documents, relations to other acts, zones with parameters. */
import type { PlanPage, PlanSummary, PlanZone } from '../contract/planning.ts';
import type { Entry, Fact, Statement, Topic } from '../contract/statement.ts';
import { objectPath } from '../paths.ts';
import { DEFINITION_REGIMES } from '../planning/definition-regimes.ts';
import { PLAN_STATUSES, STAGES } from '../planning/stages.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { labelOf, sourceLine } from './entries.ts';
import { figureFacts } from './figure-facts.ts';
import { noticesOf } from './notices.ts';
import { PLANNING_WORDS } from './planning-words.ts';
import { topic } from './topic.ts';
import { WORDS } from './words.ts';

/** "do 14.12.2026: konsultacje społeczne": the end of what runs, or the day on which something begins. */
export const nextDateText = ({ nextDate, nextStage, nextEnds }: PlanSummary, lang: Language): string | null =>
  (nextDate === null ? null : `${nextEnds ? `${PLANNING_WORDS[lang].until} ` : ''}${FORMATS[lang].date(nextDate)}: ${labelOf(STAGES, nextStage, lang)}`);

/** What a plan is and where its procedure stands. */
export function planFacts(plan: PlanSummary, lang: Language): Fact[] {
  const [words, planning] = [WORDS[lang], PLANNING_WORDS[lang]];
  const { date, number } = FORMATS[lang];
  const running = plan.status === 'in-preparation' || plan.status === 'in-consultation';
  return [
    { label: planning.kind, value: planning[plan.kind] }, { label: words.status, value: labelOf(PLAN_STATUSES, plan.status, lang)! },
    ...(running ? [{ label: words.stage, value: labelOf(STAGES, plan.stage, lang)! }] : []),
    ...(plan.nextDate ? [{ label: planning.next, value: nextDateText(plan, lang)! }] : []),
    ...(plan.resolution ? [{ label: words.resolution, value: [plan.resolution, plan.resolutionDate && date(plan.resolutionDate)].filter(Boolean).join(', ') }] : []),
    ...(plan.journal ? [{ label: words.journal, value: plan.journal }] : []),
    ...(running ? [] : [{ label: words.inForceFrom, value: plan.inForceFrom ? date(plan.inForceFrom) : words.unknownDay, ...(plan.inForceFrom ? {} : { note: words.unknownDayNote }) }]),
    ...(plan.inForceTo ? [{ label: words.inForceTo, value: date(plan.inForceTo) }] : []),
    { label: planning.area, value: `${number(plan.areaHa, 2)}\u202fha` },
  ];
}

function timelineTopic({ events, day, plan }: PlanPage, lang: Language): Topic {
  const planning = PLANNING_WORDS[lang];
  const { date } = FORMATS[lang];
  const latest = events.findLastIndex(({ onDate }) => onDate <= day);
  return topic('timeline', planning.timeline, {
    ...(events.length === 0 ? { answer: planning.noEvents } : {}),
    entries: events.map((event, at): Entry => {
      // The last step known is not where a plan stands that came into force on an unknown day.
      const running = (at === latest && event.stage === plan.stage) || (event.onDate <= day && event.untilDate !== null && event.untilDate >= day);
      return {
        id: `event/${at}`, title: labelOf(STAGES, event.stage, lang)!, badge: event.onDate > day ? planning.coming : running ? planning.now : planning.past,
        facts: [
          { label: planning.date, value: event.untilDate ? `${date(event.onDate)} – ${date(event.untilDate)}` : date(event.onDate) }, { label: planning.what, value: event.title },
          ...(event.document ? [{ label: planning.document, value: event.document }] : []),
        ],
        sentences: [],
      };
    }),
  });
}

function documentsTopic({ documents }: PlanPage, lang: Language): Topic {
  const planning = PLANNING_WORDS[lang];
  const { date } = FORMATS[lang];
  const kinds: Readonly<Record<string, string>> = planning;
  return topic('documents', planning.documents, {
    ...(documents.length === 0 ? { answer: planning.noDocuments } : {}),
    entries: documents.map((paper, at): Entry => ({
      id: `document/${at}`, title: paper.title, ...(paper.url ? { href: paper.url } : { badge: planning.unknownAddress }),
      facts: [
        { label: planning.kind, value: kinds[paper.kind] ?? paper.kind }, ...(paper.number ? [{ label: planning.number, value: paper.number }] : []),
        ...(paper.dated ? [{ label: planning.dated, value: date(paper.dated) }] : []),
      ],
      sentences: [],
    })),
  });
}

function relationsTopic({ effects }: PlanPage, lang: Language): Topic {
  const planning = PLANNING_WORDS[lang];
  const { date } = FORMATS[lang];
  return topic('relations', planning.relations, {
    ...(effects.length === 0 ? { answer: planning.noRelations } : {}),
    facts: effects.map(({ effect, side, other, inPart, fromDate, note }): Fact => ({
      label: planning[`${side}-${effect}`], href: objectPath('plans', other.key),
      value: [other.name ?? other.key, inPart ? planning.part : planning.whole, fromDate ? `${planning.since} ${date(fromDate)}` : planning.wouldBe].join(', '), ...(note ? { note } : {}),
    })),
  });
}

function zoneRow(zone: PlanZone, regime: string, lang: Language): Entry {
  const words = WORDS[lang];
  return {
    id: `${zone.layer}/${zone.key}`, title: zone.symbol, href: objectPath(zone.layer, zone.key), symbol: { layer: zone.layer, class: zone.zoneClass }, sentences: [],
    facts: [
      { label: words.designation, value: zone.designation, ...(zone.paragraph ? { note: zone.paragraph } : {}) },
      { label: PLANNING_WORDS[lang].area, value: `${FORMATS[lang].number(zone.areaHa, 2)}\u202fha` },
      ...figureFacts(zone.parameters, zone.layer, regime, lang),
    ],
  };
}

export function planStatement(page: PlanPage, lang: Language): Statement {
  const [words, planning] = [WORDS[lang], PLANNING_WORDS[lang]];
  const { plan, zones, day } = page;
  return {
    kind: 'plan', lang, title: plan.name, subtitle: planning[plan.kind], day, path: objectPath('plans', plan.key),
    notices: noticesOf(plan.provenance.demonstration, day, lang),
    topics: [
      topic('act', planning.act, {
        facts: [...planFacts(plan, lang), { label: words.regime, value: labelOf(DEFINITION_REGIMES, plan.definitionRegime, lang)! }, { label: planning.procedure, value: plan.procedure === 'NEW' ? planning.NEW : planning.OLD }],
        source: sourceLine(plan.provenance, lang),
      }),
      timelineTopic(page, lang), relationsTopic(page, lang), documentsTopic(page, lang),
      topic('zones', planning.zones, { ...(zones.length === 0 ? { answer: planning.noZones } : {}), entries: zones.map((zone) => zoneRow(zone, plan.definitionRegime, lang)) }),
    ],
  };
}
