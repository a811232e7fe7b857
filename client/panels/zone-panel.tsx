/** The panel of a zone: symbol and designation, its plan, and how much may be built with the paragraph of each figure. */
import type { ZoneShare } from '../../domain/contract/parcel.ts';
import { PLAN_STATUSES } from '../../domain/planning/stages.ts';
import { parametersOf, type ZoneParameterColumns } from '../../domain/planning/zone-parameters.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import { ObjectLink } from './object-link.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import styles from './panels.module.css';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { Buildable } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: { plan: 'Plan', zone: 'Teren w planie miejscowym', generalZone: 'Strefa planu ogólnego', notInForce: 'Te ustalenia nie obowiązują.' },
  en: { plan: 'Plan', zone: 'Zone of a local plan', generalZone: 'Zone of the general plan', notInForce: 'These provisions are not in force.' },
});

export function ZonePanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { object, feature: { properties } } = props;
  const status = PLAN_STATUSES.find(({ value }) => value === properties['plan_status']);
  const zone = { key: String(properties.key), symbol: String(properties['symbol']), parameters: parametersOf(properties as unknown as ZoneParameterColumns), definitionRegime: properties['definition_regime'] as ZoneShare['definitionRegime'] };
  return (
    <SubjectPanel
      {...props} kind={object.layer === 'zones' ? texts.zone : texts.generalZone}
      where={<>
        <p className={styles.lead}>{String(properties['designation'] ?? '')}</p>
        <StatusChip layer={object.layer} value={properties['zone_class']} />
        <p>{texts.plan} <ObjectLink object={{ layer: 'plans', key: String(properties['plan']) }}>„{String(properties['plan_name'] ?? properties['plan'])}”</ObjectLink>{status && ` · ${say(status.label)}`}</p>
        {status && status.value !== 'in-force' && <p className={styles.warn}>{texts.notInForce}</p>}
      </>}
    >
      <Buildable zones={[zone]} />
      <Facts layer={object.layer} properties={properties} only={['paragraph', 'area_ha']} />
    </SubjectPanel>
  );
}
