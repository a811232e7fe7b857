/** The thread of an annotation: comments with people mentioned, and writing one. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { addComment, type WriteFault, withdrawComment, writeFault } from '../api/annotations.ts';
import { planningColleaguesQuery, useAccount } from '../api/session.ts';
import type { Annotation, AnnotationComment } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import styles from './annotations.module.css';
import { Fault } from './faults.tsx';
import { Markdown } from './markdown.tsx';
import { begun, completed } from './mention.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Komentarze', none: 'Nikt jeszcze nie skomentował.', label: 'Nowy komentarz', hint: 'Znak @ wspomina osobę.', send: 'Dodaj komentarz', sent: 'Dodano komentarz.', withdrawn: 'Komentarz wycofany przez autora.', withdraw: 'Wycofaj', gone: 'Komentarz wycofany.',
    people: 'Osoby do wspomnienia', found: (n: number) => `Osób: ${n}. Strzałki wybierają, Enter wstawia.`, mentions: 'Wspomniani',
  },
  en: {
    title: 'Comments', none: 'No comments yet.', label: 'New comment', hint: 'An @ mentions somebody.', send: 'Add the comment', sent: 'Comment added.', withdrawn: 'Comment withdrawn by its author.', withdraw: 'Withdraw', gone: 'Comment withdrawn.',
    people: 'People to mention', found: (n: number) => `People: ${n}. Arrows choose, Enter inserts.`, mentions: 'Mentioned',
  },
});

const KEPT = 'msip.comment.';
/** What was typed and not sent survives a closed tab. */
function kept(key: string, text?: string): string {
  try {
    if (text === undefined) return localStorage.getItem(KEPT + key) ?? '';
    if (text) localStorage.setItem(KEPT + key, text);
    else localStorage.removeItem(KEPT + key);
  } catch { /* private browsing */ }
  return text ?? '';
}

function NewComment({ annotation, account }: { readonly annotation: string; readonly account: number }) {
  const texts = useTexts(TEXTS);
  const key = `${account}.${annotation}`;
  const [text, setText] = useState(() => kept(key));
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const [fault, setFault] = useState<WriteFault | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const comment = useRef(crypto.randomUUID());
  const { data: colleagues = [] } = useQuery(planningColleaguesQuery);
  const word = closed ? null : begun(text, caret);
  const found = word === null ? [] : colleagues.filter(({ login, name }) => `${login} ${name}`.toLowerCase().includes(word.toLowerCase())).slice(0, 6);
  const count = found.length;
  useEffect(() => { if (count > 0) announce(texts.found(count)); }, [count, texts]);
  const type = (next: string, at: number) => { setText(kept(key, next)); setCaret(at); setActive(0); setClosed(false); };
  const insert = (login: string) => {
    const next = completed(text, caret, login);
    type(next.text, next.caret);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(next.caret, next.caret); });
  };
  const press = (event: React.KeyboardEvent) => {
    if (count === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((now) => (now + step + count) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(found[active]!.login);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const send = async (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    try {
      await addComment(annotation, { id: comment.current, text: text.trim() });
      comment.current = crypto.randomUUID();
      type('', 0);
      setFault(null);
      announce(texts.sent);
    } catch (error) {
      setFault(writeFault(error));
    }
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <div className={styles.field}>
        <label htmlFor={id}>{texts.label}</label>
        <textarea
          id={id} ref={field} className={styles.short} value={text} maxLength={4000} rows={2} data-testid="new-comment"
          {...(count > 0 ? { role: 'combobox', 'aria-expanded': true, 'aria-controls': `${id}-people`, 'aria-activedescendant': `${id}-${active}`, 'aria-autocomplete': 'list' as const } : {})} aria-describedby={`${id}-hint`}
          onChange={({ target }) => type(target.value, target.selectionStart)} onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)} onKeyDown={press}
        />
        {count > 0 && (
          <div className={styles.mentions} role="listbox" id={`${id}-people`} aria-label={texts.people}>
            {found.map(({ login, name }, at) => <div key={login} role="option" tabIndex={-1} id={`${id}-${at}`} aria-selected={at === active} onMouseDown={(event) => { event.preventDefault(); insert(login); }}>{name} <span className={styles.quiet}>@{login}</span></div>)}
          </div>
        )}
        <p id={`${id}-hint`} className={styles.quiet}>{texts.hint}</p>
      </div>
      {fault && <Fault fault={fault} />}
      <Button type="submit" disabled={busy || text.trim() === ''}>{texts.send}</Button>
    </form>
  );
}

function Comment({ one, annotation, mine }: { readonly one: AnnotationComment; readonly annotation: string; readonly mine: boolean }) {
  const texts = useTexts(TEXTS);
  const moment = useMoment();
  const [fault, setFault] = useState<WriteFault | null>(null);
  const withdraw = () => void withdrawComment(annotation, one.id).then(() => announce(texts.gone), (error: unknown) => setFault(writeFault(error)));
  return (
    <li>
      <p className={styles.quiet}><b>{one.author.name}</b> · {moment(one.at)}</p>
      {one.text === null ? <p className={styles.quiet}>{texts.withdrawn}</p> : <Markdown text={one.text} />}
      {one.mentions.length > 0 && <p className={styles.quiet}>{texts.mentions}: {one.mentions.map(({ name }) => name).join(', ')}</p>}
      {mine && one.text !== null && <p><Button kind="quiet" className={styles.link} onClick={withdraw}>{texts.withdraw}</Button></p>}
      {fault && <Fault fault={fault} />}
    </li>
  );
}

export function Comments({ annotation: { id, comments, may } }: { readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  return (
    <>
      {comments.length === 0 ? <p className={styles.quiet}>{texts.none}</p> : <ol className={styles.list}>{comments.map((one) => <Comment key={one.id} one={one} annotation={id} mine={one.author.id === account?.id} />)}</ol>}
      {may.comment && account && <NewComment key={`${account.id}.${id}`} annotation={id} account={account.id} />}
    </>
  );
}
