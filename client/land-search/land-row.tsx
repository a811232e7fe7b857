/** One piece of land in the list: what it is, its figures, how its score comes about, and the shortlist. */
import { Bookmark } from 'lucide-react';
import type { FoundLand } from '../../domain/contract/investment/search.ts';
import { printLandRef } from '../../domain/investment/land-ref.ts';
import { figureOf, labelOf, valueOf } from '../../domain/investment/need-words.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { Swatch } from '../layers/swatch.tsx';
import { MOST_SITES, toggleShortlisted, useShortlist } from '../shortlist/shortlist.ts';
import { openObject } from '../selection/use-selection.ts';
import { usePalette } from '../theme/theme.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/button.tsx';
import styles from './results.module.css';

const TEXTS = defineTexts({
  pl: {
    site: 'oferta miasta', parcel: 'działka gminna', add: (name: string) => `Na krótką listę: ${name}`, drop: (name: string) => `Zdejmij z krótkiej listy: ${name}`, full: `Na liście mieści się ${MOST_SITES} terenów. Zdejmij najpierw któryś z nich.`, added: 'Dodano do krótkiej listy. Lista jest w adresie tej strony.', dropped: 'Zdjęto z krótkiej listy.',
    score: (n: string) => `ocena ${n} na 100`, short: { area_ha: 'powierzchnia', price_pln: 'cena', power_kw: 'moc', max_height_m: 'wysokość', max_intensity: 'intensywność', motorway_m: 'autostrada', airport_m: 'lotnisko', station_m: 'kolej', tram_m: 'tramwaj' } as Readonly<Record<string, string>>, part: (label: string, n: string) => `${label} ${n}`, unknown: 'nie wiadomo', height: (m: string) => `do ${m}`,
  },
  en: {
    site: 'offered by the city', parcel: 'municipal parcel', add: (name: string) => `To the shortlist: ${name}`, drop: (name: string) => `Off the shortlist: ${name}`, full: `The shortlist holds ${MOST_SITES} sites. Take one of them off first.`, added: 'Added to the shortlist. The list is in the address of this page.', dropped: 'Taken off the shortlist.',
    score: (n: string) => `score ${n} of 100`, short: { area_ha: 'area', price_pln: 'price', power_kw: 'power', max_height_m: 'height', max_intensity: 'intensity', motorway_m: 'motorway', airport_m: 'airport', station_m: 'railway', tram_m: 'tram' } as Readonly<Record<string, string>>, part: (label: string, n: string) => `${label} ${n}`, unknown: 'unknown', height: (m: string) => `up to ${m}`,
  },
});

const CLASS_FIELD = { site: 'status', parcel: 'ownership' } as const;

/** A parcel opens as the parcel it is. */
export const objectOf = ({ kind, layer, key }: FoundLand) => ({ layer: kind === 'parcel' ? 'parcels' : layer, key });

function Score({ land }: { readonly land: FoundLand }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  if (land.score === null) return null;
  return (
    <span className={styles.score}>
      <span className={styles.bar} aria-hidden>{land.parts.map(({ name, adds }, at) => <i key={name} data-part={at % 4} style={{ width: `${adds}%` }} />)}</span>
      <small><span className="unseen">{texts.score(number(land.score))}: </span>{land.parts.map(({ name, points, adds }) => texts.part(texts.short[name] ?? labelOf(name, lang), points === null ? texts.unknown : `+${number(adds)}`)).join(' · ')}</small>
    </span>
  );
}

export function LandRow({ land, onPoint }: { readonly land: FoundLand; readonly onPoint: (on: boolean) => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const palette = usePalette();
  const { kind, properties, title } = land;
  const ref = printLandRef(land);
  const listed = useShortlist().includes(ref);
  const layer = findLayer(land.layer)!;
  const classes = legendClasses(layer, palette);
  const value = properties[CLASS_FIELD[kind]];
  const drawn = classes.find((one) => one.value === String(value)) ?? classes.at(-1)!;
  const figure = (name: string) => (typeof properties[name] === 'number' ? figureOf(name, properties[name], lang) : null);
  const height = figure('max_height_m');
  const facts = [texts[kind], kind === 'site' && typeof value === 'string' && valueOf('status', value, lang), figure('area_ha'), properties['zone_class'], height && texts.height(height), figure('price_pln')];
  const toggle = () => announce(toggleShortlisted(ref) ? texts[listed ? 'dropped' : 'added'] : texts.full);
  return (
    <li className={styles.row} data-land={land.key} data-kind={kind}>
      <button type="button" className={styles.open} onClick={() => openObject(objectOf(land))} onPointerEnter={() => onPoint(true)} onPointerLeave={() => onPoint(false)} onFocus={() => onPoint(true)} onBlur={() => onPoint(false)}>
        <Swatch drawn={drawn} layer={layer} />
        <span>
          <b>{title}{land.score !== null && <em aria-hidden>{number(land.score)}</em>}</b>
          <small>{facts.filter(Boolean).join(' · ')}</small>
          <Score land={land} />
        </span>
      </button>
      <IconButton name={listed ? texts.drop(title) : texts.add(title)} pressed={listed} onClick={toggle}><Bookmark size={17} strokeWidth={1.9} fill={listed ? 'currentColor' : 'none'} aria-hidden /></IconButton>
    </li>
  );
}
