/** Annotations that stand in one place, which no zoom takes apart: a list to choose from. */
import { X } from 'lucide-react';
import type { AnnotationFeature } from '../api/annotations.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { classes, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { useSheetFocus } from '../ui/use-sheet-focus.ts';
import { annotationPath, openAnnotation, pointAt } from './annotation-links.ts';
import { AnnotationSymbol } from './annotation-symbol.tsx';
import styles from './pile.module.css';

const TEXTS = defineTexts({
  pl: { title: (n: string) => `Adnotacje w tym miejscu: ${n}`, close: 'Zamknij' },
  en: { title: (n: string) => `Annotations in this place: ${n}`, close: 'Close' },
});

export function Pile({ ones, onClose }: { readonly ones: readonly AnnotationFeature['properties'][]; readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const heading = useSheetFocus();
  return (
    <section className={classes(ui.sheet, styles.pile)} aria-labelledby="pile-title" data-testid="pile" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header><h2 id="pile-title" ref={heading} tabIndex={-1}>{texts.title(number(ones.length))}</h2><IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton></header>
      <ul>
        {ones.map((one) => (
          <li key={one.id}>
            <a
              href={annotationPath(one.id)} onPointerEnter={() => pointAt(one.id)} onPointerLeave={() => pointAt(null)} onFocus={() => pointAt(one.id)}
              onClick={(event) => { event.preventDefault(); onClose(); openAnnotation(one.id); }}
            ><AnnotationSymbol facts={one} />{one.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
