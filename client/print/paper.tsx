/** The printed sheet: title, map, legend, scale, north, whose data of which day, and what a reader must know. */
import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import type { Text } from '../../domain/layers/layer.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { PALETTES } from '../../domain/style/palette.ts';
import { allLayerData } from '../api/layer-data.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { Swatch } from '../layers/swatch.tsx';
import { classes } from '../ui/button.tsx';
import type { LegendGroup } from './legend.ts';
import styles from './paper.module.css';
import { type Orientation, scaleBar } from './paper-format.ts';

const TEXTS = defineTexts({
  pl: {
    service: 'Miejski System Informacji Przestrzennej, Kraków', printed: 'Wydrukowano', shows: 'Stan mapy na dzień', scale: 'Skala', legend: 'Legenda', north: 'Północ', map: 'Mapa', more: (count: string) => `i jeszcze ${count} oznaczeń`,
    data: 'Dane', asOf: 'stan na', demonstration: 'DANE DEMONSTRACYJNE – nie są danymi urzędowymi', legal: 'Wydruk nie jest dokumentem urzędowym, wypisem ani wyrysem z planu miejscowego.',
  },
  en: {
    service: 'Spatial information system of the city of Kraków', printed: 'Printed', shows: 'The map as of', scale: 'Scale', legend: 'Legend', north: 'North', map: 'Map', more: (count: string) => `and ${count} more classes`,
    data: 'Data', asOf: 'as of', demonstration: 'DEMONSTRATION DATA – not official data', legal: 'This print is not an official document nor an extract from a local plan.',
  },
});

export interface PaperContent {
  readonly title: string;
  /** ISO date of printing. */
  readonly day: string;
  /** ISO day that the map shows; null: that of printing. */
  readonly shows: string | null;
  readonly orientation: Orientation;
  /** 1 : n. */
  readonly scale: number;
  readonly zoom: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
  /** Address of the picture. */
  readonly picture: string;
  readonly groups: readonly LegendGroup[];
  readonly left: number;
  /** The reader's own, per cent by layer id; absent: 100. */
  readonly opacity: Readonly<Record<string, number>>;
}

type LegendContent = Pick<PaperContent, 'groups' | 'left' | 'zoom' | 'opacity'>;

function Lines({ group: { layer, classes: drawn, headed }, zoom, opacity }: { readonly group: LegendGroup } & Pick<LegendContent, 'zoom' | 'opacity'>) {
  const say = useSay();
  // The one class that is on the picture, of a layer that has more.
  const alone = legendClasses(layer, PALETTES.light).length > 1 ? (label: Text) => `${say(layer.title)}: ${say(label)}` : () => say(layer.title);
  return drawn.map((one) => (
    <li key={`${layer.id} ${one.value}`}>
      <Swatch drawn={one} layer={layer} zoom={zoom} palette={PALETTES.light} opacity={(opacity[layer.id] ?? 100) / 100} />
      <span>{layer.symbology.field === 'zone_class' && !one.value.startsWith('_') && <b>{one.value} </b>}{headed ? say(one.label) : alone(one.label)}</span>
    </li>
  ));
}

/** Layers of one class come first, so that under a heading stand only its own classes. */
function Legend({ groups, left, ...rest }: LegendContent) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number } = useFormats();
  return (
    <section className={styles.legend}>
      <h2>{texts.legend}</h2>
      <ul>{groups.filter(({ headed }) => !headed).map((group) => <Lines key={group.layer.id} group={group} {...rest} />)}</ul>
      {groups.filter(({ headed }) => headed).map((group) => (
        <div key={group.layer.id}>
          <h3>{say(group.layer.title)}</h3>
          <ul><Lines group={group} {...rest} /></ul>
        </div>
      ))}
      {left > 0 && <p>{texts.more(number(left))}</p>}
    </section>
  );
}

export function Paper({ title, day, shows, orientation, scale, zoom, bearing, picture, groups, left, opacity }: PaperContent) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { number, length, date } = useFormats();
  const { data } = useQuery(allLayerData);
  const layers = groups.map(({ layer }) => layer);
  const attribution = [...new Set(layers.flatMap(({ source, id }) => source.attribution.split(', ').map((name) => [name, data?.get(id)?.sourceDate ?? null] as const))
    .map(([name, asOf]) => (asOf ? `${name} (${texts.asOf} ${date(asOf)})` : name)))];
  // Sources share sentences: each is said once.
  const notices = [...new Set(layers.flatMap(({ source }) => say(source.notice).split(/(?<=\p{L}{4}\.) (?=\p{Lu})/u)))];
  const bar = scaleBar(scale);
  return createPortal(
    <article className={classes(styles.paper, styles[orientation])} data-testid="paper" data-theme="light">
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{texts.service}<br />{texts.printed} {date(day)}{shows && <><br /><b>{texts.shows} {date(shows)}</b></>}</p>
      </header>
      <figure className={styles.map}>
        <img src={picture} alt={texts.map} />
        <svg className={styles.north} viewBox="-12 -12 24 24" role="img" aria-label={texts.north}>
          <circle r="11.5" /><path d="M0-9 4 7 0 4-4 7Z" transform={`rotate(${-bearing})`} />
        </svg>
        <figcaption>
          <span className={styles.bar} style={{ width: `${bar.mm}mm` }} /> {length(bar.metres)} · {texts.scale} 1 : {number(scale)}
        </figcaption>
        {layers.some(({ id }) => data?.get(id)?.demonstration) && <strong className={styles.demonstration}>{texts.demonstration}</strong>}
      </figure>
      <Legend groups={groups} left={left} zoom={zoom} opacity={opacity} />
      <footer className={styles.foot}>
        <p>{texts.data}: {attribution.join(', ')}. {texts.legal} {notices.join(' ')}</p>
        <p className={styles.address}>{location.origin}</p>
      </footer>
    </article>, document.body);
}
