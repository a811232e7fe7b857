/** The sheet in which an annotation is written: fields, what it is about, its drawing; what is in it is kept from the first key on. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { annotationQuery } from '../api/annotations.ts';
import { useForeignChange } from '../api/annotation-news.ts';
import { useAccount, useSessionEnded, writesAnnotations } from '../api/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { openObject, useOpenObject } from '../selection/use-selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { subjectOf } from './annotate-button.tsx';
import styles from './annotations.module.css';
import { FileField } from './attachments.tsx';
import { ConflictView } from './conflict-view.tsx';
import { missingOf } from './content.ts';
import { DetailsForm, WordsForm } from './content-form.tsx';
import { DraftOffer, useDrafts } from './draft-offer.tsx';
import { DrawField } from './draw-field.tsx';
import { catchUp, discard, type Editing, leave, openDraft, openEdit, openNew, save, saveMerged, takeWish, useEditing } from './editor-store.ts';
import { Fault, goToSignIn } from './faults.tsx';
import type { Outcome } from './save-draft.ts';
import { SubjectField } from './subject-field.tsx';
import { sendFiles } from './uploads.ts';
import { FIELD_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    add: 'Nowa adnotacja', edit: 'Edycja adnotacji', merge: 'Dwie wersje', save: 'Zapisz', saving: 'Zapisywanie…', discard: 'Odrzuć szkic', forPlanners: 'Adnotacje piszą planiści.', signIn: 'Zaloguj się', files: 'Załączniki', cannot: 'Tej adnotacji nie możesz teraz zmieniać.',
    kept: 'Szkic zachowany na tym urządzeniu.', notKept: 'Przeglądarka nie pozwala zachować szkicu – zapisz adnotację, zanim zamkniesz kartę.', waits: 'Zapiszemy, gdy tylko to będzie możliwe.', place: 'Narysuj kształt albo dołącz adnotację do działki, terenu lub planu.',
    saved: 'Zapisano adnotację.', with: (fields: string) => `Zapisano razem ze zmianami drugiej osoby: ${fields}.`, newer: (who: string) => `Jest nowsza wersja tej adnotacji (${who}).`, take: 'Połącz z moją', somebody: 'aktualizacja ewidencji',
  },
  en: {
    add: 'New annotation', edit: 'Editing the annotation', merge: 'Two versions', save: 'Save', saving: 'Saving…', discard: 'Throw the draft away', forPlanners: 'Annotations are written by planners.', signIn: 'Sign in', files: 'Attachments', cannot: 'You cannot change this annotation now.',
    kept: 'The draft is kept on this device.', notKept: 'The browser does not allow keeping the draft – save the annotation before you close the tab.', waits: 'It will be saved as soon as that is possible.', place: 'Draw a shape, or attach the annotation to a parcel, a zone or a plan.',
    saved: 'The annotation is saved.', with: (fields: string) => `Saved together with the changes of the other person: ${fields}.`, newer: (who: string) => `There is a later version of this annotation (${who}).`, take: 'Join it with mine', somebody: 'an update of the cadastre',
  },
});

function Editor({ editing, onSaved }: { readonly editing: Editing; readonly onSaved: (outcome: Outcome | null) => void }) {
  const texts = useTexts(TEXTS);
  const [asked, setAsked] = useState(false);
  const foreign = useForeignChange(editing.draft.id, editing.draft.base?.version ?? Number.MAX_SAFE_INTEGER);
  const { draft, fault, saving, kept } = editing;
  const missing = asked ? missingOf(draft.content) : null;
  const go = () => {
    setAsked(true);
    const lacks = missingOf(draft.content) && !(missingOf(draft.content) === 'place' && draft.hand);
    if (lacks) return void requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid="annotate"] [aria-invalid="true"]')?.focus());
    void save().then(onSaved);
  };
  const waits = fault && ['offline', 'unavailable', 'signed-out'].includes(fault.kind);
  return (
    <>
      {foreign && <Notice action={<Button kind="quiet" onClick={() => void catchUp()}>{texts.take}</Button>}>{texts.newer(foreign.by?.name ?? texts.somebody)}</Notice>}
      <WordsForm content={draft.content} missing={missing} />
      <DrawField editing={editing} missing={missing} />
      <SubjectField editing={editing} />
      {missing === 'place' && <p className={styles.fault} role="alert">{texts.place}</p>}
      <DetailsForm content={draft.content} />
      <section className={styles.group}><h3>{texts.files}</h3><FileField annotation={draft.id} account={draft.account} saved={false} /></section>
      {fault && <Fault fault={fault} also={waits ? texts.waits : undefined} />}
      <p className={kept === false ? styles.fault : styles.quiet} data-testid="kept">{kept === null ? '' : kept ? texts.kept : texts.notKept}</p>
      <div className={styles.actions}>
        <Button kind="primary" disabled={saving} onClick={go} data-testid="save-annotation">{saving ? texts.saving : texts.save}</Button>
        {editing.touched && <Button kind="quiet" onClick={() => void discard().then(() => onSaved(null))}>{texts.discard}</Button>}
      </div>
    </>
  );
}

/** Opens what was asked for: the open annotation, a new one about what was picked, or what an earlier visit left. */
function Opening({ account }: { readonly account: number }) {
  const texts = useTexts(TEXTS);
  const object = useOpenObject();
  const [wished] = useState(takeWish);
  const [drafts, forget] = useDrafts(account, null);
  const id = !wished && object?.layer === 'annotations' && 'key' in object ? object.key : null;
  const { data: annotation, error, refetch } = useQuery({ ...annotationQuery(id ?? ''), enabled: id !== null });
  const [fresh, setFresh] = useState(false);
  const own = drafts?.filter((draft) => id === null ? draft.base === null : draft.id === id) ?? null;
  const ready = own !== null && (own.length === 0 || fresh);
  const subject = !wished && object ? subjectOf(object) : null;
  useEffect(() => {
    if (!ready) return;
    if (id === null) openNew(account, wished?.subjects ?? (subject ? [subject] : []));
    else if (annotation?.may.edit) openEdit(account, annotation);
  }, [ready, id, annotation, account, wished, subject]);
  if (id !== null && error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (ready && annotation && !annotation.may.edit) return <Notice>{texts.cannot}</Notice>;
  if (own === null || ready) return <Loading />;
  return <><DraftOffer drafts={own} onOpen={openDraft} onDrop={forget} /><Button onClick={() => setFresh(true)}>{id === null ? texts.add : texts.edit}</Button></>;
}

export function AnnotateSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(FIELD_TEXTS);
  const account = useAccount();
  const ended = useSessionEnded();
  const editing = useEditing();
  // What is in hand stays on the device when the sheet goes, however it goes.
  useEffect(() => leave, []);
  useEffect(() => () => { if (editing?.touched) announce(texts.kept); }, [editing?.touched, texts]);
  const done = (outcome: Outcome | null) => {
    if (outcome === null) return onClose();
    if (outcome.kind !== 'saved') return;
    const others = [...outcome.taken, ...outcome.joined].map((field) => fields[field].toLowerCase()).join(', ');
    openObject({ layer: 'annotations', key: outcome.annotation.id });
    onClose();
    setTimeout(() => announce(others ? texts.with(others) : texts.saved), 50);
    void sendFiles(outcome.annotation.id);
  };
  const merged = async () => {
    const outcome = await saveMerged();
    if (outcome) done(outcome);
  };
  const writes = writesAnnotations(account);
  const title = editing?.conflict ? texts.merge : editing?.draft.base ? texts.edit : texts.add;
  return (
    <Sheet id="annotate" title={title} onClose={onClose} low>
      {!writes || !account ? <Notice action={!account && <Button kind="quiet" onClick={goToSignIn}>{texts.signIn}</Button>}>{texts.forPlanners}</Notice>
        : !editing ? <Opening account={account.id} />
          : editing.conflict ? <>{editing.fault && <Fault fault={editing.fault} />}<ConflictView editing={editing} onSave={() => void merged()} /></>
            : <>{ended && !editing.fault && <Fault fault={{ kind: 'signed-out' }} />}<Editor key={editing.draft.id} editing={editing} onSaved={done} /></>}
    </Sheet>
  );
}
