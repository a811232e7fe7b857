/** Drafts that were left on this device: gone on with, or thrown away. */
import { useEffect, useState } from 'react';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './annotations.module.css';
import { type Draft, draftsOf, dropDraft } from './draft-store.ts';

const TEXTS = defineTexts({
  pl: { title: 'Niezapisane szkice', found: (when: string) => `Masz niezapisany szkic z ${when}`, untitled: 'bez tytułu', back: 'Wróć do niego', drop: 'Odrzuć', waiting: 'czeka na zapisanie' },
  en: { title: 'Unsaved drafts', found: (when: string) => `You have an unsaved draft of ${when}`, untitled: 'untitled', back: 'Go on with it', drop: 'Throw it away', waiting: 'waiting to be saved' },
});

/** Drafts of the account, but for one; null until they are read. */
export function useDrafts(account: number, without: string | null): readonly [readonly Draft[] | null, (id: string) => void] {
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  useEffect(() => {
    let gone = false;
    void draftsOf(account).then((found) => { if (!gone) setDrafts(found); });
    return () => { gone = true; };
  }, [account]);
  const forget = (id: string) => setDrafts((now) => now?.filter((draft) => draft.id !== id) ?? null);
  return [drafts?.filter(({ id }) => id !== without) ?? null, forget];
}

export function DraftOffer({ drafts, onOpen, onDrop }: { readonly drafts: readonly Draft[]; readonly onOpen: (draft: Draft) => void; readonly onDrop: (id: string) => void }) {
  const texts = useTexts(TEXTS);
  const moment = useMoment();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.group} aria-label={texts.title} data-testid="drafts">
      <ul className={styles.list}>
        {drafts.slice(0, 5).map((draft) => (
          <li key={draft.id}>
            <p>{texts.found(moment(draft.at))}: <b>{draft.content.title || texts.untitled}</b>{draft.waiting && <span className={styles.quiet}> · {texts.waiting}</span>}</p>
            <div className={styles.row}>
              <Button onClick={() => onOpen(draft)}>{texts.back}</Button>
              <Button kind="quiet" onClick={() => void dropDraft(draft).then(() => onDrop(draft.id))}>{texts.drop}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
