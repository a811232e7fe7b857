/** The list as a file: links with the conditions of the list, how many will be in it, and what the limit is. */
import { Download } from 'lucide-react';
import { type AnnotationFilters, EXPORT_FORMATS, exportPath } from '../api/annotations.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: { export: (n: string) => `Zapisz do pliku (${n})`, limit: (n: string) => `Plik mieści najwyżej ${n} adnotacji. Zawęź warunki.`, gpkg: 'GeoPackage', xlsx: 'XLSX', geojson: 'GeoJSON' },
  en: { export: (n: string) => `Save as a file (${n})`, limit: (n: string) => `A file holds at most ${n} annotations. Narrow the conditions.`, gpkg: 'GeoPackage', xlsx: 'XLSX', geojson: 'GeoJSON' },
});

/** As many as the server puts into a file. */
const LIMIT = 20_000;

export function ExportLinks({ filters, count }: { readonly filters: AnnotationFilters; readonly count: number }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return (
    <nav className={styles.export} aria-labelledby="annotations-export">
      <p id="annotations-export" className={ui.note}>{count > LIMIT ? texts.limit(number(LIMIT)) : texts.export(number(count))}</p>
      {count <= LIMIT && EXPORT_FORMATS.map((format) => <a key={format} className={classes(ui.button, ui.quiet)} href={exportPath(format, { ...filters, sort: null })} download><Download size={15} aria-hidden />{texts[format]}</a>)}
    </nav>
  );
}
