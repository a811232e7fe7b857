/** One object of a layer in a list: its class as the map draws it, its name, a remark; pressed, it opens. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { OTHER } from '../../domain/style/symbol-classes.ts';
import { useSay } from '../i18n/language.ts';
import { openObject } from '../selection/use-selection.ts';
import styles from '../selection/selection.module.css';
import { usePalette } from '../theme/theme.ts';
import { Swatch } from './swatch.tsx';

interface Props {
  readonly layer: string;
  readonly objectKey: string;
  readonly title: string;
  /** Value of the classifying field; null where there is one class. */
  readonly value: string | number | null;
  readonly children?: ReactNode;
  /** The pointer or the focus is on the row, or left it. */
  readonly onPoint?: (on: boolean) => void;
}

export function ObjectRow({ layer: id, objectKey, title, value, children, onPoint }: Props) {
  const say = useSay();
  const palette = usePalette();
  const layer = findLayer(id);
  if (!layer) return null;
  const classes = legendClasses(layer, palette);
  const { kind } = layer.symbology;
  const drawn = (kind === 'steps' ? classes.findLast((one) => Number(one.value) <= Number(value)) : classes.find((one) => one.value === String(value))) ?? classes.find((one) => one.value === OTHER) ?? classes[0]!;
  return (
    <li>
      <button
        type="button" className={styles.choice} onClick={() => openObject({ layer: id, key: objectKey })}
        onPointerEnter={() => onPoint?.(true)} onPointerLeave={() => onPoint?.(false)} onFocus={() => onPoint?.(true)} onBlur={() => onPoint?.(false)}
      >
        <Swatch drawn={drawn} layer={layer} />
        <span><b>{title}</b><small>{classes.length > 1 && say(drawn.label)}{classes.length > 1 && children ? ' · ' : null}{children}</small></span>
        <ChevronRight size={16} aria-hidden />
      </button>
    </li>
  );
}
