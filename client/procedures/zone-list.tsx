/** The zones of a draft: symbol with the tint of its class, area, figures; the chosen one opens. */
import { useMemo, useState } from 'react';
import { zones as layer } from '../../domain/layers/zones.ts';
import { ZONE_CLASSES } from '../../domain/planning/zone-classes.ts';
import { drawnClasses, OTHER } from '../../domain/style/symbol-classes.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { Swatch } from '../layers/swatch.tsx';
import { usePalette } from '../theme/theme.ts';
import { useUrl } from '../url/use-url.ts';
import { Button } from '../ui/button.tsx';
import type { EditZone } from './draft-zones.ts';
import { TextField } from './parts.tsx';
import styles from './procedures.module.css';
import { measured } from './zone-shapes.ts';

const TEXTS = defineTexts({
  pl: { title: 'Tereny', none: 'Projekt nie ma jeszcze terenów.', find: 'Znajdź teren (symbol lub klasa)', height: (m: string) => `wys. ${m} m`, intensity: (from: string, to: string) => `int. ${from}–${to}`, built: (pct: string) => `zab. ${pct}`, green: (pct: string) => `ziel. ${pct}`, fresh: 'nowy', more: (n: string) => `Pokaż pozostałe (${n})` },
  en: { title: 'Zones', none: 'The draft has no zones yet.', find: 'Find a zone (symbol or class)', height: (m: string) => `height ${m} m`, intensity: (from: string, to: string) => `int. ${from}–${to}`, built: (pct: string) => `built ${pct}`, green: (pct: string) => `green ${pct}`, fresh: 'new', more: (n: string) => `Show the rest (${n})` },
});

const AT_ONCE = 60;
const LEAST_TO_FIND = 10;

function Figures({ zone }: { readonly zone: EditZone }) {
  const texts = useTexts(TEXTS);
  const { number, percent } = useFormats();
  const { maxHeightM, minIntensity, maxIntensity, maxBuiltUpPct, minBioActivePct } = zone;
  const words = [
    maxHeightM !== null && texts.height(number(maxHeightM, 1)), (minIntensity !== null || maxIntensity !== null) && texts.intensity(minIntensity === null ? '?' : number(minIntensity, 2), maxIntensity === null ? '?' : number(maxIntensity, 2)),
    maxBuiltUpPct !== null && texts.built(percent(maxBuiltUpPct)), minBioActivePct !== null && texts.green(percent(minBioActivePct)),
  ].filter(Boolean);
  return words.length > 0 && <span className={styles.quiet}>{words.join(' · ')}</span>;
}

export function ZoneList({ zones, chosen, onChoose }: { readonly zones: readonly EditZone[]; readonly chosen: number | null; readonly onChoose: (id: number) => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const palette = usePalette();
  const { zones: mode } = useUrl();
  const { area, number } = useFormats();
  const [find, setFind] = useState('');
  const [all, setAll] = useState(false);
  const classes = useMemo(() => drawnClasses(layer, palette, mode), [palette, mode]);
  const sorted = useMemo(() => zones.toSorted((one, other) => one.symbol.localeCompare(other.symbol, 'pl', { numeric: true })), [zones]);
  const wanted = find.trim().toLowerCase();
  const found = wanted === '' ? sorted : sorted.filter(({ symbol, zoneClass, designation }) => [symbol, zoneClass, designation].some((text) => text.toLowerCase().includes(wanted)));
  const shown = all ? found : found.filter(({ id }, at) => at < AT_ONCE || id === chosen);
  return (
    <section className={styles.section} data-testid="zones">
      <h4>{texts.title} · {number(zones.length)}</h4>
      {zones.length === 0 && <p className={styles.quiet}>{texts.none}</p>}
      {zones.length >= LEAST_TO_FIND && <TextField label={texts.find} value={find} onChange={setFind} />}
      <ul className={styles.rows}>
        {shown.map((zone) => {
          const known = ZONE_CLASSES.find(({ value }) => value === zone.zoneClass);
          const drawn = classes.find(({ value }) => value === zone.zoneClass) ?? classes.find(({ value }) => value === OTHER) ?? classes[0]!;
          return (
            <li key={zone.id}>
              <button type="button" className={styles.open} aria-pressed={zone.id === chosen} data-zone={zone.symbol} onClick={() => onChoose(zone.id)}>
                <span className={styles.zone}><Swatch drawn={drawn} layer={layer} /><span><b>{zone.symbol}</b> <span className={styles.quiet}>{known ? say(known.label) : zone.zoneClass}{zone.id < 0 && ` · ${texts.fresh}`}</span></span><span className={styles.numbers}>{area(zone.areaM2 ?? measured(zone.geometry))}</span></span>
                <Figures zone={zone} />
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < found.length && <Button kind="quiet" onClick={() => setAll(true)}>{texts.more(number(found.length - shown.length))}</Button>}
    </section>
  );
}
