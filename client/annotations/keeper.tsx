/** For signed-in people, as long as the page stands: saves what is waiting when network or session are back, and offers to take back what was just done. */
import { useEffect, useState } from 'react';
import { useAccount, useSessionEnded } from '../api/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { openObject } from '../selection/use-selection.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { navigate, urlState } from '../url/use-url.ts';
import { type Draft, draftsOf, dropDraft, keepDraft } from './draft-store.ts';
import { editingNow, save } from './editor-store.ts';
import styles from './keeper.module.css';
import { saveDraft } from './save-draft.ts';
import { offerUndo, useUndoable } from './undo-store.ts';
import { resumeFiles, sendFiles } from './uploads.ts';

const TEXTS = defineTexts({
  pl: { saved: (title: string) => `Zapisano zachowany szkic: ${title}.`, undo: 'Cofnij', undone: 'Cofnięto.', failed: 'Nie udało się cofnąć.', close: 'Zamknij' },
  en: { saved: (title: string) => `The kept draft is saved: ${title}.`, undo: 'Undo', undone: 'Undone.', failed: 'Could not undo.', close: 'Close' },
});

/** While something waits, it is tried this often. */
const EVERY_MS = 15_000;

async function saveWaiting(account: number, say: (title: string) => string): Promise<void> {
  const open = editingNow();
  if (open?.draft.waiting && !open.saving && !open.conflict) {
    const outcome = await save();
    if (outcome?.kind === 'saved') {
      announce(say(outcome.annotation.title));
      void sendFiles(outcome.annotation.id);
      if (urlState().tool === 'annotate') navigate({ tool: null }, { replace: true });
      openObject({ layer: 'annotations', key: outcome.annotation.id });
    }
  }
  const drafts = await draftsOf(account);
  for (const draft of drafts.filter(({ waiting, id }) => waiting && id !== editingNow()?.draft.id)) await saveQuietly(draft, say);
  const unsaved = new Set((await draftsOf(account)).filter(({ base }) => base === null).map(({ id }) => id));
  const fresh = editingNow()?.draft;
  if (fresh && !fresh.base) unsaved.add(fresh.id);
  await resumeFiles(account, unsaved);
}

async function saveQuietly(draft: Draft, say: (title: string) => string): Promise<void> {
  const outcome = await saveDraft(draft);
  if (outcome.kind === 'saved') {
    await dropDraft(draft);
    announce(say(draft.content.title));
  } else if (outcome.kind === 'conflict' || !['offline', 'unavailable', 'signed-out'].includes(outcome.fault.kind)) {
    // Somebody must look at it: it is offered, and not tried again by itself.
    await keepDraft({ ...draft, waiting: false });
  }
}

function UndoLine() {
  const texts = useTexts(TEXTS);
  const offered = useUndoable();
  const [busy, setBusy] = useState(false);
  if (!offered) return null;
  const undo = async () => {
    setBusy(true);
    try {
      await offered.undo();
      announce(texts.undone);
    } catch {
      announce(texts.failed);
    }
    setBusy(false);
    offerUndo(null);
  };
  return <div className={styles.line} data-testid="undo-line"><span>{offered.words}</span><Button kind="quiet" disabled={busy} onClick={() => void undo()}>{texts.undo}</Button><Button kind="quiet" onClick={() => offerUndo(null)}>{texts.close}</Button></div>;
}

export function Keeper() {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  const ended = useSessionEnded();
  const id = ended ? null : account?.id ?? null;
  const { saved } = texts;
  useEffect(() => {
    if (id === null) return;
    let running = false;
    const run = () => {
      if (running || !navigator.onLine) return;
      running = true;
      void saveWaiting(id, saved).finally(() => { running = false; });
    };
    run();
    const timer = setInterval(run, EVERY_MS);
    addEventListener('online', run);
    return () => {
      clearInterval(timer);
      removeEventListener('online', run);
    };
  }, [id, saved]);
  return <UndoLine />;
}
