/** Head and foot that all panels of features share: name, what it is, whence the data. */
import bbox from '@turf/bbox';
import type { ReactNode } from 'react';
import { findLayer } from '../../domain/layers/index.ts';
import { useSay } from '../i18n/language.ts';
import type { SubjectPanelProps } from './object-panel.tsx';
import { PanelHead } from './panel-head.tsx';
import styles from './panels.module.css';
import { Notices, provenanceOf, SourceLine } from './provenance.tsx';

interface Props extends SubjectPanelProps {
  readonly title?: string;
  /** Instead of the title of the layer. */
  readonly kind?: string;
  /** Under the title. */
  readonly where?: ReactNode;
  readonly children: ReactNode;
}

export function SubjectPanel({ object, feature, title, kind, where, children }: Props) {
  const say = useSay();
  const layer = findLayer(object.layer)!;
  const named = title ?? String(feature.properties[layer.titleField] ?? feature.properties.key);
  const [west, south, east, north] = feature.geometry ? bbox(feature) : [NaN];
  const box = Number.isFinite(west) ? [west, south!, east!, north!] as const : null;
  return (
    <article className={styles.panel} data-testid={`panel-${layer.id}`}>
      <PanelHead object={object} kind={kind ?? say(layer.title)} title={named} bbox={box}>{where && <div className={styles.where}>{where}</div>}</PanelHead>
      {children}
      <SourceLine {...provenanceOf(feature.properties)} />
      <Notices layers={[layer.id]} />
    </article>
  );
}
