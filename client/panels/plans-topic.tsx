/** Plans on a subject – in force, in preparation, the general plan, past ones –: the plain answer, the bar of shares, plan by plan its zones. */
import type { Entry, Topic } from '../../domain/contract/statement.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import { Badge } from './entry.tsx';
import panel from './panels.module.css';
import { FactRows, StatementLink, told } from './statement-facts.tsx';
import styles from './statement.module.css';
import { StatementNotices } from './topic.tsx';
import { ZoneEntry } from './zone-entry.tsx';
import { ShareBar } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: { onDay: (day: string) => `Stan na dzień ${day}.`, plan: 'Plan', act: 'Uchwała i dane planu', noZones: 'Ustalenia nie są jeszcze określone.' },
  en: { onDay: (day: string) => `As of ${day}.`, plan: 'Plan', act: 'Resolution and data of the plan', noZones: 'Its provisions are not laid down yet.' },
});

/** Topics that are drawn as plans with zones. */
export const PLAN_TOPICS: Readonly<Record<string, string>> = { 'local-plans': 'what-applies', procedures: 'procedures', 'general-plan': 'general-plan', archive: 'archive' };

const ANSWERS = { 'in-force': panel.good, 'in-preparation': panel.warn, none: undefined, unknown: panel.warn } as const;
type Answer = keyof typeof ANSWERS;

const isPlan = ({ id }: Entry): boolean => id.startsWith('plans/');

/** Each plan with the zones that follow it. */
function byPlan(entries: readonly Entry[]): readonly { readonly plan: Entry | null; readonly zones: readonly Entry[] }[] {
  const groups: { plan: Entry | null; zones: Entry[] }[] = [];
  for (const entry of entries) {
    if (isPlan(entry)) groups.push({ plan: entry, zones: [] });
    else if (groups.length === 0) groups.push({ plan: null, zones: [entry] });
    else groups.at(-1)!.zones.push(entry);
  }
  return groups;
}

function PlanEntry({ plan }: { readonly plan: Entry }) {
  const texts = useTexts(TEXTS);
  return (
    <>
      <p className={styles.entryTitle}><span><span className={panel.soft}>{texts.plan}</span> <StatementLink href={plan.href} className={styles.name}>{plan.title}</StatementLink> <Badge>{plan.badge}</Badge></span></p>
      <details className={styles.more}>
        <summary>{texts.act}</summary>
        <FactRows facts={plan.facts} />
        {plan.source && <p className={panel.source}>{plan.source}</p>}
      </details>
    </>
  );
}

/** Zones that fill no more than the whole subject; others would make a bar that lies. */
function TopicBar({ topic }: { readonly topic: Topic }) {
  const parts = [...topic.entries, ...topic.apart].filter((entry) => !isPlan(entry) && entry.sharePct !== undefined && entry.symbol);
  const sum = parts.reduce((total, { sharePct = 0 }) => total + sharePct, 0);
  if (parts.length === 0 || sum > 100.5) return null;
  return <ShareBar parts={parts.map(({ id, symbol, sharePct = 0 }) => ({ id, layer: symbol!.layer, zoneClass: symbol!.class, sharePct }))} restPct={sum < 99.95 ? 100 - sum : 0} />;
}

/** `notices`: what a reader must know beside the answer. */
export function PlansTopic({ topic, day, notices }: { readonly topic: Topic; readonly day: string; readonly notices?: readonly string[] | undefined }) {
  const texts = useTexts(TEXTS);
  const words = WORDS[useLanguage()];
  const { date } = useFormats();
  const law = topic.id === 'local-plans';
  const answer = law ? (Object.keys(ANSWERS) as Answer[]).find((one) => words[one] === topic.answer) : undefined;
  return (
    <section className={panel.section} data-testid={PLAN_TOPICS[topic.id]} data-topic={topic.id} data-verdict={topic.verdict ?? undefined} data-answer={answer}>
      <h3>{topic.title}</h3>
      {topic.answer && (law ? <p className={classes(panel.answer, answer && ANSWERS[answer])}>{topic.answer} <small>{texts.onDay(date(day))}</small></p> : <p className={panel.soft}>{topic.answer}</p>)}
      {notices && <StatementNotices notices={notices} />}
      <TopicBar topic={topic} />
      {byPlan(topic.entries).map(({ plan, zones }) => (
        <div key={plan?.id ?? ''} className={panel.plan} data-plan={plan?.id.replace('plans/', '')}>
          {plan && <PlanEntry plan={plan} />}
          {zones.length > 0 ? <ul>{zones.map((zone) => <ZoneEntry key={zone.id} entry={zone} law={law} />)}</ul> : <p className={panel.remark}>{texts.noZones}</p>}
        </div>
      ))}
      {topic.facts.map((fact) => (
        <p key={fact.label} className={panel.zoneRow} {...told(fact)}><span className={panel.outside} aria-hidden /><span>{fact.label}</span><b>{fact.value}</b></p>
      ))}
      {topic.source && <p className={panel.source}>{topic.source}</p>}
    </section>
  );
}
