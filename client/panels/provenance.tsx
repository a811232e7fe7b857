/** Where a line comes from, of which day it is, and that demonstration data is demonstration data. */
import type { Provenance } from '../../domain/contract/parcel.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { useFormats, useSay, useTexts } from '../i18n/language.ts';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';

/** One quiet line under what it speaks of. */
export function SourceLine({ source, sourceDate, demonstration }: Provenance) {
  const texts = useTexts(PANEL_TEXTS);
  const { date } = useFormats();
  return (
    <p className={styles.source}>
      {sourceDate ? texts.asOf(source, date(sourceDate)) : texts.from(source)}
      {demonstration && <> · <b>{texts.demonstration}</b></>}
    </p>
  );
}

/** The source of a feature of the collections, read from its common fields. */
export const provenanceOf = (properties: Readonly<Record<string, unknown>>): Provenance => ({
  source: String(properties['source'] ?? ''), sourceDate: (properties['source_date'] as string | null) ?? null, demonstration: properties['demonstration'] === true,
});

/** What a reader must know of these layers, each notice once. */
export function Notices({ layers }: { readonly layers: readonly string[] }) {
  const texts = useTexts(PANEL_TEXTS);
  const say = useSay();
  const notices = new Set(layers.flatMap((id) => findLayer(id)?.source.notice ?? []).map(say));
  return (
    <footer className={styles.notices}>
      <h3>{texts.sources}</h3>
      {[...notices].map((notice) => <p key={notice}>{notice}</p>)}
    </footer>
  );
}
