/** The page of a one-time link, `/zaproszenie/{token}`: a password is chosen, then the second factor is set up. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Failure } from '../api/http.ts';
import { acceptInvitation, invitationQuery } from '../api/sign-in.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import { navigate } from '../url/use-url.ts';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { valueOf } from './fields.tsx';
import { NewPassword } from './new-password.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: { title: 'Ustaw hasło', what: (name: string) => `To link dla: ${name}. Działa raz. Wybierz hasło do biurka planisty; potem włączysz drugi składnik.`, set: 'Ustaw hasło', setting: 'Zapisuję…', none: 'Ten link jest niepełny, został już użyty albo stracił ważność. Poproś administratora o nowy.', desk: 'Przejdź do logowania' },
  en: { title: 'Set a password', what: (name: string) => `This link is for ${name}. It works once. Choose a password for the planner’s desk; the second factor comes next.`, set: 'Set the password', setting: 'Saving…', none: 'This link is incomplete, used already or no longer valid. Ask the administrator for a new one.', desk: 'Go to signing in' },
});

export function Invitation() {
  const texts = useTexts(TEXTS);
  // Taken once: the address changes when the map is used.
  const [token] = useState(() => /^\/zaproszenie\/([^/]{20,100})$/.exec(location.pathname)?.[1] ?? null);
  const { data, error, refetch } = useQuery(invitationQuery(token));
  const unusable = token === null || (error instanceof Failure && (error.kind === 'not-found' || error.kind === 'rejected'));
  const act = useAct();
  const words = useFaultWords('link')(act.error);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const toDesk = () => navigate({ tool: 'desk' }, { replace: true });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = valueOf(event.currentTarget, 'new-password');
    act.run(async () => {
      await acceptInvitation({ token: token!, password });
      toDesk();
    });
  };
  return (
    <section className={styles.part} aria-labelledby="invitation-title" data-testid="invitation">
      <h3 id="invitation-title" tabIndex={-1} ref={heading}>{texts.title}</h3>
      {unusable ? <Notice kind="bad">{texts.none}</Notice> : error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data ? <Loading /> : (
        <form className={styles.form} onSubmit={send}>
          <p>{texts.what(data.name)}</p>
          <NewPassword describedBy="invitation-fault" invalid={words !== null} />
          <Fault id="invitation-fault" words={words} />
          <div className={styles.actions}><Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.setting : texts.set}</Button></div>
        </form>
      )}
      <div className={styles.actions}><Button kind="quiet" onClick={toDesk}>{texts.desk}</Button></div>
    </section>
  );
}
