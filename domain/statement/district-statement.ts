/** The statement of a district – the simple list that residents ask for – and the list of all plans. */
import type { DistrictPage, NamedObject, PlanSummary } from '../contract/planning.ts';
import type { Entry, Statement } from '../contract/statement.ts';
import { findLayer } from '../layers/index.ts';
import { objectPath } from '../paths.ts';
import { PLAN_STATUSES, STAGES } from '../planning/stages.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { labelOf, sourceLine } from './entries.ts';
import { noticesOf } from './notices.ts';
import { planFacts } from './plan-statement.ts';
import { PLANNING_WORDS } from './planning-words.ts';
import { topic } from './topic.ts';
import { WORDS } from './words.ts';

function planEntry(plan: PlanSummary & { readonly insideHa?: number }, lang: Language): Entry {
  const planning = PLANNING_WORDS[lang];
  const { number } = FORMATS[lang];
  return {
    id: `plans/${plan.key}`, title: plan.name, href: objectPath('plans', plan.key), symbol: { layer: 'plans', class: plan.status }, badge: labelOf(PLAN_STATUSES, plan.status, lang)!, sentences: [],
    facts: [...planFacts(plan, lang), ...(plan.insideHa === undefined ? [] : [{ label: planning.inside, value: `${number(plan.insideHa, 2)}\u202fha` }])], source: sourceLine(plan.provenance, lang),
  };
}

function objectEntry(object: NamedObject, lang: Language): Entry {
  const label = findLayer(object.layer)!.symbology.classes.find(({ value }) => String(value) === object.class)?.label[lang];
  return {
    id: `${object.layer}/${object.key}`, title: object.title, href: objectPath(object.layer, object.key), ...(object.class ? { symbol: { layer: object.layer, class: object.class } } : {}), ...(label ? { badge: label } : {}), sentences: [],
    facts: [{ label: PLANNING_WORDS[lang].inside, value: `${FORMATS[lang].number(object.areaHa, 2)}\u202fha` }], source: sourceLine(object.provenance, lang),
  };
}

const isRunning = ({ status }: PlanSummary): boolean => status === 'in-preparation' || status === 'in-consultation';

export function districtStatement(page: DistrictPage, lang: Language): Statement {
  const [words, planning] = [WORDS[lang], PLANNING_WORDS[lang]];
  const { number, percent, date } = FORMATS[lang];
  const { district, plans, parks, sites } = page;
  const running = plans.filter(isRunning);
  const law = plans.filter(({ status }) => status === 'in-force');
  const dated = running.filter(({ nextDate }) => nextDate !== null).toSorted((a, b) => a.nextDate!.localeCompare(b.nextDate!));
  const listed = (id: string, title: string, none: string, entries: Entry[]) => topic(id, title, { entries, ...(entries.length === 0 ? { answer: none } : {}) });
  return {
    kind: 'district', lang, title: `${planning.district} ${district.roman} ${district.name}`, subtitle: 'Kraków', day: page.day, path: objectPath('districts', district.key),
    notices: noticesOf(plans.some(({ provenance }) => provenance.demonstration) || district.provenance.demonstration, page.day, lang),
    topics: [
      topic('figures', planning.figures, {
        facts: [
          { label: planning.area, value: `${number(district.areaKm2, 2)}\u202fkm²` }, { label: planning.population, value: district.population === null ? planning.unknown : number(district.population) },
          { label: planning.covered, value: percent(page.coveredPct) }, { label: planning.inProgress, value: number(running.length) },
          // A register that holds nothing of a whole district does not know it: that is not "none".
          { label: planning.parcels, value: page.parcels === 0 ? words['no-data'] : number(page.parcels) },
          { label: planning.municipal, value: page.parcels === 0 && page.municipalHa === 0 ? words['no-data'] : `${number(page.municipalHa, 1)}\u202fha` },
        ],
        source: sourceLine(district.provenance, lang),
      }),
      topic('deadlines', planning.deadlines, {
        facts: dated.map((plan) => ({ label: `${plan.nextEnds ? `${planning.until} ` : ''}${date(plan.nextDate!)}`, value: `${plan.name}: ${labelOf(STAGES, plan.nextStage, lang)}`, href: objectPath('plans', plan.key) })),
        ...(dated.length === 0 ? { answer: planning.noDeadlines } : {}),
      }),
      listed('in-progress', planning.inProgress, planning.noneInProgress, running.map((plan) => planEntry(plan, lang))),
      listed('in-force', planning.inForce, planning.noneInForce, law.map((plan) => planEntry(plan, lang))),
      listed('river-parks', planning.parks, planning.noParks, parks.map((object) => objectEntry(object, lang))),
      listed('investment-sites', planning.sites, planning.noSites, sites.map((object) => objectEntry(object, lang))),
    ],
  };
}

export const PLAN_ORDERS = ['name', 'area', 'next', 'since'] as const;
export interface PlanListQuery {
  readonly status: PlanSummary['status'] | null;
  readonly kind: PlanSummary['kind'] | null;
  /** Part of the name; case and Polish letters as they are. */
  readonly text: string | null;
  readonly order: (typeof PLAN_ORDERS)[number];
}

const LAST = '9999';
const ORDERS: Readonly<Record<PlanListQuery['order'], (a: PlanSummary, b: PlanSummary) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'pl'),
  area: (a, b) => b.areaHa - a.areaHa,
  next: (a, b) => (a.nextDate ?? LAST).localeCompare(b.nextDate ?? LAST),
  since: (a, b) => (b.inForceFrom ?? '').localeCompare(a.inForceFrom ?? ''),
};

/** Every plan of the register on a day, filtered and in order. */
export function plansStatement(plans: readonly PlanSummary[], { status, kind, text, order }: PlanListQuery, day: string, lang: Language): Statement {
  const planning = PLANNING_WORDS[lang];
  const wanted = text?.toLocaleLowerCase('pl') ?? '';
  const found = plans.filter((plan) => (!status || plan.status === status) && (!kind || plan.kind === kind) && plan.name.toLocaleLowerCase('pl').includes(wanted));
  const sorted = found.toSorted((a, b) => ORDERS[order](a, b) || a.name.localeCompare(b.name, 'pl'));
  return {
    kind: 'plans', lang, title: planning.allPlans, subtitle: planning.allPlansOf, day, path: '/plany',
    notices: noticesOf(plans.some(({ provenance }) => provenance.demonstration), day, lang),
    topics: [topic('plans', planning.allPlans, {
      facts: [{ label: planning.found, value: FORMATS[lang].number(found.length) }], entries: sorted.map((plan) => planEntry(plan, lang)), ...(found.length === 0 ? { answer: planning.none } : {}),
    })],
  };
}
