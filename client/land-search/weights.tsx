/** What matters more: weights of the score, 0 to 5, moved by pointer and arrows. */
import { MAX_WEIGHT, type Weighable } from '../../domain/investment/score.ts';
import { labelOf } from '../../domain/investment/need-words.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { useUrl } from '../url/use-url.ts';
import styles from './filters.module.css';
import { Fold } from './fold.tsx';
import { setWeight } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Co jest ważniejsze', note: 'Ocena 0–100 to średnia ważona. Najlepszy z pasujących dostaje w danej sprawie pełne punkty, najgorszy – zero; czego nie wiadomo, nie daje punktów.', none: 'bez znaczenia', of: (n: number) => `${n} z ${MAX_WEIGHT}`,
    larger: 'im więcej, tym lepiej', smaller: 'im mniej, tym lepiej',
  },
  en: {
    title: 'What matters more', note: 'The score 0–100 is a weighted mean. In each matter the best of what fits has all points and the worst none; what is not known gives no points.', none: 'does not matter', of: (n: number) => `${n} of ${MAX_WEIGHT}`,
    larger: 'the more the better', smaller: 'the less the better',
  },
});

const WEIGHED = [['area_ha', 'larger'], ['price_pln', 'smaller'], ['max_height_m', 'larger'], ['max_intensity', 'larger'], ['power_kw', 'larger'], ['motorway_m', 'smaller'], ['airport_m', 'smaller'], ['station_m', 'smaller'], ['tram_m', 'smaller']] as const satisfies readonly (readonly [Weighable, 'larger' | 'smaller'])[];

export function Weights() {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { weights } = useUrl();
  const others = Object.keys(weights).filter((name) => !WEIGHED.some(([one]) => one === name));
  const active = Object.keys(weights).length;
  return (
    <Fold active={active > 0} title={<>{texts.title}{active > 0 && <b>{active}</b>}</>}>
      <p className={styles.soft}>{texts.note}</p>
      {[...WEIGHED, ...others.map((name) => [name, null] as const)].map(([name, direction]) => {
        const weight = weights[name] ?? 0;
        return (
          <label key={name} className={styles.weight} data-weight={name}>
            <span>{labelOf(name, lang)}{direction && <small>{texts[direction]}</small>}</span>
            <input type="range" min={0} max={MAX_WEIGHT} step={1} value={weight} aria-valuetext={weight === 0 ? texts.none : texts.of(weight)} onInput={({ currentTarget: { valueAsNumber } }) => setWeight(name, valueAsNumber)} />
            <b aria-hidden>{weight || '–'}</b>
          </label>
        );
      })}
    </Fold>
  );
}
