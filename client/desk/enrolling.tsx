/** Setting up the second factor: a QR code, the secret as text, a link for phones, and the first code as proof. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useRef } from 'react';
import { confirmEnrolment, signOut, startEnrolment, unlessOver } from '../api/sign-in.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { qrModules } from '../ui/qr.ts';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, valueOf } from './fields.tsx';
import { setFreshCodes } from './fresh-codes.ts';
import { useAct } from './use-act.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Włącz drugi składnik', who: (login: string) => `Konto ${login} wymaga drugiego składnika: kodu z aplikacji w telefonie (na przykład FreeOTP, Aegis, Microsoft Authenticator).`, scan: 'Zeskanuj ten kod aplikacją.', qr: 'Kod QR z kluczem konta',
    byHand: 'Nie możesz zeskanować? Wpisz klucz ręcznie:', copy: 'Kopiuj klucz', copied: 'Skopiowano klucz.', notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznacz klucz i skopiuj go klawiaturą.', open: 'Otwórz w aplikacji na tym urządzeniu',
    prove: 'Wpisz kod, który pokazała aplikacja.', code: 'Kod z aplikacji', enter: 'Włącz', entering: 'Sprawdzam…', later: 'Przerwij i wyloguj',
  },
  en: {
    title: 'Set up the second factor', who: (login: string) => `The account ${login} needs a second factor: a code of an application in your phone (FreeOTP, Aegis, Microsoft Authenticator, for example).`, scan: 'Scan this code with the application.', qr: 'QR code with the key of the account',
    byHand: 'Cannot scan? Enter the key by hand:', copy: 'Copy the key', copied: 'Key copied.', notCopied: 'The browser did not allow copying. Select the key and copy it with the keyboard.', open: 'Open in the application on this device',
    prove: 'Enter the code that the application shows.', code: 'Code of the application', enter: 'Set up', entering: 'Checking…', later: 'Stop and sign out',
  },
});

/** In fours: easier to type. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

function Qr({ uri }: { readonly uri: string }) {
  const texts = useTexts(TEXTS);
  const modules = useMemo(() => qrModules(uri), [uri]);
  if (!modules) return null;
  return (
    <div className={styles.qr}>
      <svg role="img" aria-label={texts.qr} data-testid="enrolment-qr" viewBox={`-4 -4 ${modules.size + 8} ${modules.size + 8}`} shapeRendering="crispEdges">
        <rect x={-4} y={-4} width={modules.size + 8} height={modules.size + 8} className={styles.light} />
        <path d={modules.path} className={styles.dark} />
      </svg>
    </div>
  );
}

export function Enrolling({ login, onOver }: { readonly login: string; readonly onOver: () => void }) {
  const texts = useTexts(TEXTS);
  // One secret as long as this stands: a second one would make the first void.
  const { data, error, refetch } = useQuery({ queryKey: ['enrolment', login], queryFn: startEnrolment, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false });
  const act = useAct();
  const words = useFaultWords('code')(act.error);
  const [heading, field] = [useRef<HTMLHeadingElement>(null), useRef<HTMLInputElement>(null)];
  useEffect(() => heading.current?.focus({ preventScroll: true }), [heading]);
  useEffect(() => { if (words) field.current?.select(); }, [words, act.error, field]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = valueOf(event.currentTarget, 'code').replace(/\s/g, '');
    act.run(async () => setFreshCodes(await unlessOver(confirmEnrolment(code), onOver)));
  };
  const copy = async (secret: string) => announce(await copyText(secret) ? texts.copied : texts.notCopied);
  return (
    <section className={styles.part} aria-labelledby="enrolment-title" data-testid="enrolment">
      <h3 id="enrolment-title" tabIndex={-1} ref={heading}>{texts.title}</h3>
      <p>{texts.who(login)}</p>
      {error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && (
        <ol className={styles.steps}>
          <li>
            <p>{texts.scan}</p>
            <Qr uri={data.uri} />
            <p className={ui.note} id="secret-note">{texts.byHand}</p>
            <div className={styles.secret} aria-describedby="secret-note" data-testid="enrolment-secret">{inFours(data.secret)}</div>
            <div className={styles.actions}>
              <Button onClick={() => void copy(data.secret)}>{texts.copy}</Button>
              <a className={styles.link} href={data.uri}>{texts.open}</a>
            </div>
          </li>
          <li>
            <p>{texts.prove}</p>
            <form className={styles.form} onSubmit={send}>
              <div className={styles.code}><Field id="code" label={texts.code} autoComplete="one-time-code" inputMode="numeric" maxLength={12} required ref={field} describedBy="enrolment-fault" invalid={words !== null} /></div>
              <Fault id="enrolment-fault" words={words} />
              <div className={styles.actions}>
                <Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.entering : texts.enter}</Button>
                <Button kind="quiet" onClick={() => act.run(signOut)}>{texts.later}</Button>
              </div>
            </form>
          </li>
        </ol>
      )}
    </section>
  );
}
