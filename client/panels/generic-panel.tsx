/** The panel of any layer of the catalogue: its declared fields as rows. */
import { findLayer } from '../../domain/layers/index.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { SubjectPanel } from './subject-head.tsx';

export function GenericPanel(props: SubjectPanelProps) {
  const layer = findLayer(props.object.layer)!;
  return <SubjectPanel {...props}><Facts layer={layer.id} properties={props.feature.properties} /></SubjectPanel>;
}
