/** The topics of an extract: the plans in force, procedures, the general plan, every theme – each with a verdict. */
import type { Extract, PlanShare, Theme } from '../contract/extract.ts';
import type { Topic } from '../contract/statement.ts';
import { findLayer } from '../layers/index.ts';
import { FORMATS } from '../text/formats.ts';
import type { Language } from '../text/language.ts';
import { planEntry, sourceLine, themeEntry, zoneEntry } from './entries.ts';
import { topic } from './topic.ts';
import { WORDS } from './words.ts';

/** Plans and their zones; what is not certain stands apart. */
function planBlocks(plans: readonly PlanShare[], lang: Language): Pick<Topic, 'entries' | 'apart'> {
  const all = plans.flatMap((plan) => [
    { overlap: plan.overlap, entry: planEntry(plan, lang) },
    ...plan.zones.map((zone) => ({ overlap: zone.overlap, entry: zoneEntry(zone, plan, lang) })),
  ]);
  return { entries: all.filter(({ overlap }) => overlap === 'certain').map(({ entry }) => entry), apart: all.filter(({ overlap }) => overlap !== 'certain').map(({ entry }) => entry) };
}

const reaches = ({ overlap }: PlanShare): boolean => overlap !== 'touch';

function planTopics({ answer, plans, withoutPlan, outsideCity }: Extract, lang: Language): Topic[] {
  const words = WORDS[lang];
  const { number, percent } = FORMATS[lang];
  const of = (keep: (plan: PlanShare) => boolean) => plans.filter(keep);
  const law = of(({ kind, status }) => kind !== 'POG' && status === 'in-force');
  const running = of(({ kind, status }) => kind !== 'POG' && (status === 'in-preparation' || status === 'in-consultation'));
  const general = of(({ kind, status }) => kind === 'POG' && status !== 'superseded');
  const archived = of(({ status }) => status === 'superseded');
  const verdict = (found: readonly PlanShare[]) => (found.some(reaches) ? 'concerned' : answer === 'unknown' ? 'no-data' : 'not-concerned');
  const part = ({ areaM2, sharePct }: { areaM2: number; sharePct: number }): string => `${number(areaM2, 1)}\u202fm² (${percent(sharePct, 2)})`;
  const outside = [
    ...(withoutPlan && withoutPlan.areaM2 > 0 ? [{ label: words.withoutPlan, value: part(withoutPlan) }] : []),
    ...(outsideCity.areaM2 > 0 ? [{ label: words.outsideCityPart, value: part(outsideCity), note: words.outsideCityNote }] : []),
  ];
  // "Not concerned" would sound as if the question were none.
  const word = (found: readonly PlanShare[]) => (verdict(found) === 'not-concerned' ? { verdictWord: words.noPlan } : {});
  return [
    topic('local-plans', words.applies, { verdict: verdict(law), answer: words[answer], facts: outside, ...word(law), ...planBlocks(law, lang) }),
    topic('procedures', words.procedures, { verdict: verdict(running), ...word(running), ...(running.some(reaches) ? {} : { answer: answer === 'unknown' ? words.unknown : words.noProcedure }), ...planBlocks(running, lang) }),
    topic('general-plan', words.general, { verdict: verdict(general), ...word(general), ...(general.some(reaches) ? {} : { answer: words.noGeneral }), ...planBlocks(general, lang) }),
    ...(archived.length > 0 ? [topic('archive', words.archive, planBlocks(archived, lang))] : []),
  ];
}

function themeTopic({ id, verdict, objects, apart, reason, provenance }: Theme, lang: Language): Topic {
  const words = WORDS[lang];
  const answer = reason === 'empty' ? words.empty : reason === 'outside' ? words.outsideCity : verdict === 'concerned' && objects.length === 0 ? words.onlyApart : null;
  return topic(id, findLayer(id)!.title[lang], {
    verdict, ...(answer ? { answer } : {}), entries: objects.map((one) => themeEntry(one, lang)), apart: apart.map((one) => themeEntry(one, lang)),
    ...(objects.length === 0 && apart.length === 0 && provenance ? { source: sourceLine(provenance, lang) } : {}),
  });
}

export const extractTopics = (extract: Extract, lang: Language): Topic[] => [...planTopics(extract, lang), ...extract.themes.map((theme) => themeTopic(theme, lang))];

/** Anything of it made up for showing? */
export function isDemonstration({ plans, themes }: Pick<Extract, 'plans' | 'themes'>): boolean {
  const all = [...plans, ...plans.flatMap(({ zones }) => zones), ...themes.flatMap(({ objects, apart }) => [...objects, ...apart])];
  return all.some(({ provenance }) => provenance.demonstration) || themes.some(({ provenance }) => provenance?.demonstration);
}
