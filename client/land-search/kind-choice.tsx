/** What land is asked for: what the city offers, parcels of the municipality, or both. */
import type { LandKind, LandSearch } from '../../domain/contract/investment/search.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import styles from './filters.module.css';
import { askKind } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: { title: 'Rodzaj terenu', both: 'Wszystkie', site: 'Oferta miasta', parcel: 'Działki gminne' },
  en: { title: 'Kind of land', both: 'All', site: 'City’s offer', parcel: 'Municipal parcels' },
});

/** `counts` null: not known yet. */
export function KindChoice({ kind, counts }: { readonly kind: LandKind | null; readonly counts: LandSearch['counts'] | null }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return (
    <fieldset className={styles.facet}>
      <legend className="unseen">{texts.title}</legend>
      <div className={styles.segments}>
        {([null, 'site', 'parcel'] as const).map((one) => (
          <label key={one ?? 'both'}><input type="radio" name="land-kind" checked={kind === one} onChange={() => askKind(one)} />
            <span>{texts[one ?? 'both']}{one !== null && counts && (kind === null || kind === one) && <b>{number(counts[one])}</b>}</span></label>
        ))}
      </div>
    </fieldset>
  );
}
