/** The QR code of a link, drawn and as a file. */
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { saveText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import { printSvg, qrModules } from '../ui/qr.ts';
import styles from './share.module.css';

const TEXTS = defineTexts({
  pl: { qr: 'Kod QR tego linku', save: 'Pobierz kod QR (SVG)', tooLong: 'Link jest za długi na kod QR. Utwórz krótki link, a kod powstanie z niego.' },
  en: { qr: 'QR code of this link', save: 'Download the QR code (SVG)', tooLong: 'The link is too long for a QR code. Make a short link: the code will be of that one.' },
});

export function QrCode({ link }: { readonly link: string }) {
  const texts = useTexts(TEXTS);
  const modules = useMemo(() => qrModules(link), [link]);
  if (!modules) return <Notice>{texts.tooLong}</Notice>;
  return (
    <>
      {/* A scanner needs dark on light, whatever the theme. */}
      <div className={styles.square}>
        <svg className={styles.qr} role="img" aria-label={texts.qr} data-testid="qr" viewBox={`-4 -4 ${modules.size + 8} ${modules.size + 8}`} shapeRendering="crispEdges">
          <rect x={-4} y={-4} width={modules.size + 8} height={modules.size + 8} className={styles.light} />
          <path d={modules.path} className={styles.dark} />
        </svg>
      </div>
      <Button kind="quiet" onClick={() => saveText('msip-krakow-qr.svg', 'image/svg+xml', printSvg(modules))}><Download size={16} aria-hidden />{texts.save}</Button>
    </>
  );
}
