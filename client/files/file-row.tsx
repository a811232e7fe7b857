/** One of the reader's files in the list: what it is, its colour, showing and closing it, its features. */
import { Locate, Trash2 } from 'lucide-react';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { Button, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import styles from './files.module.css';
import { changeFile, closeFile, type OwnFile, pickFeature } from './files-store.ts';

const TEXTS = defineTexts({
  pl: {
    show: (name: string) => `Pokaż na mapie: ${name}`, close: (name: string) => `Zamknij plik: ${name}`, shown: (name: string) => `Widoczny na mapie: ${name}`, colour: (name: string) => `Kolor pliku: ${name}`,
    features: (count: string) => `Obiekty: ${count}`, vertices: (count: string) => `wierzchołki: ${count}`, declared: 'układ z pliku', figures: 'układ rozpoznany po liczbach', left: (count: string) => `bez geometrii: ${count}`,
    list: (count: string) => `Lista obiektów (${count})`, feature: (number: string) => `Obiekt ${number}`, only: (count: string) => `Lista pokazuje pierwsze ${count}.`,
  },
  en: {
    show: (name: string) => `Show on the map: ${name}`, close: (name: string) => `Close the file: ${name}`, shown: (name: string) => `Visible on the map: ${name}`, colour: (name: string) => `Colour of the file: ${name}`,
    features: (count: string) => `Features: ${count}`, vertices: (count: string) => `vertices: ${count}`, declared: 'system as the file says', figures: 'system told from the figures', left: (count: string) => `without geometry: ${count}`,
    list: (count: string) => `List of features (${count})`, feature: (number: string) => `Feature ${number}`, only: (count: string) => `The list shows the first ${count}.`,
  },
});

const LISTED = 200;
const NAMES = ['name', 'nazwa', 'Name', 'NAZWA', 'title', 'id'];

/** What a feature is called: its first attribute that sounds like a name. */
export const nameOf = (properties: Readonly<Record<string, unknown>> | null): string | undefined => {
  const name = NAMES.find((one) => properties?.[one]);
  return name && String(properties![name]);
};

export function FileRow({ file }: { readonly file: OwnFile }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const { id, name, format, system, systemBy, data: { features }, vertices, left, colour, shown, bbox } = file;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <input type="color" className={styles.colour} aria-label={texts.colour(name)} value={colour} onInput={(event) => changeFile(id, { colour: event.currentTarget.value })} />
        <strong className={styles.name}>{name}</strong>
        <input type="checkbox" role="switch" className={ui.switch} aria-label={texts.shown(name)} checked={shown} aria-checked={shown} onChange={(event) => changeFile(id, { shown: event.currentTarget.checked })} />
        <IconButton name={texts.show(name)} onClick={() => showBox(bbox)}><Locate size={16} aria-hidden /></IconButton>
        <IconButton name={texts.close(name)} onClick={() => closeFile(id)}><Trash2 size={16} aria-hidden /></IconButton>
      </div>
      <p className={ui.note}>
        {format} · {texts.features(number(features.length))} · {texts.vertices(number(vertices))}{left > 0 && ` · ${texts.left(number(left))}`}<br />
        {system} ({texts[systemBy]})
      </p>
      <details>
        <summary className={ui.note}>{texts.list(number(features.length))}</summary>
        <ol className={styles.features}>
          {features.slice(0, LISTED).map((feature, at) => (
            <li key={at}><Button kind="quiet" onClick={() => pickFeature({ file: id, feature: at })}>{nameOf(feature.properties) ?? texts.feature(number(at + 1))}</Button></li>
          ))}
        </ol>
        {features.length > LISTED && <p className={ui.note}>{texts.only(number(LISTED))}</p>}
      </details>
    </li>
  );
}
