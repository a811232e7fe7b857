/** Recovery codes, shown once: to be copied, printed or saved before going on. */
import { Copy, Download, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RecoveryCodes as Fresh } from '../../domain/contract/office/session.ts';
import { dayInKrakow } from '../../domain/day.ts';
import { setSession } from '../api/session.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText, saveText } from '../ui/copy.ts';
import styles from './desk.module.css';
import { setFreshCodes } from './fresh-codes.ts';
import { printSheet } from './print-sheet.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Kody zapasowe', why: 'Każdy z nich zastąpi raz kod z aplikacji, gdy nie będziesz mieć telefonu. Więcej ich nie pokażemy: zachowaj je poza tym komputerem.', copy: 'Kopiuj', copied: 'Skopiowano kody.', notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznacz kody i skopiuj je klawiaturą.',
    print: 'Drukuj', save: 'Pobierz', kept: 'Kody są zapisane w bezpiecznym miejscu', go: 'Przejdź do biurka', file: 'kody-zapasowe-msip.txt', head: (login: string, day: string) => `MSIP Kraków – kody zapasowe konta ${login}, ${day}`,
  },
  en: {
    title: 'Recovery codes', why: 'Each of them takes the place of a code of the application once, when you do not have the phone. They are not shown again: keep them away from this computer.', copy: 'Copy', copied: 'Codes copied.', notCopied: 'The browser did not allow copying. Select the codes and copy them with the keyboard.',
    print: 'Print', save: 'Download', kept: 'The codes are kept in a safe place', go: 'Go to the desk', file: 'msip-recovery-codes.txt', head: (login: string, day: string) => `MSIP Kraków – recovery codes of the account ${login}, ${day}`,
  },
});

export function RecoveryCodes({ codes: { recoveryCodes, account } }: { readonly codes: Fresh }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const [kept, setKept] = useState(false);
  const [day] = useState(() => dayInKrakow());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const head = texts.head(account.login, date(day));
  const text = `${head}\n\n${recoveryCodes.map((code, at) => `${at + 1}. ${code}`).join('\n')}\n`;
  const copy = async () => announce(await copyText(text) ? texts.copied : texts.notCopied);
  const go = () => {
    setSession({ state: 'signed-in', account });
    setFreshCodes(null);
  };
  return (
    <section className={styles.part} aria-labelledby="codes-title" data-testid="recovery-codes">
      <h3 id="codes-title" tabIndex={-1} ref={heading}>{texts.title}</h3>
      <p>{texts.why}</p>
      <ol className={`${styles.secret} ${styles.codes}`}>{recoveryCodes.map((code) => <li key={code}><span>{code}</span></li>)}</ol>
      <div className={styles.actions}>
        <Button onClick={() => void copy()}><Copy size={16} aria-hidden />{texts.copy}</Button>
        <Button onClick={() => printSheet(head, recoveryCodes)}><Printer size={16} aria-hidden />{texts.print}</Button>
        <Button onClick={() => saveText(texts.file, 'text/plain', text)}><Download size={16} aria-hidden />{texts.save}</Button>
      </div>
      <label className={styles.choice}><input type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />{texts.kept}</label>
      <div className={styles.actions}><Button kind="primary" disabled={!kept} onClick={go}>{texts.go}</Button></div>
    </section>
  );
}
