/** Parts that show zones: a chip with symbol and class, the bar of shares, and the figures of how much may be built. */
import type { ZoneParameter, ZoneShare } from '../../domain/contract/extract.ts';
import type { Fact } from '../../domain/contract/statement.ts';
import { DEFINITION_REGIMES } from '../../domain/planning/definition-regimes.ts';
import { FIGURES, parameterText } from '../../domain/planning/parameter-text.ts';
import { figureLabel } from '../../domain/statement/figure-facts.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { zoneSentences } from '../../domain/statement/zone-sentences.ts';
import { defineTexts, useFormats, useLanguage, useSay, useTexts } from '../i18n/language.ts';
import { useClassPaint } from './class-paint.ts';
import { Sentences } from './entry.tsx';
import styles from './panels.module.css';
import { told } from './statement-facts.tsx';

const TEXTS = defineTexts({
  pl: {
    maxHeight: 'wysokość', maxBuiltUpShare: 'zabudowa', intensity: 'intensywność', minBioActiveShare: 'zieleń', parking: 'miejsca postojowe',
    title: (symbol: string) => `Ile wolno zbudować w ${symbol}`, figures: (symbol: string) => `Wskaźniki w ${symbol}`,
    OWN: 'Wskaźniki należy czytać według definicji własnych tego planu.', PRE_2023: 'Plan sprzed reformy z 2023 r.: definicje ustawowe wysokości i intensywności z reformy go nie dotyczą.',
    ACT_2023: 'Wskaźniki według definicji ustawowych (reforma z 2023 r.).',
  },
  en: {
    maxHeight: 'height', maxBuiltUpShare: 'built-up', intensity: 'intensity', minBioActiveShare: 'green', parking: 'parking',
    title: (symbol: string) => `How much may be built in ${symbol}`, figures: (symbol: string) => `Figures in ${symbol}`,
    OWN: "Read the figures by the plan's own definitions.", PRE_2023: 'A plan from before the 2023 reform: the statutory definitions of height and intensity do not apply to it.',
    ACT_2023: 'Figures by the statutory definitions (2023 reform).',
  },
});

/** The symbol as the plan prints it, with colour and pattern of its class at its side. */
export function ZoneChip({ layer, zoneClass, symbol }: { readonly layer: string; readonly zoneClass: string; readonly symbol: string }) {
  const say = useSay();
  const paint = useClassPaint(layer, zoneClass);
  return <span className={styles.chip} title={paint ? say(paint.drawn.label) : undefined}><i style={{ background: paint?.background, borderColor: paint?.ink }} aria-hidden />{symbol}</span>;
}

/** Labels of parameters → shorter words, for lists of many zones. */
export function useShortNames(): Readonly<Record<string, string>> {
  const texts = useTexts(TEXTS);
  const words = WORDS[useLanguage()];
  return { ...Object.fromEntries([...FIGURES, 'parking' as const].map((name) => [words[name], texts[name]])), [words.buildingIntensity]: texts.intensity };
}

interface Part { readonly id: string; readonly layer: string; readonly zoneClass: string; readonly sharePct: number }

function Segment({ part: { layer, zoneClass, sharePct } }: { readonly part: Part }) {
  const paint = useClassPaint(layer, zoneClass);
  return <i style={{ flexGrow: sharePct, background: paint?.background, borderColor: paint?.ink }} />;
}

/** Decoration above the rows, which say the same in words and figures. `restPct`: the share under no plan. */
export function ShareBar({ parts, restPct = 0 }: { readonly parts: readonly Part[]; readonly restPct?: number }) {
  return <div className={styles.bar} aria-hidden>{parts.map((part) => <Segment key={part.id} part={part} />)}{restPct > 0 && <i className={styles.rest} style={{ flexGrow: restPct }} />}</div>;
}

interface Figure { readonly name: (typeof FIGURES)[number]; readonly fact: Fact }

/** Four figures, each with its paragraph; what the plan does not set is said to be not set. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const texts = useTexts(TEXTS);
  const words = WORDS[useLanguage()];
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, fact }) => (
        <div key={name} data-parameter={name} {...told(fact)}>
          <dt title={fact.label}><span aria-hidden>{texts[name]}</span><span className="unseen">{fact.label}</span></dt>
          <dd className={fact.value === words.notSet ? styles.unset : undefined}>{fact.value}{fact.note && <small>{fact.note}</small>}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Zone {
  readonly layer: ZoneShare['layer'];
  readonly symbol: string;
  readonly designation: string;
  readonly paragraph: string | null;
  readonly parameters: readonly ZoneParameter[];
  readonly definitionRegime: ZoneShare['definitionRegime'];
}

/** How much may be built in a zone, in plain words and in figures. `status` of its plan; only of one in force it is said to be allowed. */
export function Buildable({ zone, status }: { readonly zone: Zone; readonly status: string | undefined }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const formats = useFormats();
  const say = useSay();
  const words = WORDS[lang];
  const regime = DEFINITION_REGIMES.find(({ value }) => value === zone.definitionRegime);
  const figures = FIGURES.map((name) => {
    const parameter = zone.parameters.find((one) => one.name === name);
    return { name, fact: { label: figureLabel(name, zone.definitionRegime, lang), value: parameterText(parameter, formats) ?? words.notSet, ...(parameter?.paragraph ? { note: parameter.paragraph } : {}) } };
  });
  return (
    <section className={styles.section} data-testid="buildable">
      <h3>{status === 'in-force' ? texts.title(zone.symbol) : texts.figures(zone.symbol)}</h3>
      {(status === 'in-force' || status === 'in-preparation' || status === 'in-consultation' || status === 'superseded') && <Sentences sentences={zoneSentences({ ...zone, parameters: [...zone.parameters] }, status, lang)} />}
      <Figures figures={figures} />
      <p className={styles.remark}>{texts[zone.definitionRegime]}{regime && <span className="unseen"> {say(regime.label)}</span>}</p>
    </section>
  );
}
