/** m² by use before and after, the change with its sign, and both as bars. */
import type { Difference } from '../../domain/contract/difference.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { Swatch } from '../layers/swatch.tsx';
import { usePalette } from '../theme/theme.ts';
import styles from './difference.module.css';
import { signed, wordsOfUse } from './uses.ts';

const TEXTS = defineTexts({
  pl: { caption: 'Powierzchnia według przeznaczenia przed i po, w metrach kwadratowych', use: 'Przeznaczenie', before: 'Przed', after: 'Po', change: 'Zmiana, m²' },
  en: { caption: 'Area by use before and after, in square metres', use: 'Use', before: 'Before', after: 'After', change: 'Change, m²' },
});

/** Class and symbol as on the map; nothing where there is no class. */
export function UseMark({ zoneClass }: { readonly zoneClass: string | null }) {
  const palette = usePalette();
  const layer = findLayer('zones');
  const drawn = zoneClass !== null && layer ? legendClasses(layer, palette).find(({ value }) => value === zoneClass) : undefined;
  return drawn && layer ? <Swatch drawn={drawn} layer={layer} zoom={15} /> : <i className={styles.noUse} aria-hidden />;
}

export function UseTable({ totals }: { readonly totals: Difference['totals'] }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const most = Math.max(1, ...totals.flatMap(({ beforeM2, afterM2 }) => [beforeM2, afterM2]));
  return (
    <table className={styles.table} data-testid="difference-table">
      <caption className="unseen">{texts.caption}</caption>
      <thead><tr><th scope="col">{texts.use}</th><th scope="col">{texts.before}</th><th scope="col">{texts.after}</th><th scope="col">{texts.change}</th></tr></thead>
      {totals.map((use) => (
        <tbody key={`${use.planned} ${use.zoneClass}`} data-use={use.zoneClass ?? (use.planned ? 'unknown' : 'none')}>
          <tr><th scope="rowgroup" colSpan={4}><span className={styles.use}><UseMark zoneClass={use.zoneClass} /><span>{use.zoneClass && <b>{use.zoneClass} </b>}{wordsOfUse(use, lang)}</span></span></th></tr>
          <tr>
            <td><span className="unseen">m²</span><span className={styles.bars} aria-hidden><i style={{ width: `${use.beforeM2 / most * 100}%` }} /><i style={{ width: `${use.afterM2 / most * 100}%` }} /></span></td>
            <td>{number(use.beforeM2)}</td><td>{number(use.afterM2)}</td><td><b>{signed(Math.round(use.changeM2), number)}</b></td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
