/** The panel of a point that people know – an address, a stop, a school: its facts, and what applies where it stands. */
import { findLayer } from '../../domain/layers/index.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { WhatApplies } from './what-applies.tsx';

export function AddressPanel(props: SubjectPanelProps) {
  const layer = findLayer(props.object.layer)!;
  const { geometry, properties } = props.feature;
  const point = geometry?.type === 'Point' ? geometry.coordinates as [number, number] : null;
  return <SubjectPanel {...props}>{point && <WhatApplies where={{ point }} />}<Facts layer={layer.id} properties={properties} /></SubjectPanel>;
}
