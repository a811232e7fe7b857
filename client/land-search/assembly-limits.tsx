/** What an assembly may be: how large together, of how many parcels and holders, how compact, beside a road. */
import { useState } from 'react';
import { type Need, RANGES } from '../../domain/investment/need.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './filters.module.css';
import { changeNeed } from './use-asked.ts';

export const USUAL_PARCELS = 4;
const FEWEST = 2;
const MOST = 8;

const TEXTS = defineTexts({
  pl: { area: 'Powierzchnia razem [ha]', from: 'od', to: 'do', parcels: 'Najwięcej działek', owners: 'Najwięcej rodzajów własności', any: 'dowolnie', compactness: 'Zwartość', shapes: ['dowolny kształt', 'nie wydłużony', 'zwarty', 'bardzo zwarty'], road: 'Z dostępem do drogi' },
  en: { area: 'Area together [ha]', from: 'from', to: 'to', parcels: 'At most so many parcels', owners: 'Kinds of ownership at most', any: 'any', compactness: 'Compactness', shapes: ['any shape', 'not elongated', 'compact', 'very compact'], road: 'Beside a road' },
});

/** 4πA/P²: a square has 0.79, a strip four times as long as wide 0.5. */
const SHAPES = [0, 0.3, 0.5, 0.65] as const;

const setLimit = (name: string, value: number | null) => navigate(({ limits: { [name]: _old, ...others } }) => ({ limits: value ? { ...others, [name]: value } : others }), { replace: true });

function Hectares({ need, bound, label }: { readonly need: Need; readonly bound: 'min' | 'max'; readonly label: string }) {
  const [name] = RANGES;
  const range = need.ranges[name];
  const [typed, setTyped] = useState<string | null>(null);
  const set = (text: string) => {
    setTyped(text);
    const value = text === '' ? null : Number(text);
    if (value !== null && !(value >= 0)) return;
    changeNeed((now) => {
      const { [name]: old, ...others } = now.ranges;
      const next = { min: old?.min ?? null, max: old?.max ?? null, orUnknown: false, [bound]: value };
      return { ...now, ranges: next.min === null && next.max === null ? others : { ...others, [name]: next } };
    });
  };
  return <label className={styles.figure}><span>{label}</span><input type="number" inputMode="decimal" min={0} step="any" value={typed ?? range?.[bound] ?? ''} onInput={({ currentTarget }) => set(currentTarget.value)} onBlur={() => setTyped(null)} /></label>;
}

export function AssemblyLimits({ need }: { readonly need: Need }) {
  const texts = useTexts(TEXTS);
  const { limits } = useUrl();
  const shape = SHAPES.findLastIndex((least) => (limits['compactness'] ?? 0) >= least);
  return (
    <div className={styles.limits}>
      <fieldset className={styles.range}>
        <legend>{texts.area}</legend>
        <div className={styles.figures}><Hectares need={need} bound="min" label={texts.from} /><Hectares need={need} bound="max" label={texts.to} /></div>
      </fieldset>
      <label className={styles.choose}><span>{texts.parcels}</span>
        <select value={limits['parcels'] ?? USUAL_PARCELS} onChange={({ currentTarget: { value } }) => setLimit('parcels', Number(value) === USUAL_PARCELS ? null : Number(value))}>
          {Array.from({ length: MOST - FEWEST + 1 }, (_, at) => at + FEWEST).map((count) => <option key={count} value={count}>{count}</option>)}
        </select>
      </label>
      <label className={styles.choose}><span>{texts.owners}</span>
        <select value={limits['owners'] ?? ''} onChange={({ currentTarget: { value } }) => setLimit('owners', Number(value) || null)}>
          <option value="">{texts.any}</option>{[1, 2, 3].map((count) => <option key={count} value={count}>{count}</option>)}
        </select>
      </label>
      <label className={styles.choose}><span>{texts.compactness}</span>
        <select value={shape} onChange={({ currentTarget: { value } }) => setLimit('compactness', SHAPES[Number(value)] ?? null)}>{texts.shapes.map((name, at) => <option key={name} value={at}>{name}</option>)}</select>
      </label>
      <label className={styles.tick}><input type="checkbox" checked={(limits['road'] ?? 0) > 0} onChange={({ currentTarget: { checked } }) => setLimit('road', checked ? 1 : null)} /><span>{texts.road}</span></label>
    </div>
  );
}
