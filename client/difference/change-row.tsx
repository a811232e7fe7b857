/** One changed piece: what it was, what it is, m² and share, the figures that changed with their paragraphs; one press goes there on the map. */
import bbox from '@turf/bbox';
import { useEffect, useRef } from 'react';
import type { DifferenceChange, DifferenceZone } from '../../domain/contract/difference.ts';
import { parameterText } from '../../domain/planning/parameter-text.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import styles from './difference.module.css';
import { UseMark } from './use-table.tsx';
import { wordsOfUse } from './uses.ts';

const TEXTS = defineTexts({
  pl: {
    use: 'zmiana przeznaczenia', parameters: 'to samo przeznaczenie, inne wskaźniki', plan: 'to samo przeznaczenie i wskaźniki, inny plan, symbol lub ustalenia', edge: 'pas na granicy dokładności rysunku – do sprawdzenia w urzędzie',
    maxHeight: 'wysokość', intensity: 'intensywność', maxBuiltUpShare: 'zabudowa', minBioActiveShare: 'zieleń', parking: 'parkowanie', notSet: 'nie określono', becomes: 'zmienia się na',
  },
  en: {
    use: 'change of use', parameters: 'the same use, other figures', plan: 'the same use and figures, another plan, symbol or wording', edge: 'a strip within the accuracy of the drawing – to be checked at the office',
    maxHeight: 'height', intensity: 'intensity', maxBuiltUpShare: 'built-up', minBioActiveShare: 'green', parking: 'parking', notSet: 'not set', becomes: 'becomes',
  },
});

function Zone({ zone }: { readonly zone: DifferenceZone | null }) {
  const lang = useLanguage();
  return <span className={styles.zone}><UseMark zoneClass={zone?.zoneClass ?? null} /><span>{zone?.symbol && <b>{zone.symbol} </b>}{wordsOfUse({ planned: zone !== null, zoneClass: zone?.zoneClass ?? null }, lang)}</span></span>;
}

function Figures({ parameters }: Pick<DifferenceChange, 'parameters'>) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const side = (parameter: DifferenceChange['parameters'][number]['before']) => (
    <>{parameterText(parameter ?? undefined, formats) ?? texts.notSet}{parameter?.paragraph && <small> ({parameter.paragraph})</small>}</>
  );
  return (
    <dl className={styles.figures}>
      {parameters.map(({ name, before, after }) => (
        <div key={name} data-parameter={name}><dt>{texts[name]}</dt><dd>{side(before)}<span aria-hidden> → </span><span className="unseen"> {texts.becomes} </span><b>{side(after)}</b></dd></div>
      ))}
    </dl>
  );
}

interface Props {
  readonly change: DifferenceChange;
  readonly at: number;
  /** The pointer is on it, here or on the map. */
  readonly pointed: boolean;
  readonly onPoint: (at: number | null) => void;
}

export function ChangeRow({ change, at, pointed, onPoint }: Props) {
  const texts = useTexts(TEXTS);
  const { squareMetres, percent } = useFormats();
  const row = useRef<HTMLLIElement>(null);
  const here = useRef(false);
  useEffect(() => {
    // Pointed at on the map: its row comes into sight.
    if (pointed && !here.current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const point = (on: boolean) => {
    here.current = on;
    onPoint(on ? at : null);
  };
  const show = () => {
    const [west, south, east, north] = bbox(change.geometry);
    showBox([west, south!, east!, north!]);
  };
  return (
    <li ref={row} className={styles.piece} data-piece={change.kind} data-pointed={pointed} onMouseEnter={() => point(true)} onMouseLeave={() => point(false)}>
      <button type="button" className={styles.change} onClick={show} onFocus={() => point(true)} onBlur={() => point(false)}>
        <Zone zone={change.before} />
        <span className={styles.becomes}><span aria-hidden>→</span><span className="unseen">{texts.becomes}</span></span>
        <Zone zone={change.after} />
        <span className={styles.size}><i className={styles.kind} data-kind={change.kind} aria-hidden /><b>{squareMetres(change.areaM2)}</b> · {percent(change.sharePct)} · <span>{texts[change.kind]}</span></span>
        {change.edge && <span className={styles.edge}>{texts.edge}</span>}
      </button>
      {change.parameters.length > 0 && <Figures parameters={change.parameters} />}
    </li>
  );
}
