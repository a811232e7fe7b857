/** "Dane demonstracyjne": said whenever any layer that is shown holds demonstration data. */
import { useQuery } from '@tanstack/react-query';
import { allLayerData } from '../api/layer-data.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useVisibleLayers } from '../layers/layer-state.ts';
import styles from './shell.module.css';

const TEXTS = defineTexts({ pl: { mark: 'dane demonstracyjne' }, en: { mark: 'demonstration data' } });

export function DemonstrationMark() {
  const texts = useTexts(TEXTS);
  const visible = useVisibleLayers();
  const { data } = useQuery(allLayerData);
  const shown = data !== undefined && [...visible].some((id) => data.get(id)?.demonstration);
  return shown ? <strong className={styles.demonstration} data-testid="demonstration">{texts.mark}</strong> : null;
}
