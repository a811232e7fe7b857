/** Adding somebody: login, name, role and areas. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { NewAccount } from '../../domain/contract/office/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, valueOf } from './fields.tsx';
import { type Rights, RightsFields, rightsSent } from './rights-fields.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: { title: 'Nowa osoba', login: 'Login', loginNote: 'Od 2 do 40 znaków: małe litery bez polskich znaków, cyfry, kropka, łącznik.', name: 'Imię i nazwisko', add: 'Dodaj i utwórz link', adding: 'Dodaję…', cancel: 'Anuluj' },
  en: { title: 'Somebody new', login: 'Login', loginNote: '2 to 40 characters: small letters without accents, digits, dot, hyphen.', name: 'Name', add: 'Add and make a link', adding: 'Adding…', cancel: 'Cancel' },
});

export function PersonForm({ onSend, onCancel }: { readonly onSend: (account: NewAccount) => Promise<void>; readonly onCancel: () => void }) {
  const texts = useTexts(TEXTS);
  const [rights, setRights] = useState<Rights>({ role: 'planner', wholeCity: true, areas: [] });
  const act = useAct();
  const words = useFaultWords('person')(act.error);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    act.run(() => onSend({ login: valueOf(form, 'person-login').trim(), name: valueOf(form, 'person-name').trim(), ...rightsSent(rights) }));
  };
  return (
    <form className={styles.form} onSubmit={send} aria-labelledby="person-title" data-testid="person-form">
      <h3 id="person-title" tabIndex={-1} ref={heading}>{texts.title}</h3>
      <Field id="person-name" label={texts.name} autoComplete="off" autoCapitalize="words" maxLength={120} required />
      <Field id="person-login" label={texts.login} note={texts.loginNote} autoComplete="off" pattern="[a-z0-9][a-z0-9._\-]{1,39}" maxLength={40} required describedBy="person-fault" invalid={words !== null} />
      <RightsFields id="person" rights={rights} onChange={setRights} />
      <Fault id="person-fault" words={words} />
      <div className={styles.actions}>
        <Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.adding : texts.add}</Button>
        <Button kind="quiet" onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
