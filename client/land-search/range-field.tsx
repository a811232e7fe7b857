/** Bounds of a number over its histogram: two handles that pointer and arrows move, the same as figures, and land of which it is not known. */
import { useId } from 'react';
import type { Facet } from '../../domain/contract/investment/search.ts';
import type { Range, RangeName } from '../../domain/investment/need.ts';
import { figureOf, isDistance, labelOf, rangeWords, unitOf } from '../../domain/investment/need-words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import styles from './filters.module.css';

const TEXTS = defineTexts({
  pl: { min: 'najmniej', max: 'najwyżej', any: 'bez granicy', from: 'od', to: 'do', unknown: (n: string) => `także tam, gdzie nie wiadomo (${n})` },
  en: { min: 'at least', max: 'at most', any: 'no bound', from: 'from', to: 'to', unknown: (n: string) => `also where it is not known (${n})` },
});

const NONE: Range = { min: null, max: null, orUnknown: false };
const tidy = (value: number): number => Number(value.toPrecision(10));

interface Props {
  readonly name: RangeName;
  readonly value: Range | undefined;
  readonly facet: Facet | undefined;
  /** The bound that people ask for; the other is shown when it is set. */
  readonly side?: 'min' | 'max';
  readonly onChange: (range: Range | undefined) => void;
}

function Histogram({ histogram: { min, max, counts }, value }: { readonly histogram: NonNullable<Facet['histogram']>; readonly value: Range }) {
  const most = Math.max(1, ...counts);
  const step = (max - min) / counts.length;
  const inside = (at: number) => min + (at + 1) * step > (value.min ?? -Infinity) && min + at * step < (value.max ?? Infinity);
  return (
    <div className={styles.histogram} aria-hidden>
      {/* Few are seen beside many: heights grow with the root. */}
      {counts.map((count, at) => <i key={at} data-in={inside(at)} style={{ height: count === 0 ? 0 : `${Math.max(8, Math.sqrt(count / most) * 100)}%` }} />)}
    </div>
  );
}

/** A figure as people type it, in the unit that is shown. */
function Figure({ name, bound, value, onChange }: { readonly name: RangeName; readonly bound: 'min' | 'max'; readonly value: number | null; readonly onChange: (value: number | null) => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const scale = isDistance(name) ? 1000 : 1;
  return (
    <label className={styles.figure}>
      <span aria-hidden>{texts[bound === 'min' ? 'from' : 'to']}</span>
      <input
        type="number" inputMode="decimal" step="any" min={0} value={value === null ? '' : tidy(value / scale)} aria-label={`${labelOf(name, lang)}, ${texts[bound]} [${unitOf(name, lang) || '–'}]`}
        onInput={({ currentTarget: { value: typed, valueAsNumber } }) => { if (typed === '' || Number.isFinite(valueAsNumber)) onChange(typed === '' ? null : tidy(valueAsNumber * scale)); }}
      />
    </label>
  );
}

export function RangeField({ name, value = NONE, facet, side, onChange }: Props) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const id = useId();
  const histogram = facet?.histogram;
  const bounds = (['min', 'max'] as const).filter((bound) => side === undefined || bound === side || value[bound] !== null);
  const change = (next: Partial<Range>) => {
    const range = { ...value, ...next };
    onChange(range.min === null && range.max === null ? undefined : range);
  };
  const slider = (bound: 'min' | 'max') => {
    if (!histogram) return null;
    const { min, max, counts } = histogram;
    const step = (max - min) / counts.length;
    const [open, at] = [bound === 'min' ? 0 : counts.length, value[bound]];
    const place = at === null ? open : Math.min(counts.length, Math.max(0, (at - min) / step));
    return (
      <input
        key={bound} type="range" min={0} max={counts.length} step={at !== null && !Number.isInteger(place) ? 'any' : 1} value={place} aria-label={`${labelOf(name, lang)}, ${texts[bound]}`} aria-valuetext={at === null ? texts.any : figureOf(name, at, lang)}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          const next = Math.round(valueAsNumber) === open ? null : tidy(min + Math.round(valueAsNumber) * step);
          const other = value[bound === 'min' ? 'max' : 'min'];
          // Handles do not pass each other.
          if (next === null || other === null || (bound === 'min' ? next <= other : next >= other)) change({ [bound]: next });
        }}
      />
    );
  };
  const unit = unitOf(name, lang);
  const words = value.min === null && value.max === null ? null : rangeWords(name, value, lang);
  return (
    <fieldset className={styles.range} data-filter={name}>
      <legend id={id}>{labelOf(name, lang)}{words && <b>{words}</b>}</legend>
      <div className={styles.figures}>
        {bounds.map((bound) => <Figure key={bound} name={name} bound={bound} value={value[bound]} onChange={(next) => change({ [bound]: next })} />)}
        <span className={styles.unit} aria-hidden>{unit}</span>
      </div>
      {histogram && <div className={styles.slider}><Histogram histogram={histogram} value={value} /><div className={styles.handles} data-two={bounds.length > 1}>{bounds.map(slider)}</div></div>}
      {words && facet && (facet.unknown > 0 || value.orUnknown) && (
        <label className={styles.tick}><input type="checkbox" checked={value.orUnknown} onChange={({ currentTarget: { checked } }) => change({ orUnknown: checked })} />{texts.unknown(number(facet.unknown))}</label>
      )}
    </fieldset>
  );
}
