/** All procedures: stage, what is due next, who leads, whether the public sees it; filters and a way to begin one. */
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProcedureSummary } from '../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { STAGES } from '../../domain/planning/stages.ts';
import { proceduresQuery } from '../api/procedures.ts';
import { type SignedInAccount, writesAnnotations } from '../api/session.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { chosenProcedures, daysUntil, type ProcedureFilter } from './due.ts';
import { openProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Procedury planistyczne', add: 'Nowa procedura', filters: 'Pokaż tylko', mine: 'moje', overdue: 'po terminie', published: 'opublikowane', none: 'Nie ma jeszcze żadnej procedury.', noneLeft: 'Żadna procedura nie spełnia tych warunków.', noStage: 'jeszcze bez etapu', public: 'opublikowany', hidden: 'niepublikowany', lead: (name: string) => `prowadzi ${name}`, noLead: 'nikt nie prowadzi', drafts: (n: string, plural: string) => `${n} ${({ one: 'projekt', few: 'projekty' } as Record<string, string>)[plural] ?? 'projektów'}`,
    count: (n: string, plural: string) => `${n} ${({ one: 'procedura', few: 'procedury' } as Record<string, string>)[plural] ?? 'procedur'}`, next: 'Najbliższy termin', late: (days: string, plural: string) => `po terminie o ${days} ${plural === 'one' ? 'dzień' : 'dni'}`, today: 'dziś', in: (days: string, plural: string) => `za ${days} ${plural === 'one' ? 'dzień' : 'dni'}`, nothing: 'brak terminów',
  },
  en: {
    title: 'Plan procedures', add: 'New procedure', filters: 'Show only', mine: 'mine', overdue: 'overdue', published: 'published', none: 'There is no procedure yet.', noneLeft: 'No procedure meets these conditions.', noStage: 'no stage yet', public: 'published', hidden: 'not published', lead: (name: string) => `led by ${name}`, noLead: 'nobody leads it', drafts: (n: string, plural: string) => `${n} ${plural === 'one' ? 'draft' : 'drafts'}`,
    count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'procedure' : 'procedures'}`, next: 'Next due', late: (days: string, plural: string) => `overdue by ${days} ${plural === 'one' ? 'day' : 'days'}`, today: 'today', in: (days: string, plural: string) => `in ${days} ${plural === 'one' ? 'day' : 'days'}`, nothing: 'nothing is due',
  },
});

function Next({ next }: { readonly next: ProcedureSummary['nextDue'] }) {
  const texts = useTexts(TEXTS);
  const { date, number, plural } = useFormats();
  if (!next) return <span className={styles.quiet}>{texts.nothing}</span>;
  const days = daysUntil(next.dueOn, dayInKrakow());
  const words = days === 0 ? texts.today : days < 0 ? texts.late(number(-days), plural(-days)) : texts.in(number(days), plural(days));
  return <span>{texts.next}: {next.title}, {date(next.dueOn)} <span className={classes(styles.chip, next.overdue ? styles.overdue : days <= 14 && styles.soon)} data-testid="next-due">{words}</span></span>;
}

function Row({ one }: { readonly one: ProcedureSummary }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number, plural } = useFormats();
  const stage = STAGES.find(({ value }) => value === one.stage);
  return (
    <li>
      <button type="button" className={styles.open} data-testid={`procedure-${one.key}`} onClick={() => openProcedure(one.key)}>
        <b>{one.name}</b>
        <span className={styles.line}><span className={styles.chip}>{one.kind}</span><span className={styles.chip}>{stage ? say(stage.label) : texts.noStage}</span><span className={classes(styles.chip, one.published && styles.public)}>{one.published ? texts.public : texts.hidden}</span></span>
        <Next next={one.nextDue} />
        <span className={styles.quiet}>{one.lead ? texts.lead(one.lead.name) : texts.noLead} · {texts.drafts(number(one.drafts), plural(one.drafts))}</span>
      </button>
    </li>
  );
}

const FILTERS = ['mine', 'overdue', 'published'] as const;

export function ProcedureListView({ account, onNew }: { readonly account: SignedInAccount; readonly onNew: () => void }) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const { data, error, refetch } = useQuery(proceduresQuery);
  const [filter, setFilter] = useState<ProcedureFilter>({ mine: false, overdue: false, published: false });
  const chosen = data && chosenProcedures(data, filter, account.id);
  const count = chosen ? texts.count(number(chosen.length), plural(chosen.length)) : null;
  useAnnounce(count);
  return (
    <section className={styles.part} aria-labelledby="procedures-title">
      <h3 id="procedures-title" tabIndex={-1}>{texts.title}{count && ` · ${count}`}</h3>
      {writesAnnotations(account) && <div className={styles.actions}><Button onClick={onNew} data-testid="new-procedure"><Plus size={16} aria-hidden />{texts.add}</Button></div>}
      {data && data.length > 0 && (
        <fieldset className={styles.filters}>
          <legend className="unseen">{texts.filters}</legend>
          {FILTERS.map((name) => <label key={name} className={styles.check}><input type="checkbox" checked={filter[name]} onChange={({ currentTarget }) => setFilter({ ...filter, [name]: currentTarget.checked })} />{texts[name]}</label>)}
        </fieldset>
      )}
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {chosen?.length === 0 && <p>{data!.length === 0 ? texts.none : texts.noneLeft}</p>}
      <ul className={styles.rows}>{chosen?.map((one) => <Row key={one.key} one={one} />)}</ul>
    </section>
  );
}
