/** Measuring and drawing: what is drawn next, the figures of everything drawn, and taking it away as GeoJSON. */
import { Circle, Copy, Download, MapPin, Redo2, Square, Trash2, Triangle, Undo2, Waypoints } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Kind } from '../draw/drawing.ts';
import { useDrawing } from '../draw/drawing-store.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, classes, IconButton } from '../ui/button.tsx';
import { copyText, saveText } from '../ui/copy.ts';
import { Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { exact, totalOf } from './figures.ts';
import styles from './measure.module.css';
import { printMeasure } from './measure-address.ts';
import { chooseKind, measurements, useKind } from './measure-store.ts';
import { measured } from './measured.ts';
import { MeasurementRow } from './measurement-row.tsx';
import { takenAway } from './taken-away.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Pomiar i rysowanie', kind: 'Co mierzysz lub rysujesz', line: 'Odległość', polygon: 'Powierzchnia', rectangle: 'Prostokąt', circle: 'Okrąg', point: 'Punkt',
    hint: 'Wskazuj kolejne miejsca na mapie; ostatnie wskaż dwa razy. Wierzchołki można przesuwać.', keys: 'Klawiatura: przejdź na mapę, strzałki przesuwają, Enter stawia punkt w środku, Backspace cofa, Esc kończy.',
    touch: 'Dotykaj kolejnych miejsc na mapie; ostatnie dotknij dwa razy. Punkty można przesuwać.',
    undo: 'Cofnij', redo: 'Ponów', clear: 'Usuń wszystko', copy: 'Kopiuj GeoJSON', download: 'Pobierz GeoJSON', copied: 'Skopiowano jako GeoJSON.', notCopied: 'Przeglądarka nie pozwoliła skopiować.',
    list: 'Pomiary', finish: 'Zakończ', inHand: (text: string) => `W toku: ${text}`, begun: 'Pierwszy punkt postawiony.', ended: (text: string) => `Zmierzono: ${text}.`, removed: 'Usunięto.',
    tooLong: 'Pomiarów jest za dużo na jeden link: link ich nie odtworzy. Pobierz je jako GeoJSON.', ellipsoid: 'Na elipsoidzie WGS 84; to nie jest pomiar geodezyjny.',
  },
  en: {
    title: 'Measure and draw', kind: 'What you measure or draw', line: 'Distance', polygon: 'Area', rectangle: 'Rectangle', circle: 'Circle', point: 'Point',
    hint: 'Point at one place after another; point at the last one twice. Vertices can be dragged.', keys: 'Keyboard: go to the map, arrows pan, Enter sets a point in the middle, Backspace takes it back, Esc ends.',
    touch: 'Tap one place after another; tap the last one twice. Points can be dragged.',
    undo: 'Undo', redo: 'Redo', clear: 'Delete all', copy: 'Copy GeoJSON', download: 'Download GeoJSON', copied: 'Copied as GeoJSON.', notCopied: 'The browser did not allow copying.',
    list: 'Measurements', finish: 'Finish', inHand: (text: string) => `In progress: ${text}`, begun: 'First point set.', ended: (text: string) => `Measured: ${text}.`, removed: 'Deleted.',
    tooLong: 'There are too many measurements for one link: it will not restore them. Download them as GeoJSON.', ellipsoid: 'On the WGS 84 ellipsoid; not a surveyor’s measurement.',
  },
});

const CHOICES = [['line', Waypoints], ['polygon', Triangle], ['rectangle', Square], ['circle', Circle], ['point', MapPin]] as const satisfies readonly (readonly [Kind, unknown])[];

/** Says what each step made of the drawing. */
function useSteps(): void {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const { shapes, current } = useDrawing(measurements);
  const before = useRef({ shapes, current });
  useEffect(() => {
    const was = before.current;
    before.current = { shapes, current };
    if (shapes.length > was.shapes.length) announce(texts.ended(totalOf(shapes.at(-1)!, formats)));
    else if (shapes.length < was.shapes.length) announce(texts.removed);
    else if (current && current !== was.current) announce(current.vertices.length === 1 ? texts.begun : texts.inHand(exact(measured(current).length, formats)));
  }, [shapes, current, texts, formats]);
}

export function MeasureSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const phone = useMedia(PHONE);
  const kind = useKind();
  const { shapes, current, past, future } = useDrawing(measurements);
  const tooLong = printMeasure(shapes) === 'too-long';
  useSteps();
  const geojson = () => JSON.stringify(takenAway(shapes), null, 1);
  const copy = async () => announce((await copyText(geojson())) ? texts.copied : texts.notCopied);
  return (
    <Sheet id="measure" title={texts.title} onClose={onClose} low>
      <fieldset className={styles.kinds}>
        <legend className="unseen">{texts.kind}</legend>
        {CHOICES.map(([id, Icon]) => (
          <label key={id} className={classes(styles.kind, kind === id && styles.chosen)}>
            <input type="radio" name="measure-kind" className="unseen" checked={kind === id} onChange={() => chooseKind(id)} /><Icon size={18} aria-hidden />{texts[id]}
          </label>
        ))}
      </fieldset>
      {current ? (
        <div className={styles.inHand}>
          <output>{texts.inHand(totalOf({ ...current, kind: current.kind === 'polygon' && current.vertices.length < 3 ? 'line' : current.kind }, formats))}</output>
          <Button kind="primary" onClick={() => measurements.act({ do: 'finish' })}>{texts.finish}</Button>
        </div>
      ) : <p className={ui.note}>{phone ? texts.touch : <>{texts.hint}<br />{texts.keys}</>}</p>}
      <div className={styles.tools}>
        <IconButton name={texts.undo} disabled={past.length === 0} onClick={() => measurements.act({ do: 'undo' })}><Undo2 size={18} aria-hidden /></IconButton>
        <IconButton name={texts.redo} disabled={future.length === 0} onClick={() => measurements.act({ do: 'redo' })}><Redo2 size={18} aria-hidden /></IconButton>
        <IconButton name={texts.copy} disabled={shapes.length === 0} onClick={() => void copy()}><Copy size={18} aria-hidden /></IconButton>
        <IconButton name={texts.download} disabled={shapes.length === 0} onClick={() => saveText('pomiary.geojson', 'application/geo+json', geojson())}><Download size={18} aria-hidden /></IconButton>
        <IconButton name={texts.clear} disabled={shapes.length === 0 && !current} onClick={() => measurements.act({ do: 'clear' })}><Trash2 size={18} aria-hidden /></IconButton>
      </div>
      {tooLong && <Notice>{texts.tooLong}</Notice>}
      {shapes.length > 0 && <ol className={styles.list} aria-label={texts.list}>{shapes.map((shape, at) => <MeasurementRow key={shape.id} shape={shape} name={`${texts[shape.kind]} ${at + 1}`} />)}</ol>}
      {shapes.length > 0 && <p className={ui.note}>{texts.ellipsoid}</p>}
    </Sheet>
  );
}
