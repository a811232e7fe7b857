/** Keeping a search and being told of changes: what would have come, a name, and a feed or letters. */
import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { WatchSet } from '../../domain/contract/investment/watch.ts';
import { Failure } from '../api/http.ts';
import { setWatch, watchWaysQuery } from '../api/watches.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { WatchMade } from './watch-made.tsx';
import { WatchPreviewList } from './watch-preview.tsx';
import styles from './watch.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Zapisz i obserwuj', what: 'Damy znać, gdy w ofercie miasta pojawi się teren, który spełnia te warunki, gdy taki teren się zmieni albo przestanie je spełniać. O działkach gminnych spoza oferty nie powiemy.',
    name: 'Nazwa', nameHint: 'Będzie tytułem kanału lub wiadomości.', how: 'Jak dać znać', feed: 'Kanał Atom – bez konta i bez podawania adresu', email: 'E-mail', address: 'Adres e-mail', save: 'Zapisz i obserwuj', saving: 'Zapisywanie…',
    storedFeed: 'Zapisujemy nazwę, warunki i dzień ostatniego odczytu kanału – nic o Tobie. Kanał, którego nikt nie czyta przez dwa lata, usuwamy.', storedEmail: 'Zapisujemy adres e-mail, nazwę i warunki, tylko po to, by dawać znać. Usuwamy je, gdy zakończysz obserwację – jednym przyciskiem w każdej wiadomości – a niepotwierdzone po 48 godzinach.',
    faults: { name: 'Podaj nazwę w jednym wierszu, do 120 znaków.', email: 'Podaj jeden adres e-mail.' }, often: 'Za dużo zapisanych wyszukiwań w krótkim czasie. Spróbuj za minutę.', away: 'Nie udało się zapisać. Spróbuj za chwilę.', refused: 'Serwer nie przyjął tych warunków.', another: 'Zapisz jeszcze jedno',
  },
  en: {
    title: 'Save and watch', what: 'We tell you when a site that meets these conditions comes on offer by the city, when such a site changes, or when it ceases to meet them. Of municipal parcels that are not on offer we shall not tell.',
    name: 'Name', nameHint: 'The title of the feed or of the letters.', how: 'How to tell you', feed: 'Atom feed – without an account or an address', email: 'E-mail', address: 'E-mail address', save: 'Save and watch', saving: 'Saving…',
    storedFeed: 'We keep the name, the conditions and the last day on which the feed was read – nothing of you. A feed that nobody reads for two years is deleted.', storedEmail: 'We keep the e-mail address, the name and the conditions, only to tell you. They are deleted when you end the watch – by one button in every letter – and unconfirmed ones after 48 hours.',
    faults: { name: 'Give a name on one line, up to 120 characters.', email: 'Give one e-mail address.' }, often: 'Too many saved searches in a short time. Try again in a minute.', away: 'It could not be saved. Try again shortly.', refused: 'The server did not accept these conditions.', another: 'Save another',
  },
});

type Faulty = 'name' | 'email';

function Form({ filter, onSet }: { readonly filter: string; readonly onSet: (set: WatchSet) => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const { data: ways } = useQuery(watchWaysQuery);
  const [notify, setNotify] = useState<'feed' | 'email'>('feed');
  const [faults, setFaults] = useState<readonly Faulty[]>([]);
  const [state, setState] = useState<{ readonly saving: boolean; readonly error: string | null }>({ saving: false, error: null });
  const markFaults = (wrong: readonly Faulty[]) => {
    setFaults(wrong);
    announce(wrong.map((field) => texts.faults[field]).join(' '));
    form.current?.querySelector<HTMLElement>(`[name='${wrong[0]}']`)?.focus();
  };
  const refuse = (error: unknown) => {
    const failure = error instanceof Failure ? error : null;
    const wrong = (failure?.problem?.errors ?? []).flatMap(({ path }): Faulty[] => (path === 'name' || path === 'email' ? [path] : []));
    setState({ saving: false, error: wrong.length > 0 ? null : failure?.status === 429 ? texts.often : failure?.kind === 'rejected' ? texts.refused : texts.away });
    if (wrong.length > 0) markFaults(wrong);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.saving) return;
    const given = new FormData(form.current!);
    const [name, email] = [String(given.get('name') ?? '').trim(), String(given.get('email') ?? '').trim()];
    const wrong: Faulty[] = [...(name === '' || name.length > 120 ? ['name' as const] : []), ...(notify === 'email' && !email.includes('@') ? ['email' as const] : [])];
    if (wrong.length > 0) return markFaults(wrong);
    setFaults([]);
    setState({ saving: true, error: null });
    setWatch({ name, filter, lang, ...(notify === 'email' ? { notify, email } : { notify }) }).then(onSet, refuse);
  };
  const field = (id: Faulty, label: string, hint: string | null, input: object) => (
    <div className={styles.field}>
      <label htmlFor={`watch-${id}`}>{label}</label>
      <input id={`watch-${id}`} name={id} required {...input} aria-invalid={faults.includes(id) || undefined} aria-describedby={faults.includes(id) ? `watch-${id}-fault` : hint ? `watch-${id}-hint` : undefined} />
      {faults.includes(id) ? <span id={`watch-${id}-fault`} className={styles.fault}>{texts.faults[id]}</span> : hint && <span id={`watch-${id}-hint`} className={ui.note}>{hint}</span>}
    </div>
  );
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit} data-testid="watch-form">
      {field('name', texts.name, texts.nameHint, { maxLength: 120, autoComplete: 'off' })}
      {ways?.email && (
        <fieldset className={styles.ways}>
          <legend>{texts.how}</legend>
          {(['feed', 'email'] as const).map((way) => <label key={way}><input type="radio" name="notify" value={way} checked={notify === way} onChange={() => setNotify(way)} />{texts[way]}</label>)}
        </fieldset>
      )}
      {notify === 'email' && field('email', texts.address, null, { type: 'email', maxLength: 254, autoComplete: 'email' })}
      <p className={ui.note}>{notify === 'email' ? texts.storedEmail : `${ways?.email ? '' : `${texts.feed}. `}${texts.storedFeed}`}</p>
      {state.error && <Notice kind="bad">{state.error}</Notice>}
      <div className={styles.actions}><Button kind="primary" type="submit" aria-disabled={state.saving}><Bell size={16} aria-hidden />{state.saving ? texts.saving : texts.save}</Button></div>
    </form>
  );
}

/** `filter`: CQL2 text over the queryables of listed sites; empty: all of them. */
export function SaveSearch({ filter }: { readonly filter: string }) {
  const texts = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ readonly of: string; readonly set: WatchSet } | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const set = made?.of === filter ? made.set : null;
  return (
    <section className={styles.section} data-testid="save-search">
      <Button ref={toggle} className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}><Bell size={16} aria-hidden />{texts.title}</Button>
      {open && (
        <>
          <p>{texts.what}</p>
          {set ? <><WatchMade set={set} /><Button kind="quiet" className={styles.toggle} onClick={() => { setMade(null); toggle.current?.focus(); }}>{texts.another}</Button></> : <><WatchPreviewList filter={filter} /><Form filter={filter} onSet={(answer) => setMade({ of: filter, set: answer })} /></>}
        </>
      )}
    </section>
  );
}
