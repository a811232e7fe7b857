/** Parts that show zones: a chip with symbol and class, the bar of shares, and how much may be built. */
import { useState } from 'react';
import type { ZoneParameter, ZoneShare } from '../../domain/contract/parcel.ts';
import { DEFINITION_REGIMES } from '../../domain/planning/definition-regimes.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { useClassPaint } from './class-paint.ts';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';
import { FIGURES, parameterText } from '../../domain/planning/parameter-text.ts';

const TEXTS = defineTexts({
  pl: {
    maxHeight: 'wysokość', maxBuiltUpShare: 'zabudowa', intensity: 'intensywność', minBioActiveShare: 'zieleń', parking: 'Miejsca postojowe',
    maxHeightLong: 'maksymalna wysokość zabudowy', maxBuiltUpShareLong: 'maksymalny udział powierzchni zabudowy', intensityLong: 'nadziemna intensywność zabudowy',
    minBioActiveShareLong: 'minimalny udział powierzchni biologicznie czynnej', title: (symbol: string) => `Ile wolno zbudować w ${symbol}`, several: 'Ile wolno zbudować', choose: 'Teren', figures: (symbol: string) => `Wskaźniki w ${symbol}`,
    OWN: 'Wskaźniki należy czytać według definicji własnych tego planu.', PRE_2023: 'Plan sprzed reformy z 2023 r.: definicje ustawowe wysokości i intensywności z reformy go nie dotyczą.',
    ACT_2023: 'Wskaźniki według definicji ustawowych (reforma z 2023 r.).', bar: 'Udziały terenów w powierzchni działki', rest: 'poza planem',
  },
  en: {
    maxHeight: 'height', maxBuiltUpShare: 'built-up', intensity: 'intensity', minBioActiveShare: 'green', parking: 'Parking',
    maxHeightLong: 'maximum building height', maxBuiltUpShareLong: 'maximum built-up share', intensityLong: 'above-ground floor area ratio',
    minBioActiveShareLong: 'minimum biologically active share', title: (symbol: string) => `How much may be built in ${symbol}`, several: 'How much may be built', choose: 'Zone', figures: (symbol: string) => `Figures in ${symbol}`,
    OWN: "Read the figures by the plan's own definitions.", PRE_2023: 'A plan from before the 2023 reform: the statutory definitions of height and intensity do not apply to it.',
    ACT_2023: 'Figures by the statutory definitions (2023 reform).', bar: 'Shares of zones in the area of the parcel', rest: 'outside of any plan',
  },
});

/** The symbol as the plan prints it, with colour and pattern of its class at its side. */
export function ZoneChip({ layer, zoneClass, symbol }: { readonly layer: string; readonly zoneClass: string; readonly symbol: string }) {
  const paint = useClassPaint(layer, zoneClass);
  return <span className={styles.chip}><i style={{ background: paint?.background, borderColor: paint?.ink }} aria-hidden />{symbol}</span>;
}

function Segment({ zone }: { readonly zone: ZoneShare }) {
  const paint = useClassPaint(zone.layer, zone.zoneClass);
  return <i style={{ flexGrow: zone.sharePct, background: paint?.background, borderColor: paint?.ink }} />;
}

/** Decoration above the rows, which say the same in words and figures. `restPct`: the share under no plan. */
export function ShareBar({ zones, restPct = 0 }: { readonly zones: readonly ZoneShare[]; readonly restPct?: number }) {
  return <div className={styles.bar} aria-hidden>{zones.map((zone) => <Segment key={zone.key} zone={zone} />)}{restPct > 0 && <i className={styles.rest} style={{ flexGrow: restPct }} />}</div>;
}

interface Allowed {
  readonly key: string;
  readonly symbol: string;
  readonly parameters: readonly ZoneParameter[];
  readonly definitionRegime: ZoneShare['definitionRegime'];
}

/** Four figures, each with its paragraph; what the plan does not set is said to be not set. */
function Figures({ parameters, definitionRegime }: Pick<Allowed, 'parameters' | 'definitionRegime'>) {
  const texts = useTexts(TEXTS);
  const { notSet } = useTexts(PANEL_TEXTS);
  const formats = useFormats();
  const say = useSay();
  const parking = parameters.find(({ name }) => name === 'parking');
  const regime = DEFINITION_REGIMES.find(({ value }) => value === definitionRegime);
  return (
    <>
      <dl className={styles.figures}>
        {FIGURES.map((name) => {
          const parameter = parameters.find((one) => one.name === name);
          const text = parameterText(parameter, formats);
          return (
            <div key={name} data-parameter={name}>
              <dt title={texts[`${name}Long`]}><span aria-hidden>{texts[name]}</span><span className="unseen">{texts[`${name}Long`]}</span></dt>
              <dd className={text === null ? styles.unset : undefined}>{text ?? notSet}{parameter?.paragraph && <small>{parameter.paragraph}</small>}</dd>
            </div>
          );
        })}
      </dl>
      {parking?.text && <p className={styles.remark}><b>{texts.parking}:</b> {parking.text}{parking.paragraph && ` (${parking.paragraph})`}</p>}
      <p className={styles.remark}>{texts[definitionRegime]}{regime && <span className="unseen"> {say(regime.label)}</span>}</p>
    </>
  );
}

/** How much may be built: of one zone, or of the one chosen among several. `inForce` false: figures that nobody may call allowed. */
export function Buildable({ zones, inForce = true }: { readonly zones: readonly Allowed[]; readonly inForce?: boolean }) {
  const texts = useTexts(TEXTS);
  const [chosen, setChosen] = useState(0);
  const zone = zones[Math.min(chosen, zones.length - 1)];
  if (!zone) return null;
  return (
    <section className={styles.section} data-testid="buildable">
      <h3>{!inForce ? texts.figures(zone.symbol) : zones.length > 1 ? texts.several : texts.title(zone.symbol)}</h3>
      {zones.length > 1 && (
        <fieldset className={styles.choice}>
          <legend className="unseen">{texts.choose}</legend>
          {zones.map(({ key, symbol }, at) => (
            <label key={key}><input type="radio" name="buildable-zone" checked={at === chosen} onChange={() => setChosen(at)} /><span>{symbol}</span></label>
          ))}
        </fieldset>
      )}
      <Figures parameters={zone.parameters} definitionRegime={zone.definitionRegime} />
    </section>
  );
}
