/** Figures of capacity split by zones: each with its rule, its paragraph and its plan, and what the source of all that is. */
import type { Capacity, CapacityLand } from '../../domain/contract/investment/capacity.ts';
import { DEFINITION_REGIMES } from '../../domain/planning/definition-regimes.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import styles from './capacity.module.css';
import { FIGURE_TEXTS, partWords } from '../../domain/investment/figure-words.ts';

const TEXTS = defineTexts({
  pl: {
    split: 'Podział na strefy, paragrafy i źródła', 'no-plan': 'Bez planu w mocy', 'no-zone': 'W granicach planu, bez strefy', 'outside-city': 'Poza granicą miasta', 'not-known': 'Poza zasięgiem rejestru', zone: '', resolution: (number: string, day: string) => `uchwała ${number}${day && ` z ${day}`}`,
    edge: (metres: string) => `pasek węższy niż dokładność rysunku (${metres})`, 'does-not-apply': 'Urząd: to nakładanie jest błędne', applies: 'Urząd: to nakładanie jest prawdziwe', word: (what: string, parcel: string, reason: string) => `${what} (${parcel}): ${reason}`,
    source: (name: string, day: string) => `Źródło: ${name}${day && `, stan na ${day}`}`, demonstration: 'dane demonstracyjne',
  },
  en: {
    split: 'Split by zones, paragraphs and sources', 'no-plan': 'Without a plan in force', 'no-zone': 'Within a plan, in no zone', 'outside-city': 'Outside of the city', 'not-known': 'Beyond the register', zone: '', resolution: (number: string, day: string) => `resolution ${number}${day && ` of ${day}`}`,
    edge: (metres: string) => `a strip narrower than the drawing is accurate (${metres})`, 'does-not-apply': 'The office: this overlap is wrong', applies: 'The office: this overlap is right', word: (what: string, parcel: string, reason: string) => `${what} (${parcel}): ${reason}`,
    source: (name: string, day: string) => `Source: ${name}${day && `, as of ${day}`}`, demonstration: 'demonstration data',
  },
});

function Piece({ piece: { land, areaM2, zone, plan, overlap, overruled }, capacity, at }: { readonly piece: CapacityLand; readonly capacity: Capacity; readonly at: number }) {
  const texts = useTexts(TEXTS);
  const words = useTexts(FIGURE_TEXTS);
  const formats = useFormats();
  const say = useSay();
  const regime = zone && DEFINITION_REGIMES.find(({ value }) => value === zone.definitionRegime);
  return (
    <li className={styles.zone} data-zone={zone?.symbol ?? land}>
      <p className={styles.zoneHead}><b>{zone?.symbol ?? texts[land]}</b><span>{formats.area(areaM2)}</span></p>
      {zone && plan && <p className={styles.soft}>{zone.designation} · {plan.name}{plan.resolution && ` · ${texts.resolution(plan.resolution, plan.resolutionDate ? formats.date(plan.resolutionDate) : '')}`}{zone.paragraph && ` · ${zone.paragraph}`}{regime && ` · ${say(regime.label)}`}</p>}
      {zone && overlap === 'edge' && <p className={styles.soft}>{texts.edge(formats.length(zone.accuracyM))}</p>}
      {overruled.map(({ parcel, says, reason }) => <p key={parcel} className={styles.word}>{texts.word(texts[says], parcel, reason)}</p>)}
      {zone && <dl className={styles.parts}>
        {capacity.figures.map((figure) => {
          const part = figure.parts[at]!;
          return <div key={figure.name}><dt>{words[figure.name]}</dt><dd className={part.value === null ? styles.unknown : undefined}>{partWords(figure, part, words, formats)}{part.paragraph && <small>{part.paragraph}</small>}</dd></div>;
        })}
      </dl>}
    </li>
  );
}

export function CapacityZones({ capacity }: { readonly capacity: Capacity }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const sources = new Map(capacity.pieces.flatMap(({ zone, plan }) => [zone?.provenance, plan?.provenance]).flatMap((one) => (one ? [[one.source, one] as const] : [])));
  return (
    <details className={styles.split} data-testid="capacity-split">
      <summary>{texts.split}</summary>
      <ul className={styles.zones}>{capacity.pieces.map((piece, at) => <Piece key={piece.zone?.key ?? piece.land} piece={piece} capacity={capacity} at={at} />)}</ul>
      {[...sources.values()].map(({ source, sourceDate, demonstration }) => <p key={source} className={styles.soft}>{texts.source(source, sourceDate ? date(sourceDate) : '')}{demonstration && <> · <b className={styles.warn}>{texts.demonstration}</b></>}</p>)}
    </details>
  );
}
