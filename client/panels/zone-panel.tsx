/** The panel of a zone: symbol and designation, its plan, and how much may be built with the paragraph of each figure. */
import type { ZoneShare } from '../../domain/contract/extract.ts';
import { PLAN_STATUSES } from '../../domain/planning/stages.ts';
import { parametersOf, type ZoneParameterColumns } from '../../domain/planning/zone-parameters.ts';
import { useFeature } from '../api/features.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { Facts } from './facts.tsx';
import { ObjectLink } from './object-link.tsx';
import { ParagraphsSlot } from './annotations-slot.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';
import { Skeleton } from './skeleton.tsx';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { Buildable } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: { plan: 'Plan', zone: 'Teren w planie miejscowym', generalZone: 'Strefa planu ogólnego', notInForce: 'Te ustalenia nie obowiązują.', unknown: 'Nie wiadomo, czy te ustalenia obowiązują.' },
  en: { plan: 'Plan', zone: 'Zone of a local plan', generalZone: 'Zone of the general plan', notInForce: 'These provisions are not in force.', unknown: 'It is not known whether these provisions are in force.' },
});

export function ZonePanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const { quoted } = useTexts(PANEL_TEXTS);
  const say = useSay();
  const { object, feature: { properties } } = props;
  const planKey = typeof properties['plan'] === 'string' ? properties['plan'] : null;
  // Zones of local plans carry the name and status of their plan; those of the general plan do not.
  const plan = useFeature(object.layer === 'general-plan-zones' && planKey ? { layer: 'plans', key: planKey } : null);
  const status = PLAN_STATUSES.find(({ value }) => value === (properties['plan_status'] ?? plan.data?.properties['status']));
  const planName = properties['plan_name'] ?? plan.data?.properties['name'];
  const zone = {
    layer: object.layer as ZoneShare['layer'],
    symbol: String(properties['symbol']), designation: String(properties['designation'] ?? ''), paragraph: typeof properties['paragraph'] === 'string' ? properties['paragraph'] : null,
    parameters: parametersOf(properties as unknown as ZoneParameterColumns), definitionRegime: properties['definition_regime'] as ZoneShare['definitionRegime'],
  };
  return (
    <SubjectPanel
      {...props} kind={object.layer === 'zones' ? texts.zone : texts.generalZone}
      where={<>
        <p className={styles.lead}>{String(properties['designation'] ?? '')}</p>
        <StatusChip layer={object.layer} value={properties['zone_class']} />
        {planKey && <p>{texts.plan} <ObjectLink object={{ layer: 'plans', key: planKey }}>{plan.isLoading ? '…' : quoted(String(planName ?? planKey))}</ObjectLink>{status && ` · ${say(status.label)}`}</p>}
        {!plan.isLoading && status?.value !== 'in-force' && <p className={styles.warn}>{status ? texts.notInForce : texts.unknown}</p>}
      </>}
    >
      {plan.error && <FailureNotice error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isLoading ? <Skeleton lines={4} /> : <Buildable zone={zone} status={status?.value} />}
      {planKey && <ParagraphsSlot plan={planKey} symbol={zone.symbol} paragraphs={[zone.paragraph, ...zone.parameters.map(({ paragraph }) => paragraph)]} />}
      <Facts layer={object.layer} properties={properties} only={['paragraph', 'area_ha']} />
    </SubjectPanel>
  );
}
