/** All plans of the register: filters, order, how many, and each plan with its state, next date and area. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../domain/contract/statement.ts';
import { plans } from '../../domain/layers/plans.ts';
import { PLAN_STATUSES } from '../../domain/planning/stages.ts';
import { PLANNING_WORDS } from '../../domain/statement/planning-words.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { type PlanFilters, plansQuery } from '../api/statements.ts';
import { defineTexts, useFormats, useLanguage, useSay, useTexts } from '../i18n/language.ts';
import { ObjectRow } from '../layers/object-row.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { useSettled } from '../ui/use-settled.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './plans.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Wszystkie plany', close: 'Zamknij listę', filters: 'Warunki i kolejność', q: 'Nazwa zawiera', status: 'Stan prawny', kind: 'Rodzaj', order: 'Kolejność', all: 'wszystkie', onDay: (day: string) => `stan na dzień ${day}`,
    name: 'według nazwy', area: 'od największych', next: 'według najbliższego terminu', since: 'od najnowszych', count: (n: string, plural: string) => `${n} ${({ one: 'plan', few: 'plany' } as Record<string, string>)[plural] ?? 'planów'}`,
  },
  en: {
    title: 'All plans', close: 'Close the list', filters: 'Conditions and order', q: 'Name contains', status: 'Law status', kind: 'Kind', order: 'Order', all: 'all', onDay: (day: string) => `as of ${day}`,
    name: 'by name', area: 'largest first', next: 'by the next date', since: 'newest first', count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'plan' : 'plans'}`,
  },
});

const ORDERS = ['name', 'area', 'next', 'since'] as const;
const KINDS = plans.fields.find(({ name }) => name === 'kind')?.codes ?? [];
const START: PlanFilters = { status: '', kind: '', q: '', order: 'name' };

interface Choice { readonly value: string; readonly label: string }

function Choose({ label, value, choices, onChoose }: { readonly label: string; readonly value: string; readonly choices: readonly Choice[]; readonly onChoose: (value: string) => void }) {
  return (
    <label className={styles.field}><span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>{choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}</select>
    </label>
  );
}

/** The date that matters and the area; the state is said by the row itself. */
function PlanRow({ entry: { id, title, symbol, facts } }: { readonly entry: Entry }) {
  const lang = useLanguage();
  const [words, planning] = [WORDS[lang], PLANNING_WORDS[lang]];
  const value = (label: string) => facts.find((fact) => fact.label === label)?.value;
  const [next, since, until] = [value(planning.next), value(words.inForceFrom), value(words.inForceTo)];
  const remarks = [next ?? value(words.stage), since && since !== words.unknownDay && `${planning.since} ${since}`, until && `${planning.until} ${until}`, value(planning.area)];
  return <ObjectRow layer="plans" objectKey={id.replace('plans/', '')} title={title} value={symbol?.class ?? null}>{remarks.filter(Boolean).join(' · ')}</ObjectRow>;
}

export function PlansPanel() {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const say = useSay();
  const { number, plural, date } = useFormats();
  const { day } = useUrl();
  const [filters, setFilters] = useState(START);
  const asked = useSettled(filters, 250);
  const { data, error, refetch, isPlaceholderData } = useQuery(plansQuery(asked, lang, day));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const topic = data?.topics[0];
  const count = topic ? texts.count(number(topic.entries.length), plural(topic.entries.length)) : null;
  useAnnounce(isPlaceholderData ? null : count);
  const choose = (name: keyof PlanFilters) => (value: string) => setFilters((now) => ({ ...now, [name]: value }));
  const all = { value: '', label: texts.all };
  return (
    <article className={styles.panel} data-testid="plans-panel">
      <header className={styles.head}>
        <h2 tabIndex={-1} ref={heading}>{texts.title}</h2>
        <IconButton name={texts.close} onClick={() => navigate({ tool: null })}><X size={18} aria-hidden /></IconButton>
      </header>
      <fieldset className={styles.filters}>
        <legend className="unseen">{texts.filters}</legend>
        <label className={styles.field}><span>{texts.q}</span><input type="search" value={filters.q} maxLength={100} onInput={(event) => choose('q')(event.currentTarget.value)} /></label>
        <Choose label={texts.status} value={filters.status} choices={[all, ...PLAN_STATUSES.map(({ value, label }) => ({ value, label: say(label) }))]} onChoose={choose('status')} />
        <Choose label={texts.kind} value={filters.kind} choices={[all, ...KINDS.map(({ value, label }) => ({ value: String(value), label: say(label) }))]} onChoose={choose('kind')} />
        <Choose label={texts.order} value={filters.order} choices={ORDERS.map((value) => ({ value, label: texts[value] }))} onChoose={choose('order')} />
      </fieldset>
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && topic && (
        <section aria-busy={isPlaceholderData}>
          <h3 className={styles.count}><b data-testid="plans-count">{count}</b> · {texts.onDay(date(data.day))}</h3>
          {topic.answer && <p className={ui.note}>{topic.answer}</p>}
          <ul className={styles.list}>{topic.entries.map((entry) => <PlanRow key={entry.id} entry={entry} />)}</ul>
          {[...new Set(topic.entries.flatMap(({ source }) => source ?? []))].map((source) => <p key={source} className={ui.note}>{source}</p>)}
        </section>
      )}
    </article>
  );
}
