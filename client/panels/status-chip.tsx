/** The class of an object in words, beside its colour and pattern on the map. */
import { useSay } from '../i18n/language.ts';
import { useClassPaint } from './class-paint.ts';
import styles from './panels.module.css';

export function StatusChip({ layer, value }: { readonly layer: string; readonly value: unknown }) {
  const say = useSay();
  const paint = useClassPaint(layer, value);
  if (!paint) return null;
  return <p className={styles.status}><i style={{ background: paint.background, borderColor: paint.ink }} aria-hidden />{say(paint.drawn.label)}</p>;
}
