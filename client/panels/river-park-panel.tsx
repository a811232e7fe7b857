/** The panel of a river park: kind, areas, and how far the purchase of land has come. */
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import styles from './panels.module.css';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';

const TEXTS = defineTexts({
  pl: { purchased: (part: string, whole: string, share: string) => `Wykupiono ${part} z ${whole} docelowych (${share})` },
  en: { purchased: (part: string, whole: string, share: string) => `${part} of the ${whole} aimed at are purchased (${share})` },
});

export function RiverParkPanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const { number, percent } = useFormats();
  const { properties } = props.feature;
  const { purchased_ha: part, target_area_ha: whole } = properties;
  const known = typeof part === 'number' && typeof whole === 'number' && whole > 0;
  const hectares = (value: number) => `${number(value, 2)}\u202fha`;
  return (
    <SubjectPanel {...props} where={<StatusChip layer="river-parks" value={properties['kind']} />}>
      {known && (
        <div className={styles.section}>
          <progress className={styles.progress} max={whole} value={part} aria-label={texts.purchased(hectares(part), hectares(whole), percent(part / whole * 100))} />
          <p>{texts.purchased(hectares(part), hectares(whole), percent(part / whole * 100))}</p>
        </div>
      )}
      <Facts layer="river-parks" properties={properties} without={['kind']} />
    </SubjectPanel>
  );
}
