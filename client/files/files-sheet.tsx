/** The reader's own files: choosing them, what became of each, and the attributes of a picked feature – as text and nothing else. */
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { FileRow, nameOf } from './file-row.tsx';
import styles from './files.module.css';
import { forgetRefusals, pickFeature, useFiles } from './files-store.ts';
import { useOpening } from './use-opening.ts';
import { MAX_BYTES, MAX_FILES, MAX_VERTICES } from './own-file.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Własne pliki', choose: 'Wybierz pliki', list: 'Otwarte pliki', forget: 'Rozumiem', attributes: 'Atrybuty', none: 'Ten obiekt nie ma atrybutów.', hide: 'Ukryj atrybuty', feature: 'Obiekt z pliku',
    hint: (mb: string, vertices: string) => `Upuść plik na stronę albo wybierz go: GeoJSON, GPX, KML lub Shapefile w ZIP; do ${mb} MB i ${vertices} wierzchołków. Plik nie opuszcza tej przeglądarki. Układy: WGS 84, PL-2000 strefa 7, PL-1992.`,
    'too-big': 'Plik jest za duży (limit 20 MB, po rozpakowaniu 60 MB). Podziel go albo uprość.', 'unknown-format': 'Tego formatu nie umiem otworzyć. Zapisz plik jako GeoJSON, GPX, KML albo Shapefile spakowany do ZIP.',
    broken: 'Plik jest uszkodzony albo niepełny. Zapisz go ponownie w programie, z którego pochodzi.', 'too-many-vertices': 'Plik ma ponad 50 000 wierzchołków. Uprość geometrię albo wybierz mniejszy obszar.',
    'unknown-system': 'Nie rozpoznano układu współrzędnych. Zapisz plik w WGS 84 (EPSG:4326), PL-2000 strefa 7 (EPSG:2178) albo PL-1992 (EPSG:2180).', empty: 'W pliku nie ma żadnej geometrii.',
    'incomplete-shapefile': 'W archiwum ZIP nie ma pliku .shp. Spakuj razem .shp, .dbf, .prj i .shx.', 'too-slow': 'Czytanie pliku trwało za długo i zostało przerwane. Podziel go albo uprość.',
    'too-many-files': (count: string) => `Otwarto już ${count} plików. Zamknij któryś, aby otworzyć następny.`,
  },
  en: {
    title: 'Your files', choose: 'Choose files', list: 'Open files', forget: 'Understood', attributes: 'Attributes', none: 'This feature has no attributes.', hide: 'Hide attributes', feature: 'Feature of a file',
    hint: (mb: string, vertices: string) => `Drop a file on the page or choose it: GeoJSON, GPX, KML or a zipped Shapefile; up to ${mb} MB and ${vertices} vertices. The file does not leave this browser. Systems: WGS 84, PL-2000 zone 7, PL-1992.`,
    'too-big': 'The file is too large (limit 20 MB, 60 MB unpacked). Divide or simplify it.', 'unknown-format': 'I cannot open this format. Save the file as GeoJSON, GPX, KML or a Shapefile packed into a ZIP.',
    broken: 'The file is damaged or incomplete. Save it again in the program it comes from.', 'too-many-vertices': 'The file has more than 50,000 vertices. Simplify its geometry or choose a smaller area.',
    'unknown-system': 'The coordinate system was not recognised. Save the file in WGS 84 (EPSG:4326), PL-2000 zone 7 (EPSG:2178) or PL-1992 (EPSG:2180).', empty: 'There is no geometry in the file.',
    'incomplete-shapefile': 'There is no .shp in the ZIP archive. Pack .shp, .dbf, .prj and .shx together.', 'too-slow': 'Reading the file took too long and was stopped. Divide or simplify it.',
    'too-many-files': (count: string) => `${count} files are open already. Close one to open the next.`,
  },
});

/** Attributes of the picked feature. Values come from anywhere: they are shown as text, links too. */
function Attributes() {
  const texts = useTexts(TEXTS);
  const picked = useFiles((state) => state.picked);
  const file = useFiles(({ files }) => files.find(({ id }) => id === picked?.file));
  const feature = picked && file?.data.features[picked.feature];
  if (!feature) return null;
  const attributes = Object.entries(feature.properties ?? {});
  return (
    <section className={styles.attributes} aria-label={texts.attributes} data-testid="attributes">
      <h3>{nameOf(feature.properties) ?? texts.feature} · {file.name}</h3>
      {attributes.length === 0 && <p className={ui.note}>{texts.none}</p>}
      <dl>{attributes.map(([name, value]) => <div key={name}><dt className={ui.note}>{name}</dt><dd>{String(value)}</dd></div>)}</dl>
      <Button kind="quiet" onClick={() => pickFeature(null)}>{texts.hide}</Button>
    </section>
  );
}

export function FilesSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const files = useFiles((state) => state.files);
  const refusals = useFiles((state) => state.refusals);
  const reading = useFiles((state) => state.reading);
  const input = useRef<HTMLInputElement>(null);
  const open = useOpening();
  return (
    <Sheet id="files" title={texts.title} onClose={onClose}>
      <p className={ui.note}>{texts.hint(number(MAX_BYTES / 2 ** 20), number(MAX_VERTICES))}</p>
      <Button kind={files.length > 0 ? 'plain' : 'primary'} onClick={() => input.current?.click()}><FolderOpen size={16} aria-hidden />{texts.choose}</Button>
      <input
        ref={input} type="file" multiple hidden data-testid="choose-file" aria-label={texts.choose} accept=".geojson,.json,.gpx,.kml,.zip,application/geo+json,application/gpx+xml,application/vnd.google-earth.kml+xml,application/zip"
        onChange={({ currentTarget }) => {
          void open([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {reading.length > 0 && <Loading />}
      {refusals.map(({ id, name, code, detail }) => (
        <Notice key={id} kind="bad"><strong className={styles.name}>{name}</strong>: {code === 'too-many-files' ? texts[code](number(MAX_FILES)) : texts[code]}{code === 'unknown-system' && detail && ` (${detail})`}</Notice>
      ))}
      {refusals.length > 0 && <Button kind="quiet" onClick={forgetRefusals}>{texts.forget}</Button>}
      <Attributes />
      {files.length > 0 && <ul aria-label={texts.list}>{files.map((file) => <FileRow key={file.id} file={file} />)}</ul>}
    </Sheet>
  );
}
