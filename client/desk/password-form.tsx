/** Signing in: login and password, or the provider of the office. */
import { ExternalLink, LogIn } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { providerPath, signIn } from '../api/sign-in.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, PasswordField, valueOf } from './fields.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Zaloguj się', who: 'Biurko jest dla osób z Biura Planowania Przestrzennego. Do oglądania mapy nie trzeba konta.', login: 'Login', password: 'Hasło', enter: 'Zaloguj się', entering: 'Sprawdzam…', or: 'lub', oidc: (name: string) => `Zaloguj się przez: ${name}`,
    beside: '(otworzy się w nowej karcie; ta zostanie, jak jest)', none: 'Logowanie nie jest w tej chwili możliwe. Zapytaj administratora.', forgotten: 'Nie pamiętasz hasła? Administrator wystawi jednorazowy link do ustawienia nowego.',
    over: 'Za dużo błędnych kodów albo minął czas na ten krok. Zacznij logowanie od nowa.',
    provider: { away: 'Usługa logowania chwilowo nie działa. Spróbuj ponownie za chwilę.', forbidden: 'Usługa logowania Cię zna, ale nie ma tu Twojego konta. Może je założyć administrator.', unauthorized: 'To logowanie trwało za długo albo zaczęło się w innej przeglądarce. Zacznij od nowa.' },
  },
  en: {
    title: 'Sign in', who: 'The desk is for people of the planning office. The map needs no account.', login: 'Login', password: 'Password', enter: 'Sign in', entering: 'Checking…', or: 'or', oidc: (name: string) => `Sign in with ${name}`,
    beside: '(opens in a new tab; this one stays as it is)', none: 'Signing in is not possible at the moment. Ask the administrator.', forgotten: 'Forgotten the password? The administrator makes a one-time link to set a new one.',
    over: 'Too many wrong codes, or the time for this step is over. Begin signing in again.',
    provider: { away: 'The sign-in service is not working at the moment. Try again shortly.', forbidden: 'The sign-in service knows you, but there is no account for you here. An administrator can make one.', unauthorized: 'This sign-in took too long or was begun in another browser. Begin again.' },
  },
});

interface Props {
  /** Name of the provider; null: none is configured. */
  readonly oidc: string | null;
  readonly passwords: boolean;
  readonly login: string;
  readonly keepPage: boolean;
  /** A sign-in was begun and is over: too many wrong codes, or too much time. */
  readonly over: boolean;
}

/** Where the provider sends people back to: this very page, or the desk in a tab of its own. */
const here = (): string => (location.pathname.startsWith('/zaproszenie') ? '/biurko' : location.pathname + location.search);

export function PasswordForm({ oidc, passwords, login, keepPage, over }: Props) {
  const texts = useTexts(TEXTS);
  const [fault] = useState(() => new URLSearchParams(location.search).get('oidc-fault'));
  const act = useAct();
  const words = useFaultWords('password')(act.error);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => { if (words) password.current?.select(); }, [words, act.error]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    act.run(() => signIn({ login: valueOf(form, 'login').trim().toLowerCase(), password: valueOf(form, 'password') }));
  };
  const failed = { describedBy: 'sign-in-fault', invalid: words !== null };
  return (
    <section className={styles.part} aria-labelledby="sign-in-title" data-testid="sign-in">
      <h3 id="sign-in-title">{texts.title}</h3>
      {!keepPage && <p className={ui.note}>{texts.who}</p>}
      {over && <Notice kind="bad">{texts.over}</Notice>}
      {fault && <Notice kind="bad">{texts.provider[fault === 'forbidden' || fault === 'unauthorized' ? fault : 'away']}</Notice>}
      {passwords && (
        <form className={styles.form} onSubmit={send}>
          <Field id="login" label={texts.login} autoComplete="username" maxLength={40} required defaultValue={login} {...failed} />
          <PasswordField id="password" label={texts.password} autoComplete="current-password" ref={password} {...failed} />
          <Fault id="sign-in-fault" words={words} />
          <div className={styles.actions}><Button type="submit" kind="primary" aria-disabled={act.busy}><LogIn size={16} aria-hidden />{act.busy ? texts.entering : texts.enter}</Button></div>
          <p className={ui.note}>{texts.forgotten}</p>
        </form>
      )}
      {passwords && oidc && <div className={styles.or}>{texts.or}</div>}
      {oidc && (
        <div className={styles.field}>
          <a className={styles.link} data-testid="oidc" href={providerPath(keepPage ? '/biurko' : here())} {...(keepPage ? { target: '_blank', rel: 'noopener' } : {})}><ExternalLink size={16} aria-hidden />{texts.oidc(oidc)}</a>
          {keepPage && <p className={ui.note}>{texts.beside}</p>}
        </div>
      )}
      {!passwords && !oidc && <Notice>{texts.none}</Notice>}
    </section>
  );
}
