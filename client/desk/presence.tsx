/** That somebody is signed in: the badge with initials, the warning before the session ends, the dialog when it has ended. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery, useAccount, useSessionEnded } from '../api/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button, classes } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { navigate } from '../url/use-url.ts';
import styles from './desk.module.css';
import { initialsOf } from './initials.ts';
import { type Ending, stay, useEndingSoon } from './use-idle.ts';
import { WayIn } from './way-in.tsx';

const TEXTS = defineTexts({
  pl: {
    signedIn: (name: string) => `Zalogowano: ${name}. Otwórz biurko`, idle: 'Za chwilę sesja się skończy, bo nic się nie dzieje.', absolute: 'Za chwilę sesja się skończy: minął jej najdłuższy czas. Zapisz, nad czym pracujesz; potem zaloguj się ponownie.', stay: 'Zostań zalogowany',
    ended: 'Sesja się skończyła', keep: 'Wszystko na tej stronie zostaje, jak jest. Zaloguj się i pracuj dalej.', later: 'Później', again: 'Zaloguj się ponownie',
  },
  en: {
    signedIn: (name: string) => `Signed in: ${name}. Open the desk`, idle: 'The session ends in a moment, as nothing is happening.', absolute: 'The session ends in a moment: its longest time is over. Save what you are working on, then sign in again.', stay: 'Stay signed in',
    ended: 'The session has ended', keep: 'Everything on this page stays as it is. Sign in and go on.', later: 'Later', again: 'Sign in again',
  },
});

/** Somebody wants to look at the page first: the dialog comes back from the badge. */
let isPutOff = false;
const listeners = new Set<() => void>();
function putOff(now: boolean): void {
  isPutOff = now;
  for (const listener of listeners) listener();
}
const usePutOff = (): boolean => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, () => isPutOff);

function EndedDialog({ login, onLater }: { readonly login: string; readonly onLater: () => void }) {
  const texts = useTexts(TEXTS);
  const dialog = useRef<HTMLDialogElement>(null);
  const { data: session, error, refetch } = useQuery(sessionQuery);
  useEffect(() => {
    const { current: shown } = dialog;
    const before = document.activeElement;
    shown?.showModal();
    shown?.querySelector('h2')?.focus();
    // What the page remembers of the session is of before: the way in asks for what is possible now.
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="ended-title" data-testid="session-ended" onCancel={(event) => { event.preventDefault(); onLater(); }}>
      <div className={styles.part}>
        <h2 id="ended-title" tabIndex={-1}>{texts.ended}</h2>
        <p>{texts.keep}</p>
        {error && session?.state === 'signed-in' ? <FailureNotice error={error} onRetry={() => void refetch()} /> : session ? <WayIn session={session} login={login} keepPage /> : <Loading />}
        <div className={styles.actions}><Button kind="quiet" onClick={onLater}>{texts.later}</Button></div>
      </div>
    </dialog>
  );
}

function Warning({ of }: { readonly of: Ending }) {
  const texts = useTexts(TEXTS);
  return <div className={styles.warning} data-testid="session-ending"><Notice kind="bad" action={of === 'idle' && <Button kind="quiet" onClick={() => void stay()}>{texts.stay}</Button>}>{texts[of]}</Notice></div>;
}

/** The badge; nothing when nobody is signed in. */
export function DeskBadge() {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  const ended = useSessionEnded();
  if (!account) return null;
  const name = ended ? texts.again : texts.signedIn(account.name);
  return (
    <div className={classes(ui.sheet, styles.presence)}>
      <button type="button" className={styles.badge} data-ended={ended !== null} data-testid="signed-in" title={name} aria-label={name} onClick={() => (ended ? putOff(false) : navigate({ tool: 'desk' }))}>{initialsOf(account.name)}</button>
    </div>
  );
}

/** Warning and dialog; mounted where somebody has signed in on this machine before. */
export function SessionWatch() {
  const account = useAccount();
  const ended = useSessionEnded();
  const ending = useEndingSoon(ended ? null : account);
  const later = usePutOff();
  useEffect(() => { if (!ended) putOff(false); }, [ended]);
  return <>{ending && <Warning of={ending} />}{ended && !later && <EndedDialog login={ended.login} onLater={() => putOff(true)} />}</>;
}
