/** A sheet at the right (from below on a phone): a heading that takes the focus, a way to close it, and what it is for. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { classes, IconButton } from './button.tsx';
import styles from './sheet.module.css';
import ui from './ui.module.css';
import { useSheetFocus } from './use-sheet-focus.ts';

const TEXTS = defineTexts({ pl: { close: 'Zamknij' }, en: { close: 'Close' } });

interface Props {
  /** Also the test id. */
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  /** The map must stay in sight on a phone: the sheet takes less of it. */
  readonly low?: boolean;
  readonly children: ReactNode;
}

export function Sheet({ id, title, onClose, low = false, children }: Props) {
  const texts = useTexts(TEXTS);
  const heading = useSheetFocus();
  return (
    <section className={classes(ui.sheet, styles.sheet, low && styles.low)} aria-labelledby={`${id}-title`} data-testid={id} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>{title}</h2>
        <IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
