/** The whole page takes files that are dropped on it; the code that reads them comes with the first one. */
import { useEffect, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from './files.module.css';
import { holdsFiles } from './use-dragged-files.ts';
import { useOpening } from './use-opening.ts';

const TEXTS = defineTexts({
  pl: { drop: 'Upuść plik, aby zobaczyć go na mapie', what: 'GeoJSON, GPX, KML lub Shapefile w ZIP. Plik nie opuszcza tej przeglądarki.' },
  en: { drop: 'Drop the file to see it on the map', what: 'GeoJSON, GPX, KML or a zipped Shapefile. The file does not leave this browser.' },
});

/** `onDrop`: files are being opened now. */
export function DropZone({ onDrop }: { readonly onDrop: () => void }) {
  const texts = useTexts(TEXTS);
  // It is fetched because files are over the page.
  const [over, setOver] = useState(true);
  const open = useOpening();
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => { if (!relatedTarget) setOver(false); };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      setOver(false);
      onDrop();
      void open([...event.dataTransfer!.files]);
    };
    addEventListener('dragenter', drag);
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', drag);
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
  return over ? <div className={styles.drop}><div><strong>{texts.drop}</strong><br />{texts.what}</div></div> : null;
}
