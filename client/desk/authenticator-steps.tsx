/** The two steps of setting an authenticator up: taking the key over – QR code, text, link for phones – and the first code as proof. */
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Enrolment } from '../../domain/contract/office/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { qrModules } from '../ui/qr.ts';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { Field, valueOf } from './fields.tsx';
import type { Act } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: {
    scan: 'Zeskanuj ten kod aplikacją.', qr: 'Kod QR z kluczem konta', byHand: 'Nie możesz zeskanować? Wpisz klucz ręcznie:', copy: 'Kopiuj klucz', copied: 'Skopiowano klucz.',
    notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznacz klucz i skopiuj go klawiaturą.', open: 'Otwórz w aplikacji na tym urządzeniu', prove: 'Wpisz kod, który pokazała aplikacja.', code: 'Kod z aplikacji', enter: 'Włącz', entering: 'Sprawdzam…',
  },
  en: {
    scan: 'Scan this code with the application.', qr: 'QR code with the key of the account', byHand: 'Cannot scan? Enter the key by hand:', copy: 'Copy the key', copied: 'Key copied.',
    notCopied: 'The browser did not allow copying. Select the key and copy it with the keyboard.', open: 'Open in the application on this device', prove: 'Enter the code that the application shows.', code: 'Code of the application', enter: 'Set up', entering: 'Checking…',
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

interface Props {
  readonly enrolment: Enrolment;
  readonly act: Act;
  readonly onCode: (code: string) => Promise<unknown>;
  /** The way out, beside the button that goes on. */
  readonly leave: ReactNode;
}

export function AuthenticatorSteps({ enrolment: { secret, uri }, act, onCode, leave }: Props) {
  const texts = useTexts(TEXTS);
  const words = useFaultWords('code')(act.error);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (words) field.current?.select(); }, [words, act.error]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = valueOf(event.currentTarget, 'code').replace(/\s/g, '');
    act.run(() => onCode(code));
  };
  const copy = async () => announce(await copyText(secret) ? texts.copied : texts.notCopied);
  return (
    <ol className={styles.steps}>
      <li>
        <p>{texts.scan}</p>
        <Qr uri={uri} />
        <p className={ui.note} id="secret-note">{texts.byHand}</p>
        <div className={styles.secret} aria-describedby="secret-note" data-testid="enrolment-secret">{inFours(secret)}</div>
        <div className={styles.actions}>
          <Button onClick={() => void copy()}>{texts.copy}</Button>
          <a className={styles.link} href={uri}>{texts.open}</a>
        </div>
      </li>
      <li>
        <p>{texts.prove}</p>
        <form className={styles.form} onSubmit={send}>
          <div className={styles.code}><Field id="code" label={texts.code} autoComplete="one-time-code" inputMode="numeric" maxLength={12} required ref={field} describedBy="enrolment-fault" invalid={words !== null} /></div>
          <Fault id="enrolment-fault" words={words} />
          <div className={styles.actions}><Button type="submit" kind="primary" aria-disabled={act.busy}>{act.busy ? texts.entering : texts.enter}</Button>{leave}</div>
        </form>
      </li>
    </ol>
  );
}
