/** A row of the list: a tick box to select it, and a link that opens it. Space on the link selects too; the list moves the focus by arrows. */
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';
import { annotationPath, openAnnotation, pointAt } from '../annotation-map/annotation-links.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import { AnnotationFacts } from './annotation-facts.tsx';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: { select: (title: string) => `Zaznacz: ${title}`, changed: (name: string) => `zmienione teraz: ${name}` },
  en: { select: (title: string) => `Select: ${title}`, changed: (name: string) => `changed just now: ${name}` },
});

interface Props {
  readonly one: AnnotationSummary;
  readonly open: boolean;
  readonly pointed: boolean;
  /** Who changed it a moment ago; null: nobody. */
  readonly changedBy: string | null;
  /** null: rows cannot be selected. */
  readonly selected: boolean | null;
  readonly onSelect: (range: boolean) => void;
}

/** A plain press follows inside of the page; with a modifier the browser opens a tab of its own. */
export function follow(event: React.MouseEvent, one: Pick<AnnotationSummary, 'id' | 'place'>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openAnnotation(one.id, one.place);
}

export function AnnotationRow({ one, open, pointed, changedBy, selected, onSelect }: Props) {
  const texts = useTexts(TEXTS);
  return (
    <li className={classes(styles.row, pointed && styles.pointed, selected && styles.selected)} data-annotation={one.id} onPointerEnter={() => pointAt(one.id)} onPointerLeave={() => pointAt(null)}>
      {selected !== null && (
        <label className={styles.tick}><input type="checkbox" checked={selected} aria-label={texts.select(one.title)} onClick={(event) => onSelect(event.shiftKey)} onChange={() => undefined} /></label>
      )}
      <a
        href={annotationPath(one.id)} className={styles.link} aria-current={open || undefined} onClick={(event) => follow(event, one)} onFocus={() => pointAt(one.id)} onBlur={() => pointAt(null)}
        onKeyDown={(event) => {
          if (event.key !== ' ' || selected === null) return;
          event.preventDefault();
          onSelect(event.shiftKey);
        }}
      >
        <AnnotationFacts one={one} />
      </a>
      {changedBy !== null && <span className={styles.changed}>{texts.changed(changedBy)}</span>}
    </li>
  );
}
