/** Says quietly whether changes of others arrive. */
import { useLiveState } from '../api/annotation-events.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: { live: 'na żywo', connecting: 'łączenie…', off: 'bez podglądu na żywo' },
  en: { live: 'live', connecting: 'connecting…', off: 'not live' },
});

export function LiveNote() {
  const texts = useTexts(TEXTS);
  const state = useLiveState();
  return <span className={styles.live} data-live={state} data-testid="live"><i aria-hidden />{texts[state]}</span>;
}
