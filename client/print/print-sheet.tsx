/** Printing the view on A4: title, orientation and scale; then the map is drawn for paper and the browser's own print dialogue opens. */
import { Printer } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { PALETTES } from '../../domain/style/palette.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useMapStyle } from '../layers/layer-state.ts';
import { freeView } from '../map/camera.ts';
import { useMap } from '../map/map-store.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { Sheet } from '../ui/sheet.tsx';
import ui from '../ui/ui.module.css';
import { PHONE, useMedia } from '../ui/use-media.ts';
import { useUrl } from '../url/use-url.ts';
import { legendOf } from './legend.ts';
import { Paper, type PaperContent } from './paper.tsx';
import { MAP_MM, type Orientation, PX_PER_MM, SCALES, scaleOfView, zoomOfScale } from './paper-format.ts';
import styles from './print.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Drukuj', name: 'Tytuł wydruku', untitled: 'Mapa Krakowa', orientation: 'Układ strony A4', portrait: 'pionowy', landscape: 'poziomy', scale: 'Skala', fitting: (scale: string) => `jak na ekranie (1 : ${scale})`,
    hint: 'Skala jest wierna, gdy drukujesz bez dopasowania (100 %). Na wydruku będą: legenda, podziałka, północ, źródła i data.', print: 'Drukuj lub zapisz PDF', drawing: 'Rysuję mapę do druku…', failed: 'Nie udało się narysować mapy do druku. Spróbuj ponownie.',
    noMap: 'Mapa nie jest narysowana, więc nie ma czego drukować.',
  },
  en: {
    title: 'Print', name: 'Title of the print', untitled: 'Map of Kraków', orientation: 'A4 page', portrait: 'portrait', landscape: 'landscape', scale: 'Scale', fitting: (scale: string) => `as on the screen (1 : ${scale})`,
    hint: 'The scale is true when you print without fitting (100%). The print has a legend, a scale bar, north, sources and the date.', print: 'Print or save as PDF', drawing: 'Drawing the map for paper…', failed: 'The map for paper could not be drawn. Try again.',
    noMap: 'The map is not drawn, so there is nothing to print.',
  },
});

/** 300 dots an inch are 3.1 to a CSS pixel; a phone's graphics memory allows less. */
const FINENESS = { desk: 3, phone: 2 } as const;
const LEGEND_LINES: Readonly<Record<Orientation, number>> = { landscape: 29, portrait: 32 };

const isoDay = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

/** The title of the page without the name of the service: what is open. */
const openName = (): string | undefined => (document.title.includes(' | ') ? document.title.split(' | ')[0] : undefined);

function usePaper() {
  const map = useMap();
  const url = useUrl();
  const style = useMapStyle(PALETTES.light);
  const phone = useMedia(PHONE);
  const [paper, setPaper] = useState<PaperContent | null>(null);
  const [state, setState] = useState<'idle' | 'drawing' | 'failed'>('idle');
  useEffect(() => () => { if (paper) URL.revokeObjectURL(paper.picture); }, [paper]);
  const draw = async (title: string, orientation: Orientation, scale: number) => {
    if (!map) return;
    setState('drawing');
    try {
      const { drawPicture } = await import('../map/picture.ts');
      const { middle: { lng, lat } } = freeView(map);
      const bearing = map.getBearing();
      const zoom = zoomOfScale(scale, lat);
      const { width, height } = MAP_MM[orientation];
      const size = { width: Math.round(width * PX_PER_MM), height: Math.round(height * PX_PER_MM), pixelRatio: phone ? FINENESS.phone : FINENESS.desk };
      const { image, drawn } = await drawPicture({ style, live: map, center: [lng, lat], zoom, bearing, ...size });
      setPaper({ title, day: isoDay(new Date()), shows: url.day, orientation, scale, zoom, bearing, picture: URL.createObjectURL(image), opacity: url.opacity, ...legendOf(drawn, PALETTES.light, url.zones, LEGEND_LINES[orientation]) });
      setState('idle');
    } catch (error) {
      reportError(error);
      setState('failed');
    }
  };
  return { map, paper, state, draw };
}

export function PrintSheet({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const { map, paper, state, draw } = usePaper();
  // What is open names the sheet, until the reader does.
  const [written, setWritten] = useState<string | null>(null);
  const title = written ?? openName() ?? texts.untitled;
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [scale, setScale] = useState<number | null>(null);
  const fitting = map ? scaleOfView({ zoom: map.getZoom(), latitude: map.getCenter().lat, ...freeView(map) }, orientation) : SCALES[4];

  useEffect(() => {
    if (!paper) return;
    // The picture must be there before the dialogue takes its own.
    const image = new Image();
    image.src = paper.picture;
    image.decode().catch(() => undefined).finally(() => print());
  }, [paper]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    announce(texts.drawing);
    void draw(title.trim() || texts.untitled, orientation, scale ?? fitting);
  };
  return (
    <Sheet id="print" title={texts.title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <label className={styles.field}>{texts.name}<input className={styles.input} maxLength={90} value={title} onInput={(event) => setWritten(event.currentTarget.value)} /></label>
        <fieldset className={styles.choice}>
          <legend>{texts.orientation}</legend>
          {(['landscape', 'portrait'] as const).map((one) => <label key={one}><input type="radio" name="orientation" checked={orientation === one} onChange={() => setOrientation(one)} />{texts[one]}</label>)}
        </fieldset>
        <label className={styles.field}>{texts.scale}
          <select className={styles.input} value={scale ?? ''} onChange={(event) => setScale(Number(event.currentTarget.value) || null)}>
            <option value="">{texts.fitting(number(fitting))}</option>
            {SCALES.map((one) => <option key={one} value={one}>1 : {number(one)}</option>)}
          </select>
        </label>
        <p className={ui.note}>{texts.hint}</p>
        {!map && <Notice>{texts.noMap}</Notice>}
        {state === 'failed' && <Notice kind="bad">{texts.failed}</Notice>}
        {state === 'drawing' ? <Loading /> : <Button kind="primary" type="submit" disabled={!map}><Printer size={16} aria-hidden />{texts.print}</Button>}
      </form>
      {paper && <Paper {...paper} />}
    </Sheet>
  );
}
