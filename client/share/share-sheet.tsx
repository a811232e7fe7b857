/** Sharing what is seen: the link with everything it restores, its QR code, and the device's own way of passing things on. */
import { Copy, Download, Share2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useMapState } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { copyText, saveText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { shareLink, useUrl } from '../url/use-url.ts';
import { printSvg, qrModules } from './qr.ts';
import styles from './share.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Udostępnij', link: 'Link do tego widoku', what: 'Link otwiera to samo miejsce, warstwy, otwarty obiekt, wyszukiwanie i pomiary.', copy: 'Kopiuj link', copied: 'Skopiowano link.',
    notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznaczono link – skopiuj go klawiaturą.', send: 'Wyślij…', qr: 'Kod QR tego linku', save: 'Pobierz kod QR (SVG)', tooLong: 'Link jest za długi na kod QR. Usuń część pomiarów albo skopiuj link.',
    files: 'Pliki otwarte na tym urządzeniu nie są częścią linku.',
  },
  en: {
    title: 'Share', link: 'Link to this view', what: 'The link opens the same place, layers, open object, search and measurements.', copy: 'Copy link', copied: 'Link copied.',
    notCopied: 'The browser did not allow copying. The link is selected – copy it with the keyboard.', send: 'Send…', qr: 'QR code of this link', save: 'Download the QR code (SVG)', tooLong: 'The link is too long for a QR code. Delete some measurements or copy the link.',
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
  const modules = useMemo(() => qrModules(link), [link]);
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
        {'share' in navigator && <Button onClick={() => void navigator.share({ title: document.title, url: link }).catch(() => undefined)}><Share2 size={16} aria-hidden />{texts.send}</Button>}
      </div>
      {modules ? (
        <>
          {/* A scanner needs dark on light, whatever the theme. */}
          <svg className={styles.qr} role="img" aria-label={texts.qr} data-testid="qr" viewBox={`-4 -4 ${modules.size + 8} ${modules.size + 8}`} shapeRendering="crispEdges">
            <rect x={-4} y={-4} width={modules.size + 8} height={modules.size + 8} className={styles.light} />
            <path d={modules.path} className={styles.dark} />
          </svg>
          <Button kind="quiet" onClick={() => saveText('msip-krakow-qr.svg', 'image/svg+xml', printSvg(modules))}><Download size={16} aria-hidden />{texts.save}</Button>
        </>
      ) : <Notice>{texts.tooLong}</Notice>}
    </Sheet>
  );
}
