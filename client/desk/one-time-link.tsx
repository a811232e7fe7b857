/** A one-time link, shown once: to be handed to the person it is for. */
import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { InvitationLink } from '../../domain/contract/office/session.ts';
import { defineTexts, useMoment, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';

const TEXTS = defineTexts({
  pl: { title: (name: string) => `Link dla: ${name}`, label: 'Jednorazowy link', note: (until: string) => `Przekaż go tej osobie bezpiecznie. Działa raz, do ${until}. Nie pokażemy go ponownie.`, copy: 'Kopiuj link', copied: 'Skopiowano link.', notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono link – skopiuj go klawiaturą.', close: 'Gotowe' },
  en: { title: (name: string) => `Link for ${name}`, label: 'One-time link', note: (until: string) => `Hand it to that person safely. It works once, until ${until}. It is not shown again.`, copy: 'Copy the link', copied: 'Link copied.', notCopied: 'The browser did not allow copying. The link is selected – copy it with the keyboard.', close: 'Done' },
});

export function OneTimeLink({ name, link: { url, expiresAt }, onClose }: { readonly name: string; readonly link: InvitationLink; readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const moment = useMoment();
  const [heading, field] = [useRef<HTMLHeadingElement>(null), useRef<HTMLInputElement>(null)];
  useEffect(() => heading.current?.focus(), [heading, url]);
  const copy = async () => {
    if (await copyText(url)) return announce(texts.copied);
    field.current?.select();
    announce(texts.notCopied);
  };
  return (
    <section className={styles.part} aria-labelledby="link-title" data-testid="one-time-link">
      <h3 id="link-title" tabIndex={-1} ref={heading}>{texts.title(name)}</h3>
      <div className={styles.field}>
        <label htmlFor="one-time">{texts.label}</label>
        <div className={styles.input}><input id="one-time" ref={field} readOnly value={url} aria-describedby="one-time-note" onFocus={(event) => event.currentTarget.select()} /></div>
        <p id="one-time-note" className={ui.note}>{texts.note(moment(expiresAt))}</p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => void copy()}><Copy size={16} aria-hidden />{texts.copy}</Button>
        <Button kind="quiet" onClick={onClose}>{texts.close}</Button>
      </div>
    </section>
  );
}
