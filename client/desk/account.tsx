/** One's own account: who one is, a new password, where one is signed in, signing out. */
import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { ROLES } from '../../domain/office/roles.ts';
import { changePassword, endSession, ownSessionsQuery } from '../api/accounts.ts';
import { useAccount } from '../api/session.ts';
import { signOut, signOutEverywhere } from '../api/sign-in.ts';
import { defineTexts, useMoment, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { PasswordField, valueOf } from './fields.tsx';
import { NewPassword } from './new-password.tsx';
import { OwnFactor } from './own-factor.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: {
    who: 'Konto', name: 'Imię i nazwisko', login: 'Login', role: 'Rola', where: 'Obszar', city: 'całe miasto', nowhere: 'brak – tylko odczyt', out: 'Wyloguj się', password: 'Zmień hasło', current: 'Obecne hasło', change: 'Zmień hasło', changing: 'Zapisuję…', changed: 'Hasło zmienione. Pozostałe sesje zakończono.',
    sessions: 'Gdzie jesteś zalogowany', here: 'ta przeglądarka', since: (day: string) => `od ${day}`, seen: (day: string) => `ostatnio ${day}`, end: 'Zakończ', ended: 'Sesja zakończona.', everywhere: 'Wyloguj się wszędzie', everywhereNote: 'Kończy wszystkie sesje, także tę.', by: { password: 'hasłem', oidc: 'przez zewnętrzną usługę' },
  },
  en: {
    who: 'Account', name: 'Name', login: 'Login', role: 'Role', where: 'Area', city: 'the whole city', nowhere: 'none – reading only', out: 'Sign out', password: 'Change the password', current: 'Current password', change: 'Change the password', changing: 'Saving…', changed: 'Password changed. Other sessions have ended.',
    sessions: 'Where you are signed in', here: 'this browser', since: (day: string) => `since ${day}`, seen: (day: string) => `last ${day}`, end: 'End', ended: 'Session ended.', everywhere: 'Sign out everywhere', everywhereNote: 'Ends all sessions, this one too.', by: { password: 'by password', oidc: 'by an external service' },
  },
});

function Who() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const account = useAccount();
  const act = useAct();
  const words = useFaultWords('current')(act.error);
  if (!account) return null;
  const { name, login, role, wholeCity, areas } = account;
  return (
    <section className={styles.part} aria-labelledby="who-title">
      <h3 id="who-title">{texts.who}</h3>
      <dl className={styles.facts}>
        <dt>{texts.name}</dt><dd data-testid="account-name">{name}</dd>
        <dt>{texts.login}</dt><dd>{login}</dd>
        <dt>{texts.role}</dt><dd>{say(ROLES.find(({ value }) => value === role)!.label)}</dd>
        {role !== 'administrator' && <><dt>{texts.where}</dt><dd>{wholeCity ? texts.city : areas.map((area) => area.name).join(', ') || texts.nowhere}</dd></>}
      </dl>
      <div className={styles.actions}><Button aria-disabled={act.busy} onClick={() => act.run(signOut)}><LogOut size={16} aria-hidden />{texts.out}</Button></div>
      <Fault id="sign-out-fault" words={words} />
    </section>
  );
}

function ChangePassword({ login }: { readonly login: string }) {
  const texts = useTexts(TEXTS);
  const act = useAct();
  const words = useFaultWords('current')(act.error);
  const [round, setRound] = useState(0);
  const details = useRef<HTMLDetailsElement>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    act.run(async () => {
      await changePassword({ current: valueOf(form, 'current-password'), password: valueOf(form, 'new-password') });
      announce(texts.changed);
      setRound((now) => now + 1);
      details.current?.removeAttribute('open');
      details.current?.querySelector('summary')?.focus();
    });
  };
  return (
    <details className={`${styles.part} ${styles.fold}`} ref={details}>
      <summary>{texts.password}</summary>
      <form key={round} className={styles.form} onSubmit={send} data-testid="change-password">
        <input type="text" className="unseen" name="username" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden="true" />
        <PasswordField id="current-password" label={texts.current} autoComplete="current-password" describedBy="password-fault" invalid={words !== null} />
        <NewPassword login={login} describedBy="password-fault" invalid={words !== null} />
        <Fault id="password-fault" words={words} />
        <div className={styles.actions}><Button type="submit" aria-disabled={act.busy}>{act.busy ? texts.changing : texts.change}</Button></div>
      </form>
    </details>
  );
}

function Sessions() {
  const texts = useTexts(TEXTS);
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const moment = useMoment();
  const act = useAct();
  const words = useFaultWords('current')(act.error);
  const id = useId();
  const end = (session: number) => act.run(async () => {
    await endSession(session);
    announce(texts.ended);
  });
  return (
    <section className={styles.part} aria-labelledby={id} data-testid="sessions">
      <h3 id={id}>{texts.sessions}</h3>
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      <ul className={styles.rows}>
        {data?.map((session) => (
          <li key={session.id} className={styles.row}>
            <span><b>{session.device}</b>{session.current && ` · ${texts.here}`}</span>
            <span className={ui.note}>{[texts.by[session.by], texts.since(moment(session.startedAt)), texts.seen(moment(session.seenAt))].join(' · ')}</span>
            {!session.current && <div className={styles.actions}><Button kind="quiet" aria-label={`${texts.end}: ${session.device}`} onClick={() => end(session.id)}>{texts.end}</Button></div>}
          </li>
        ))}
      </ul>
      <Fault id="sessions-fault" words={words} />
      <div className={styles.actions}><Button onClick={() => act.run(signOutEverywhere)}>{texts.everywhere}</Button></div>
      <p className={ui.note}>{texts.everywhereNote}</p>
    </section>
  );
}

export function Account() {
  const login = useAccount()?.login ?? '';
  return <div className={styles.parts}><Who /><ChangePassword login={login} /><OwnFactor /><Sessions /></div>;
}
