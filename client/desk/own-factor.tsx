/** One's own second factor in the account tab: new recovery codes, another phone or application; each asks for a code of now first. */
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Enrolment } from '../../domain/contract/office/session.ts';
import { beginAuthenticator, confirmAuthenticator, renewRecoveryCodes } from '../api/accounts.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, valueOf } from './fields.tsx';
import { setFreshCodes } from './fresh-codes.ts';
import { useAct } from '../ui/use-act.ts';

const AuthenticatorSteps = lazy(() => import('./authenticator-steps.tsx').then((room) => ({ default: room.AuthenticatorSteps })));

const TEXTS = defineTexts({
  pl: {
    title: 'Drugi składnik', codes: 'Nowe kody zapasowe', codesNote: 'Poprzednie kody przestaną działać.', phone: 'Nowy telefon lub aplikacja', phoneNote: 'Dotychczasowa aplikacja działa, dopóki nowa nie pokaże pierwszego kodu. Potem dostaniesz nowe kody zapasowe, a pozostałe sesje się skończą.',
    code: 'Obecny kod', codeHint: 'Sześć cyfr z dotychczasowej aplikacji albo kod zapasowy.', go: 'Dalej', going: 'Sprawdzam…', cancel: 'Anuluj',
  },
  en: {
    title: 'Second factor', codes: 'New recovery codes', codesNote: 'The former codes stop working.', phone: 'Another phone or application', phoneNote: 'The application you have works until the new one has shown its first code. Then you get new recovery codes, and your other sessions end.',
    code: 'Current code', codeHint: 'Six digits of the application you have, or a recovery code.', go: 'Continue', going: 'Checking…', cancel: 'Cancel',
  },
});

type Task = 'codes' | 'phone';

function Task({ of, onEnd }: { readonly of: Task; readonly onEnd: () => void }) {
  const texts = useTexts(TEXTS);
  const act = useAct();
  const words = useFaultWords('factor')(act.error);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => { if (words) field.current?.select(); }, [words, act.error]);
  const leave = <Button kind="quiet" onClick={onEnd}>{texts.cancel}</Button>;
  if (enrolment) return <Suspense fallback={<Loading />}><AuthenticatorSteps enrolment={enrolment} act={act} onCode={async (code) => setFreshCodes(await confirmAuthenticator(code))} leave={leave} /></Suspense>;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = valueOf(event.currentTarget, 'current-code').replace(/\s/g, '');
    act.run(async () => {
      if (of === 'codes') setFreshCodes(await renewRecoveryCodes(code));
      else setEnrolment(await beginAuthenticator(code));
    });
  };
  return (
    <form className={styles.form} onSubmit={send} aria-label={texts[of]}>
      <p>{texts[`${of}Note`]}</p>
      <Field id="current-code" label={texts.code} note={texts.codeHint} autoComplete="one-time-code" maxLength={30} required ref={field} describedBy="factor-fault" invalid={words !== null} />
      <Fault id="factor-fault" words={words} />
      <div className={styles.actions}><Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.going : texts.go}</Button>{leave}</div>
    </form>
  );
}

export function OwnFactor() {
  const texts = useTexts(TEXTS);
  const [task, setTask] = useState<Task | null>(null);
  const last = useRef<Task | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // After a task was given up the focus is where it began.
  useEffect(() => {
    if (task === null && last.current) box.current?.querySelector<HTMLElement>(`[data-task="${last.current}"]`)?.focus();
    last.current = task ?? last.current;
  }, [task]);
  return (
    <details className={`${styles.part} ${styles.fold}`}>
      <summary>{texts.title}</summary>
      {task ? <Task key={task} of={task} onEnd={() => setTask(null)} /> : (
        <div className={styles.tasks} ref={box} data-testid="own-factor">
          {(['codes', 'phone'] as const).map((name) => <div key={name}><Button data-task={name} onClick={() => setTask(name)}>{texts[name]}</Button><p className={ui.note}>{texts[`${name}Note`]}</p></div>)}
        </div>
      )}
    </details>
  );
}
