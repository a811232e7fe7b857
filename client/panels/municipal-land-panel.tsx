/** The panel of municipal land: form of use, purpose, who manages it, its parcels. */
import { useSay } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { municipalLand } from '../../domain/layers/municipal-land.ts';

export function MunicipalLandPanel(props: SubjectPanelProps) {
  const say = useSay();
  const { properties } = props.feature;
  return (
    <SubjectPanel {...props} kind={say(municipalLand.title)} where={<StatusChip layer="municipal-land" value={properties['form']} />}>
      <Facts layer="municipal-land" properties={properties} without={['form']} />
    </SubjectPanel>
  );
}
