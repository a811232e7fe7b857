/** Setting up the second factor on the way in. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { confirmEnrolment, signOut, startEnrolment, unlessOver } from '../api/sign-in.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { AuthenticatorSteps } from './authenticator-steps.tsx';
import styles from './desk.module.css';
import { setFreshCodes } from './fresh-codes.ts';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: { title: 'Włącz drugi składnik', who: (login: string) => `Konto ${login} wymaga drugiego składnika: kodu z aplikacji w telefonie (na przykład FreeOTP, Aegis, Microsoft Authenticator).`, later: 'Przerwij i wyloguj' },
  en: { title: 'Set up the second factor', who: (login: string) => `The account ${login} needs a second factor: a code of an application in your phone (FreeOTP, Aegis, Microsoft Authenticator, for example).`, later: 'Stop and sign out' },
});

export function Enrolling({ login, onOver }: { readonly login: string; readonly onOver: () => void }) {
  const texts = useTexts(TEXTS);
  const { data, error, refetch } = useQuery({ queryKey: ['enrolment', login], queryFn: startEnrolment, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false });
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={styles.part} aria-labelledby="enrolment-title" data-testid="enrolment">
      <h3 id="enrolment-title" tabIndex={-1} ref={heading}>{texts.title}</h3>
      <p>{texts.who(login)}</p>
      {error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && (
        <AuthenticatorSteps
          enrolment={data} act={act} onCode={async (code) => setFreshCodes(await unlessOver(confirmEnrolment(code), onOver))}
          leave={<Button kind="quiet" onClick={() => act.run(signOut)}>{texts.later}</Button>}
        />
      )}
    </section>
  );
}
