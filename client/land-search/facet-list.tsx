/** Values to choose among, each with how much land it would give; the most frequent first, the rest when asked for. */
import { useState } from 'react';
import type { Facet } from '../../domain/contract/investment/search.ts';
import type { Choice, ChoiceName } from '../../domain/investment/need.ts';
import { labelOf, valueOf } from '../../domain/investment/need-words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './filters.module.css';

const TEXTS = defineTexts({
  pl: { more: (n: string) => `Pokaż wszystkie (${n})`, less: 'Pokaż mniej', none: 'Nic z pozostałych warunków nie ma tu wartości.', unknown: (n: string) => `także tam, gdzie nie wiadomo (${n})`, all: 'wszystkie naraz' },
  en: { more: (n: string) => `Show all (${n})`, less: 'Show fewer', none: 'Nothing that fits the other conditions has a value here.', unknown: (n: string) => `also where it is not known (${n})`, all: 'all at once' },
});

const SHOWN = 6;

interface Props {
  readonly name: ChoiceName;
  readonly value: Choice | undefined;
  readonly facet: Facet | undefined;
  readonly onChange: (choice: Choice | undefined) => void;
}

export function FacetList({ name, value = { values: [], orUnknown: false }, facet, onChange }: Props) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const counted = facet?.values ?? [];
  // What is chosen stays in sight, also when it gives nothing.
  const values = [...counted, ...value.values.filter((one) => !counted.some((other) => other.value === one)).map((one) => ({ value: one, count: 0 }))];
  const shown = values.filter(({ value: one }, at) => all || at < SHOWN || value.values.includes(one));
  const choose = (one: string, on: boolean) => {
    const chosen = on ? [...value.values, one] : value.values.filter((other) => other !== one);
    onChange(chosen.length > 0 ? { ...value, values: chosen } : undefined);
  };
  return (
    <fieldset className={styles.facet} data-filter={name}>
      <legend>{labelOf(name, lang)}{name === 'utilities' && <small>{texts.all}</small>}</legend>
      {facet && values.length === 0 && <p className={styles.soft}>{texts.none}</p>}
      <ul>
        {shown.map(({ value: one, count }) => (
          <li key={one}>
            <label className={styles.tick}>
              <input type="checkbox" checked={value.values.includes(one)} onChange={({ currentTarget: { checked } }) => choose(one, checked)} />
              <span>{valueOf(name, one, lang)}</span><b>{number(count)}</b>
            </label>
          </li>
        ))}
      </ul>
      {values.length > SHOWN && <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>{all ? texts.less : texts.more(number(values.length))}</Button>}
      {value.values.length > 0 && facet && (facet.unknown > 0 || value.orUnknown) && (
        <label className={styles.tick}><input type="checkbox" checked={value.orUnknown} onChange={({ currentTarget: { checked } }) => onChange({ ...value, orUnknown: checked })} /><span>{texts.unknown(number(facet.unknown))}</span></label>
      )}
    </fieldset>
  );
}
