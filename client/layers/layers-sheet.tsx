/** The layers sheet: the one list of layers with its legend, grouped by subject, with search, zone display and reset. */
import { RotateCcw, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { LAYERS } from '../../domain/layers/index.ts';
import { type Layer, type Subject, SUBJECTS } from '../../domain/layers/layer.ts';
import type { Palette } from '../../domain/style/palette.ts';
import { AnnotationLegend } from '../annotation-map/annotation-legend.tsx';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { useMapState } from '../map/map-store.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { Button, classes, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { useSheetFocus } from '../ui/use-sheet-focus.ts';
import { BackgroundChoice } from './background-choice.tsx';
import { resetLayers, useVisibleLayers } from './layer-state.ts';
import { LayerRow } from './layer-row.tsx';
import styles from './layers.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Warstwy', close: 'Zamknij warstwy', search: 'Szukaj warstwy lub oznaczenia', reset: 'Przywróć', nothing: 'Żadna warstwa nie ma takiej nazwy ani oznaczenia.',
    zones: 'Tereny i strefy', colour: 'kolorem', pattern: 'wzorem z symbolem',
    planning: 'Planowanie przestrzenne', cadastre: 'Ewidencja gruntów', land: 'Grunty gminne', investment: 'Inwestycje', protection: 'Ograniczenia i ochrona', green: 'Zieleń', city: 'Miasto', base: 'Podkład mapy',
  },
  en: {
    title: 'Layers', close: 'Close layers', search: 'Search for a layer or a class', reset: 'Reset', nothing: 'No layer has such a name or class.',
    zones: 'Zones', colour: 'by colour', pattern: 'by pattern with symbol',
    planning: 'Spatial planning', cadastre: 'Cadastre', land: 'Municipal land', investment: 'Investment', protection: 'Constraints and protection', green: 'Green', city: 'City', base: 'Base map',
  },
} satisfies Record<'pl' | 'en', Record<Subject, string> & Record<string, string>>);

/** Without diacritics and case: "zielen" finds "Zieleń". */
const plain = (text: string) => text.toLocaleLowerCase('pl').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

const matches = (layer: Layer, wanted: string): boolean =>
  [layer.title, layer.abstract, ...layer.symbology.classes.map(({ label }) => label)].some(({ pl, en }) => plain(`${pl} ${en}`).includes(wanted))
  || layer.symbology.classes.some(({ value }) => plain(String(value)) === wanted);

export function LayersSheet({ palette, onClose }: { readonly palette: Palette; readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { zones, opacity, hidden } = useUrl();
  const visible = useVisibleLayers();
  const zoom = useMapState((state) => state.zoom);
  const heading = useSheetFocus();
  const [typed, setTyped] = useState('');
  const wanted = plain(useDeferredValue(typed).trim());
  const found = LAYERS.filter((layer) => wanted === '' || matches(layer, wanted));
  return (
    <section className={classes(ui.sheet, styles.sheet)} aria-labelledby="layers-title" data-testid="layers" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}>
        <h2 id="layers-title" ref={heading} tabIndex={-1}>{texts.title}</h2>
        <Button kind="quiet" onClick={resetLayers}><RotateCcw size={14} aria-hidden />{texts.reset}</Button>
        <IconButton name={texts.close} onClick={onClose}><X size={18} aria-hidden /></IconButton>
      </header>
      <div className={styles.scroll}>
        <input type="search" className={styles.search} placeholder={texts.search} aria-label={texts.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <fieldset className={styles.modes}>
          <legend>{texts.zones}</legend>
          {(['colour', 'pattern'] as const).map((mode) => (
            <label key={mode}><input type="radio" name="zone-mode" checked={zones === mode} onChange={() => navigate({ zones: mode })} />{texts[mode]}</label>
          ))}
        </fieldset>
        {wanted === '' && <AnnotationLegend />}
        <BackgroundChoice />
        {found.length === 0 && <p className={ui.note}>{texts.nothing}</p>}
        {SUBJECTS.map((subject) => {
          // People read from the top of the map down; the catalogue is drawn from the bottom up.
          const layers = found.filter((layer) => layer.subject === subject).toReversed();
          return layers.length > 0 && (
            <section key={subject} className={styles.group} aria-labelledby={`subject-${subject}`}>
              <h3 id={`subject-${subject}`}>{texts[subject]}</h3>
              <ul>
                {layers.map((layer) => (
                  <LayerRow key={layer.id} layer={layer} on={visible.has(layer.id)} palette={palette} zoneMode={zones} opacity={opacity[layer.id] ?? 100} hidden={hidden[layer.id] ?? []} zoom={zoom} />
                ))}
              </ul>
            </section>
          );
        })}
        <p className={ui.note}>{say({ pl: 'Kolory są kolorami wyświetlania portalu, nie rysunku planu.', en: 'Colours are display colours of the portal, not of the plan drawing.' })}</p>
      </div>
    </section>
  );
}
