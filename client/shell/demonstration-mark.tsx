/** "Dane demonstracyjne": said whenever any layer that is shown holds demonstration data. */
import { useQueries } from '@tanstack/react-query';
import { findLayer } from '../../domain/layers/index.ts';
import { layerDataQuery } from '../api/layer-data.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useVisibleLayers } from '../layers/layer-state.ts';
import styles from './shell.module.css';

const TEXTS = defineTexts({ pl: { mark: 'dane demonstracyjne' }, en: { mark: 'demonstration data' } });

export function DemonstrationMark() {
  const texts = useTexts(TEXTS);
  const visible = useVisibleLayers();
  // The base map is asked about once, by its rivers; every other layer for itself.
  const asked = [...visible].filter((id) => id === 'rivers' || findLayer(id)?.subject !== 'base');
  const shown = useQueries({ queries: asked.map((id) => layerDataQuery(id)), combine: (results) => results.some(({ data }) => data?.demonstration) });
  return shown ? <strong className={styles.demonstration} data-testid="demonstration">{texts.mark}</strong> : null;
}
