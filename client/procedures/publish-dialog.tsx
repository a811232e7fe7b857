/** Publishing a draft: in plain words what the public will see from today, and what stands in its way. For the chief planner. */
import { useId, useState } from 'react';
import type { Draft, Findings, Procedure } from '../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { isOpen, stageOn } from '../../domain/office/procedure-rules.ts';
import { PLAN_STATUSES, STAGES } from '../../domain/planning/stages.ts';
import { checkDraft, fetchDraft, fetchProcedure, publish, whoWasFirst } from '../api/procedures.ts';
import { Failure } from '../api/http.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { retryTiles } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { publicStatus } from './due.ts';
import { groupFindings } from './findings.ts';
import { useAct } from '../ui/use-act.ts';
import { Fault } from './parts.tsx';
import styles from './procedures.module.css';
import { PublicLink } from './publications.tsx';
import { FINDING_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    publish: 'Opublikuj', ask: 'Publikacja projektu', sees: (name: string, day: string) => `Od dziś (${day}) każdy zobaczy na mapie i w wynikach plan „${name}”:`, status: (status: string) => `stan: ${status} – wynika ze zdarzeń procedury`, stage: (stage: string) => `etap: ${stage}`, zones: (n: string, plural: string) => `${n} ${({ one: 'teren', few: 'tereny' } as Record<string, string>)[plural] ?? 'terenów'} z tego projektu`, replaces: (plan: string) => `zastępuje lub zmienia plan: ${plan}`, former: (draft: number) => `zamiast projektu ${draft}, który widać teraz`, first: 'nic, co biurko opublikowało wcześniej, nie znika', frozen: 'Opublikowany projekt zostaje na zawsze taki, jaki był; dalsze zmiany robi się w jego kopii.',
    confirm: 'Tak, opublikuj', cancel: 'Nie publikuj', done: 'Opublikowano. Ten projekt widzą teraz wszyscy.', unsaved: 'Najpierw zapisz albo porzuć zmiany projektu.', refused: 'Publikację wstrzymują uwagi, których nikt nie poprawił ani nie uchylił:',
  },
  en: {
    publish: 'Publish', ask: 'Publishing the draft', sees: (name: string, day: string) => `From today (${day}) everybody sees on the map and in answers the plan “${name}”:`, status: (status: string) => `status: ${status} – it follows from the events of the procedure`, stage: (stage: string) => `stage: ${stage}`, zones: (n: string, plural: string) => `${n} ${plural === 'one' ? 'zone' : 'zones'} of this draft`, replaces: (plan: string) => `it replaces or changes the plan: ${plan}`, former: (draft: number) => `instead of draft ${draft}, which is seen now`, first: 'nothing that the desk published before disappears', frozen: 'A published draft stays for ever as it was; further changes are made in a copy of it.',
    confirm: 'Yes, publish', cancel: 'Do not publish', done: 'Published. Everybody sees this draft now.', unsaved: 'Save or discard the changes of the draft first.', refused: 'Findings that nobody has mended or overruled stop the publishing:',
  },
});

interface Props { readonly procedure: Procedure; readonly draft: Draft; readonly findings: Findings | null; readonly touched: boolean }

export function PublishDialog({ procedure, draft, findings, touched }: Props) {
  const texts = useTexts(TEXTS);
  const kinds = useTexts(FINDING_TEXTS);
  const say = useSay();
  const { date, number, plural } = useFormats();
  const id = useId();
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState(false);
  const act = useAct();
  const today = dayInKrakow();
  const stage = stageOn(procedure.events, today);
  const former = procedure.drafts.find(({ number: n, publishedAt, withdrawnAt }) => n !== draft.number && publishedAt && !withdrawnAt);
  const go = () => act.run(async () => {
    try {
      await publish(procedure.key, procedure.version, { draft: draft.number, draftVersion: draft.version });
    } catch (error) {
      if (whoWasFirst(error)) await Promise.all([fetchProcedure(procedure.key), fetchDraft(procedure.key, draft.number)]);
      else if (error instanceof Failure && error.status === 422) await checkDraft(procedure.key, draft.number);
      throw error;
    }
    retryTiles();
    setAsks(false);
    setDone(true);
    announce(texts.done);
    await fetchDraft(procedure.key, draft.number);
  });
  if (draft.publishedAt) return done && !draft.withdrawnAt && <Notice kind="info" action={<PublicLink planKey={procedure.key} />}>{texts.done}</Notice>;
  const stops = findings && findings.version === draft.version ? groupFindings(findings.findings.filter(isOpen)) : [];
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id}>{texts.ask}</h4>
      {touched ? <p className={styles.quiet}>{texts.unsaved}</p> : stops.length > 0 && <div data-testid="publish-stops"><p>{texts.refused}</p><ul className={styles.list}>{stops.map(({ kind, open }) => <li key={kind}>{kinds[kind]}: {number(open)}</li>)}</ul></div>}
      {asks && stops.length === 0 ? (
        <div className={styles.part} role="group" aria-labelledby={id} data-testid="publish-confirm">
          <p>{texts.sees(procedure.name, date(today))}</p>
          <ul className={styles.list}>
            <li>{texts.status(say(PLAN_STATUSES.find(({ value }) => value === publicStatus(procedure, today))!.label))}</li>
            {stage && <li>{texts.stage(say(STAGES.find(({ value }) => value === stage)!.label))}</li>}
            <li>{texts.zones(number(draft.zones.length), plural(draft.zones.length))}</li>
            {procedure.replaces && <li>{texts.replaces(procedure.replaces)}</li>}
            <li>{former ? texts.former(former.number) : texts.first}</li>
          </ul>
          <p className={styles.quiet}>{texts.frozen}</p>
          <Fault error={act.error} />
          <div className={styles.actions}><Button kind="primary" disabled={act.busy} onClick={go} data-testid="publish-go">{texts.confirm}</Button><Button kind="quiet" onClick={() => { setAsks(false); act.clear(); }}>{texts.cancel}</Button></div>
        </div>
      ) : <div><Button disabled={touched || stops.length > 0} onClick={() => setAsks(true)} data-testid="publish">{texts.publish}</Button></div>}
    </section>
  );
}
