/** The panel of a plan: its state, resolution and journal, the course of its procedure, its zones. */
import { PLAN_STATUSES } from '../../domain/planning/stages.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { Facts } from './facts.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import styles from './panels.module.css';
import { PlanZones } from './plan-zones.tsx';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { Timeline } from './timeline.tsx';
import { plans } from '../../domain/layers/plans.ts';

const TEXTS = defineTexts({
  pl: { act: 'Akt', unknown: 'stan nieznany', notInForce: 'Ten plan nie obowiązuje. Obowiązuje to, co uchwalono i ogłoszono wcześniej.' },
  en: { act: 'Act', unknown: 'state unknown', notInForce: 'This plan is not in force. What was adopted and published before applies.' },
});

const KINDS = plans.fields.find(({ name }) => name === 'kind')?.codes ?? [];

export function PlanPanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { properties } = props.feature;
  const kind = KINDS.find(({ value }) => value === properties['kind']);
  const status = PLAN_STATUSES.find(({ value }) => value === properties['status']);
  return (
    <SubjectPanel
      {...props} {...(kind ? { kind: say(kind.label) } : {})}
      where={<>{status ? <StatusChip layer="plans" value={status.value} /> : <p>{texts.unknown}</p>}{status && status.value !== 'in-force' && <p className={styles.warn}>{texts.notInForce}</p>}</>}
    >
      <Facts layer="plans" properties={properties} title={texts.act} without={['kind', 'status', 'events']} />
      <Timeline events={properties['events']} stage={String(properties['stage'] ?? '')} />
      <PlanZones plan={String(properties.key)} general={properties['kind'] === 'POG'} />
    </SubjectPanel>
  );
}
