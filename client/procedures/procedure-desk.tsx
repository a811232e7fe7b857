/** The desk of one procedure: what it is, its course, documents, drafts, publications – edited as one, saved with the version that was read. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Procedure, ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { stageOn } from '../../domain/office/procedure-rules.ts';
import { STAGES } from '../../domain/planning/stages.ts';
import { fetchProcedure, procedureQuery, saveProcedure, whoWasFirst } from '../api/procedures.ts';
import { colleaguesQuery, isAdviser, type SignedInAccount } from '../api/session.ts';
import { defineTexts, useFormats, useLanguage, useMoment, useSay, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { BoundaryOverlay } from './boundary-field.tsx';
import { ConflictView } from './conflict-view.tsx';
import { CONTENT_FIELDS, contentOf, faultsOfContent, fieldInWords } from './content.ts';
import { ContentForm } from './content-form.tsx';
import { DocumentsField } from './documents-field.tsx';
import { DraftList } from './draft-list.tsx';
import { EventsField } from './events-field.tsx';
import { HistoryList } from './history-list.tsx';
import { useAct } from '../ui/use-act.ts';
import { leaveProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';
import { Publications } from './publications.tsx';
import { SaveBar } from './save-bar.tsx';
import { type Joined, joinVersions } from '../unsaved/three-way.ts';
import { CONTENT_TEXTS } from './words.ts';
import { changeWork, rebaseWork, useWork, type Version, type Work } from '../unsaved/work-store.ts';

const TEXTS = defineTexts({
  pl: { back: 'Wszystkie procedury', saved: 'Zapisano procedurę.', none: 'nie podano', show: 'Pokaż na mapie', public: 'opublikowany', changed: (when: string, who: string) => `ostatnia zmiana ${when}, ${who}`, reading: 'Możesz czytać tę procedurę; zapis jest dla planistów z uprawnieniami do tego obszaru.', correct: 'Popraw zaznaczone pola, zanim zapiszesz.' },
  en: { back: 'All procedures', saved: 'The procedure is saved.', none: 'not given', show: 'Show on the map', public: 'published', changed: (when: string, who: string) => `last changed ${when}, ${who}`, reading: 'You may read this procedure; writing is for planners with rights in this area.', correct: 'Correct the marked fields before you save.' },
});

interface Conflicted { readonly who: { readonly name: string | null; readonly at: string | null }; readonly theirs: Version<ProcedureContent>; readonly joined: Joined<ProcedureContent>; readonly chosen: ReadonlySet<string> }

function Opened({ procedure, work }: { readonly procedure: Procedure; readonly work: Work<ProcedureContent> }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(CONTENT_TEXTS);
  const say = useSay();
  const lang = useLanguage();
  const formats = useFormats();
  const moment = useMoment();
  const { data: colleagues } = useQuery(colleaguesQuery);
  const act = useAct();
  const [conflict, setConflict] = useState<Conflicted | null>(null);
  const [wrong, setWrong] = useState(false);
  const { value } = work;
  const faults = useMemo(() => faultsOfContent(value), [value]);
  const change = (part: Partial<ProcedureContent>, about?: string) => changeWork<ProcedureContent>(work, (now) => ({ ...now, ...part }), about ?? null);
  const send = async (version: number, content: ProcedureContent) => {
    try {
      const saved = await saveProcedure(procedure.key, version, content);
      rebaseWork(work, { version: saved.version, value: contentOf(saved) });
      setConflict(null);
      announce(texts.saved);
    } catch (error) {
      const who = whoWasFirst(error);
      if (!who) throw error;
      const now = await fetchProcedure(procedure.key);
      const theirs = { version: now.version, value: contentOf(now) };
      setConflict({ who: { name: who.name ?? now.changedBy.name, at: who.at ?? now.changedAt }, theirs, joined: joinVersions(CONTENT_FIELDS, work.base.value, theirs.value, content), chosen: new Set() });
    }
  };
  const save = useCallback(() => {
    setWrong(faults.size > 0);
    if (faults.size === 0) act.run(() => send(work.base.version, value));
    // What is sent is what stands.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [faults, work, value]);
  // Where it was when it was opened: the map does not jump when it is saved.
  const [box] = useState(procedure.bbox);
  useEffect(() => showBox(box), [box]);
  if (conflict) {
    const { joined, chosen, theirs, who } = conflict;
    const wording = { lang, formats, people: new Map(colleagues?.map(({ id, name }) => [id, name])), none: texts.none };
    const merged = () => ({ ...joined.value, ...Object.fromEntries(joined.choices.flatMap((choice) => (chosen.has(choice.field) ? [[choice.field, choice.theirs]] : []))) });
    return (
      <ConflictView
        who={who} busy={act.busy} theirs={chosen} taken={joined.taken.map((field) => fields[field].toLowerCase())}
        choices={joined.choices.map(({ field, base, theirs: their, mine }) => ({ id: field, label: fields[field], base: fieldInWords(field, base, wording), theirs: fieldInWords(field, their, wording), mine: fieldInWords(field, mine, wording) }))}
        onChoose={(id, their) => setConflict({ ...conflict, chosen: new Set(their ? [...chosen, id] : [...chosen].filter((one) => one !== id)) })}
        onSave={() => act.run(() => { rebaseWork(work, theirs, merged()); return send(theirs.version, merged()); })} onBack={() => setConflict(null)}
      />
    );
  }
  const may = procedure.may.edit;
  const stage = STAGES.find((one) => one.value === stageOn(value.events, dayInKrakow()));
  return (
    <>
      <BoundaryOverlay boundary={value.boundary} />
      <h3 id="procedure-title" tabIndex={-1}>{value.name || procedure.key}</h3>
      <p className={styles.line}>
        <span className={styles.chip}>{value.kind}</span>{stage && <span className={styles.chip}>{say(stage.label)}</span>}{procedure.publications.at(-1)?.action === 'published' && <span className={classes(styles.chip, styles.public)}>{texts.public}</span>}
      </p>
      <p className={styles.line}><span className={styles.quiet}>{texts.changed(moment(procedure.changedAt), procedure.changedBy.name)}</span><Button kind="quiet" className={styles.flush} onClick={() => showBox(box)}>{texts.show}</Button></p>
      {!may && <p className={styles.quiet}>{texts.reading}</p>}
      <Publications procedure={procedure} />
      <DraftList procedure={procedure} />
      <EventsField events={value.events} may={may} faults={faults} onChange={(events, about) => change({ events }, about)} />
      <DocumentsField documents={value.documents} may={may} faults={faults} onChange={(documents, about) => change({ documents }, about)} />
      {may && <ContentForm content={value} colleagues={colleagues?.filter((one) => !isAdviser(one)) ?? []} faults={faults} onChange={change} />}
      <HistoryList procedureKey={procedure.key} />
      {wrong && faults.size > 0 && <p className={styles.fault} role="alert">{texts.correct}</p>}
      {may && <SaveBar work={work} act={act} onSave={save} />}
    </>
  );
}

export function ProcedureDesk({ procedureKey, account }: { readonly procedureKey: string; readonly account: SignedInAccount }) {
  const texts = useTexts(TEXTS);
  const { data: procedure, error, refetch } = useQuery(procedureQuery(procedureKey));
  const server = useMemo(() => (procedure ? { version: procedure.version, value: contentOf(procedure) } : null), [procedure]);
  const work = useWork(account.id, `procedure:${procedureKey}`, server);
  return (
    <section className={styles.part} aria-labelledby="procedure-title" data-testid="procedure">
      <div><Button kind="quiet" className={styles.flush} onClick={leaveProcedure}><ArrowLeft size={16} aria-hidden />{texts.back}</Button></div>
      {error && !procedure ? <FailureNotice error={error} onRetry={() => void refetch()} /> : procedure && work ? <Opened procedure={procedure} work={work} /> : <Loading />}
    </section>
  );
}
