/** The second step of signing in: six digits of the authenticator, or a recovery code. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { giveSecondFactor, signOut, unlessOver } from '../api/sign-in.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, valueOf } from './fields.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Drugi składnik', who: (login: string) => `Hasło konta ${login} się zgadza. Został jeszcze kod.`, code: 'Kod z aplikacji', codeNote: 'Sześć cyfr, które pokazuje teraz aplikacja uwierzytelniająca w telefonie.', enter: 'Dalej', entering: 'Sprawdzam…',
    recovery: 'Kod zapasowy', recoveryNote: 'Jeden z kodów zapisanych przy włączaniu drugiego składnika. Każdy działa raz.', useRecovery: 'Nie mam telefonu – użyję kodu zapasowego', useCode: 'Użyję kodu z aplikacji', other: 'Zaloguj się na inne konto',
  },
  en: {
    title: 'Second factor', who: (login: string) => `The password of ${login} is right. One code to go.`, code: 'Code of the application', codeNote: 'The six digits that the authenticator in your phone shows now.', enter: 'Continue', entering: 'Checking…',
    recovery: 'Recovery code', recoveryNote: 'One of the codes kept when the second factor was set up. Each works once.', useRecovery: 'I do not have the phone – use a recovery code', useCode: 'Use a code of the application', other: 'Sign in to another account',
  },
});

/** Six digits, also as people paste them: with spaces. */
const plain = (text: string): string => text.replace(/[\s-]/g, (sign) => (sign === '-' ? '-' : ''));

export function SecondFactorForm({ login, onOver }: { readonly login: string; readonly onOver: () => void }) {
  const texts = useTexts(TEXTS);
  const act = useAct();
  const words = useFaultWords('code')(act.error);
  const [recovery, setRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [recovery]);
  useEffect(() => { if (words) field.current?.select(); }, [words, act.error]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = plain(valueOf(event.currentTarget, 'code'));
    act.run(() => unlessOver(giveSecondFactor(code), onOver));
  };
  const change = () => {
    act.clear();
    setRecovery(!recovery);
  };
  const common = { id: 'code', ref: field, required: true, describedBy: 'second-factor-fault', invalid: words !== null };
  return (
    <section className={styles.part} aria-labelledby="second-factor-title" data-testid="second-factor">
      <h3 id="second-factor-title">{texts.title}</h3>
      <p>{texts.who(login)}</p>
      <form className={styles.form} onSubmit={send} key={String(recovery)}>
        <div className={styles.code}>
          {recovery ? <Field {...common} label={texts.recovery} note={texts.recoveryNote} autoComplete="off" maxLength={30} />
            : <Field {...common} label={texts.code} note={texts.codeNote} autoComplete="one-time-code" inputMode="numeric" maxLength={12} />}
        </div>
        <Fault id="second-factor-fault" words={words} />
        <div className={styles.actions}><Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.entering : texts.enter}</Button></div>
      </form>
      <div className={styles.actions}>
        <Button kind="quiet" onClick={change}>{recovery ? texts.useCode : texts.useRecovery}</Button>
        <Button kind="quiet" onClick={() => act.run(signOut)}>{texts.other}</Button>
      </div>
    </section>
  );
}
