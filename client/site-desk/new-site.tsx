/** A new site: its fields, and the address it will have. What is typed survives a closed tab. */
import { useMemo, useState } from 'react';
import type { SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { createSite } from '../api/site-desk.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { changeWork, rebaseWork, useWork } from '../unsaved/work-store.ts';
import { EMPTY, faultsOf, keyFor } from './content.ts';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import { SiteForm, tidied } from './site-form.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Nowy teren', key: 'Adres strony terenu', keyHint: (key: string) => `/teren/${key} – małe litery, cyfry i łączniki; później się nie zmienia.`, bad: 'Małe litery bez polskich znaków, cyfry i łączniki.', create: 'Utwórz szkic', creating: 'Tworzenie…', cancel: 'Anuluj', made: 'Utworzono szkic. Nikt poza Centrum Obsługi Inwestora go nie widzi.', correct: 'Popraw zaznaczone pola.' },
  en: { title: 'A new site', key: 'Address of its page', keyHint: (key: string) => `/teren/${key}: small letters, digits and hyphens; it does not change later.`, bad: 'Small letters without accents, digits and hyphens.', create: 'Make a draft', creating: 'Making…', cancel: 'Cancel', made: 'The draft is made. Nobody outside the Investor Service Centre sees it.', correct: 'Correct the marked fields.' },
});
/** The address is proposed from the name until somebody chooses one. */
interface Begun { readonly key: string | null; readonly content: SiteContent }
const NOTHING = { version: 0, value: { key: null, content: EMPTY } as Begun };

export function NewSite({ account, onDone, onCancel }: { readonly account: number; readonly onDone: (key: string) => void; readonly onCancel: () => void }) {
  const texts = useTexts(TEXTS);
  const act = useAct();
  const [tried, setTried] = useState(false);
  const work = useWork<Begun>(account, 'site-new', NOTHING);
  const value = work?.value ?? NOTHING.value;
  const content = useMemo(() => tidied(value.content), [value]);
  const faults = useMemo(() => faultsOf(content), [content]);
  const key = value.key ?? keyFor(content.name);
  const wrongKey = !/^[a-z0-9][a-z0-9-]{0,99}$/.test(key);
  if (!work) return null;
  const create = () => {
    setTried(true);
    if (faults.size > 0 || wrongKey) return;
    act.run(async () => {
      const made = await createSite({ key, content });
      rebaseWork(work, NOTHING);
      announce(texts.made);
      onDone(made.key);
    });
  };
  return (
    <section className={styles.part} aria-labelledby="new-site" data-testid="new-site">
      <h3 id="new-site">{texts.title}</h3>
      <SiteForm content={value.content} faults={tried ? faults : new Set()} onChange={(change, about) => changeWork<Begun>(work, (now) => ({ ...now, content: { ...now.content, ...change } }), about)} />
      <TextField label={texts.key} value={key} max={100} hint={texts.keyHint(key)} fault={tried && wrongKey ? texts.bad : null} testid="site-key" onChange={(typed) => changeWork<Begun>(work, (now) => ({ ...now, key: typed }), 'key')} />
      {tried && (faults.size > 0 || wrongKey) && <p className={styles.fault} role="alert">{texts.correct}</p>}
      <Fault error={act.error} />
      <div className={styles.actions}><Button kind="primary" disabled={act.busy} onClick={create} data-testid="create-site">{act.busy ? texts.creating : texts.create}</Button><Button kind="quiet" onClick={onCancel}>{texts.cancel}</Button></div>
    </section>
  );
}
