/** Sharing what is seen: the link with everything it restores, its QR code, and the device's own way of passing things on. */
import { Copy, Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useMapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { shareLink, useUrl } from '../url/use-url.ts';
import { EmbedCode } from './embed-code.tsx';
import { QrCode } from './qr-code.tsx';
import { ShortLink } from './short-link.tsx';
import styles from './share.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Udostępnij', link: 'Link do tego widoku', what: 'Link otwiera to samo miejsce, warstwy, otwarty obiekt, wyszukiwanie i pomiary.', copy: 'Kopiuj link', copied: 'Skopiowano link.',
    notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono link – skopiuj go klawiaturą.', send: 'Wyślij…',
    files: 'Pliki otwarte na tym urządzeniu nie są częścią linku.',
  },
  en: {
    title: 'Share', link: 'Link to this view', what: 'The link opens the same place, layers, open object, search and measurements.', copy: 'Copy link', copied: 'Link copied.',
    notCopied: 'The browser did not allow copying. The link is selected – copy it with the keyboard.', send: 'Send…',
    files: 'Files opened on this device are not part of the link.',
  },
});

/** The link as others need it: without this sheet. Follows address and camera. */
function useLink(): string {
  useUrl();
  useMapState((state) => state.bounds);
  return shareLink({ tool: null });
}

export function ShareSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const link = useLink();
  const field = useRef<HTMLInputElement>(null);
  const [short, setShort] = useState<{ readonly of: string; readonly url: string } | null>(null);
  const shortUrl = short?.of === link ? short.url : null;
  const copy = async () => {
    if (await copyText(link)) return announce(texts.copied);
    field.current?.select();
    announce(texts.notCopied);
  };
  return (
    <Sheet id="share" title={texts.title} onClose={onClose}>
      <div className={styles.link}>
        <label htmlFor="share-link">{texts.link}</label>
        <input id="share-link" ref={field} className={styles.input} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        <p className={ui.note}>{texts.what} {texts.files}</p>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => void copy()}><Copy size={16} aria-hidden />{texts.copy}</Button>
        {'share' in navigator && <Button onClick={() => void navigator.share({ title: document.title, url: shortUrl ?? link }).catch(() => undefined)}><Share2 size={16} aria-hidden />{texts.send}</Button>}
      </div>
      <ShortLink link={link} url={shortUrl} onMade={(url) => setShort({ of: link, url })} />
      <QrCode link={shortUrl ?? link} />
      <EmbedCode />
    </Sheet>
  );
}
