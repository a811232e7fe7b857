/** One layer of the sheet: switch, hint when it is not drawn at this zoom, and – opened – legend with class switches, opacity, source. */
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Layer } from '../../domain/layers/layer.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import type { Palette } from '../../domain/style/palette.ts';
import type { ZoneMode } from '../../domain/style/symbol-classes.ts';
import { layerDataQuery } from '../api/layer-data.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { mapState } from '../map/map-store.ts';
import { Button, classes, IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import { setOpacity, showClass, showLayer, zoomsAway } from './layer-state.ts';
import styles from './layers.module.css';
import { Swatch } from './swatch.tsx';

const TEXTS = defineTexts({
  pl: {
    details: (title: string) => `Legenda i ustawienia: ${title}`, zoomIn: 'widoczna po przybliżeniu', zoomOut: 'widoczna po oddaleniu', nearer: 'Przybliż',
    opacity: 'Krycie', source: 'Źródło', asOf: 'stan na', demonstration: 'dane demonstracyjne', empty: 'brak danych w tej warstwie', unknown: 'stan danych nieznany – serwer nie odpowiada',
  },
  en: {
    details: (title: string) => `Legend and settings: ${title}`, zoomIn: 'visible when zoomed in', zoomOut: 'visible when zoomed out', nearer: 'Zoom in',
    opacity: 'Opacity', source: 'Source', asOf: 'as of', demonstration: 'demonstration data', empty: 'no data in this layer', unknown: 'state of the data unknown – the server is not answering',
  },
});

interface Props {
  readonly layer: Layer;
  readonly on: boolean;
  readonly palette: Palette;
  readonly zoneMode: ZoneMode;
  /** Per cent. */
  readonly opacity: number;
  readonly hidden: readonly string[];
  readonly zoom: number;
}

/** Source and date of the layer's data, as the server knows them. */
function Provenance({ layer }: { readonly layer: Layer }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { date } = useFormats();
  const { data, isError } = useQuery(layerDataQuery(layer.id));
  return (
    <p className={ui.note}>
      {texts.source}: {layer.source.publisher}, {layer.source.licence}
      {data?.sourceDate && `, ${texts.asOf} ${date(data.sourceDate)}`}
      {data?.demonstration && <> · <strong className={styles.demonstration}>{texts.demonstration}</strong></>}
      {data?.empty && ` · ${texts.empty}`}
      {isError && ` · ${texts.unknown}`}
      <br />{say(layer.source.notice)}
    </p>
  );
}

export function LayerRow({ layer, on, palette, zoneMode, opacity, hidden, zoom }: Props) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  const [open, setOpen] = useState(false);
  const drawn = legendClasses(layer, palette, zoneMode);
  const away = on ? zoomsAway(layer, zoom) : 0;
  const title = say(layer.title);
  const details = `layer-${layer.id}`;
  const approach = () => {
    const { map } = mapState();
    const { lng, lat } = map?.getCenter() ?? { lng: 0, lat: 0 };
    const half = 180 / 2 ** (layer.zooms.min + 0.5);
    showBox([lng - half / 8, lat - half / 8, lng + half / 8, lat + half / 8], { maxZoom: layer.zooms.min + 0.3 });
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <Swatch drawn={drawn[0]!} layer={layer} palette={palette} opacity={opacity / 100} />
        <label className={styles.name}>
          <span>{title}</span>
          <input type="checkbox" role="switch" className={ui.switch} checked={on} aria-checked={on} onChange={(event) => showLayer(layer.id, event.target.checked)} />
        </label>
        <IconButton name={texts.details(title)} aria-expanded={open} aria-controls={details} onClick={() => setOpen(!open)} className={classes(styles.open, open && styles.opened)}>
          <ChevronDown size={16} aria-hidden />
        </IconButton>
      </div>
      {away !== 0 && <p className={styles.hint}>{away < 0 ? texts.zoomIn : texts.zoomOut}{away < 0 && <Button kind="quiet" className={styles.nearer} onClick={approach}>{texts.nearer}</Button>}</p>}
      {open && (
        <div className={styles.details} id={details}>
          <ul>
            {drawn.map((one) => (
              <li key={one.value}>
                <label className={styles.class}>
                  <input type="checkbox" checked={!hidden.includes(one.value)} onChange={(event) => showClass(layer.id, one.value, event.target.checked)} />
                  <Swatch drawn={one} layer={layer} palette={palette} opacity={opacity / 100} />
                  <span>{layer.symbology.field === 'zone_class' && !one.value.startsWith('_') && <b>{one.value} </b>}{say(one.label)}</span>
                </label>
              </li>
            ))}
          </ul>
          <label className={styles.opacity}>
            <span>{texts.opacity}</span>
            <input type="range" min={10} max={100} step={5} value={opacity} onChange={(event) => setOpacity(layer.id, Number(event.target.value))} />
            <output>{number(opacity)} %</output>
          </label>
          <Provenance layer={layer} />
        </div>
      )}
    </li>
  );
}
