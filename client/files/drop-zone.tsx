/** Says that files may be dropped, and opens those that were. */
import { useEffect, useRef } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from './files.module.css';
import type { DraggedFiles } from './use-dragged-files.ts';
import { useOpening } from './use-opening.ts';

const TEXTS = defineTexts({
  pl: { drop: 'Upuść plik, aby zobaczyć go na mapie', what: 'GeoJSON, GPX, KML lub Shapefile w ZIP. Plik nie opuszcza tej przeglądarki.' },
  en: { drop: 'Drop the file to see it on the map', what: 'GeoJSON, GPX, KML or a zipped Shapefile. The file does not leave this browser.' },
});

/** `onDrop`: files are being opened now. */
export function DropZone({ over, dropped, onDrop }: DraggedFiles & { readonly onDrop: () => void }) {
  const texts = useTexts(TEXTS);
  const open = useOpening();
  const latest = useRef({ open, onDrop });
  latest.current = { open, onDrop };
  useEffect(() => {
    if (!dropped) return;
    latest.current.onDrop();
    void latest.current.open([...dropped]);
  }, [dropped]);
  return over ? <div className={styles.drop}><div><strong>{texts.drop}</strong><br />{texts.what}</div></div> : null;
}
