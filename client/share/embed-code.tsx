/** "Embed on a page": the code of a frame with this view, to be copied. */
import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { EMBED_PATH } from '../../domain/paths.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import ui from '../ui/ui.module.css';
import { useUrl } from '../url/use-url.ts';
import { embedAddress, embedCode } from './embed-address.ts';
import styles from './share.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Osadź na stronie', label: 'Kod ramki z tym widokiem', frame: 'Mapa – MSIP Kraków', what: 'Wklej kod do swojej strony. Mapa pokaże te same warstwy i obiekt, w tym języku. Wysokość można zmienić.',
    copy: 'Kopiuj kod', copied: 'Skopiowano kod ramki.', notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono kod – skopiuj go klawiaturą.', look: 'Zobacz ramkę w nowej karcie',
  },
  en: {
    title: 'Embed on a page', label: 'Code of a frame with this view', frame: 'Map – MSIP Kraków', what: 'Paste the code into your page. The map shows the same layers and object, in this language. The height may be changed.',
    copy: 'Copy the code', copied: 'Frame code copied.', notCopied: 'The browser did not allow copying. The code is selected – copy it with the keyboard.', look: 'See the frame in a new tab',
  },
});

/** Follows the sheet around it, which follows address and camera. */
export function EmbedCode() {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const address = embedAddress(location.origin, useUrl(), lang, location.hash);
  const code = embedCode(address, texts.frame);
  const copy = async () => {
    if (await copyText(code)) return announce(texts.copied);
    field.current?.select();
    announce(texts.notCopied);
  };
  return (
    <details className={styles.embed} data-testid="embed-code">
      <summary>{texts.title}</summary>
      <div className={styles.link}>
        <label htmlFor="share-embed">{texts.label}</label>
        <textarea id="share-embed" ref={field} className={styles.code} readOnly rows={6} spellCheck={false} value={code} onFocus={(event) => event.currentTarget.select()} />
        <p className={ui.note}>{texts.what}</p>
      </div>
      <div className={styles.actions}>
        <Button onClick={() => void copy()}><Copy size={16} aria-hidden />{texts.copy}</Button>
        <a className={styles.look} href={address.slice(address.indexOf(EMBED_PATH))} target="_blank" rel="noopener noreferrer">{texts.look}</a>
      </div>
    </details>
  );
}
