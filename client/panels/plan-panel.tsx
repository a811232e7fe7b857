/** The panel of a plan: its state, the act, the course of its procedure, what it changes, its documents, its zones. */
import { useQuery } from '@tanstack/react-query';
import type { Topic } from '../../domain/contract/statement.ts';
import { PLAN_STATUSES } from '../../domain/planning/stages.ts';
import { plans } from '../../domain/layers/plans.ts';
import { objectPath } from '../../domain/paths.ts';
import { statementQuery } from '../api/statements.ts';
import { DifferenceLinks } from '../difference/difference-links.tsx';
import { defineTexts, useLanguage, useSay, useTexts } from '../i18n/language.ts';
import { useUrl } from '../url/use-url.ts';
import { AnnotationsSlot } from './annotations-slot.tsx';
import type { SubjectPanelProps } from './object-panel.tsx';
import styles from './panels.module.css';
import { PlanZones } from './plan-zones.tsx';
import { StatusChip } from './status-chip.tsx';
import { SubjectPanel } from './subject-head.tsx';
import { Timeline } from './timeline.tsx';
import { OtherForms, StatementNotices, StatementWait, TopicSection } from './topic.tsx';

const TEXTS = defineTexts({
  pl: { unknown: 'stan nieznany', notInForce: 'Ten plan nie obowiązuje. Obowiązuje to, co uchwalono i ogłoszono wcześniej.', superseded: 'Ten plan już nie obowiązuje.' },
  en: { unknown: 'state unknown', notInForce: 'This plan is not in force. What was adopted and published before applies.', superseded: 'This plan is no longer in force.' },
});

const KINDS = plans.fields.find(({ name }) => name === 'kind')?.codes ?? [];

function PlanTopic({ topic }: { readonly topic: Topic }) {
  switch (topic.id) {
    case 'timeline': return <Timeline topic={topic} />;
    case 'zones': return <PlanZones topic={topic} />;
    // The source of the act stands at the foot of the panel.
    default: return <TopicSection topic={topic} testid={`plan-${topic.id}`} unsourced />;
  }
}

export function PlanPanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const lang = useLanguage();
  const { day } = useUrl();
  const { properties } = props.feature;
  const statement = useQuery(statementQuery('plans', properties.key, lang, day));
  const kind = KINDS.find(({ value }) => value === properties['kind']);
  const status = PLAN_STATUSES.find(({ value }) => value === properties['status']);
  return (
    <SubjectPanel
      {...props} {...(kind ? { kind: say(kind.label) } : {})}
      where={<>
        {status ? <StatusChip layer="plans" value={status.value} /> : <p>{texts.unknown}</p>}
        {status && status.value !== 'in-force' && <p className={styles.warn}>{status.value === 'superseded' ? texts.superseded : texts.notInForce}</p>}
      </>}
    >
      <OtherForms path={objectPath('plans', properties.key)}>{properties['kind'] !== 'POG' && <DifferenceLinks layer="plans" objectKey={properties.key} status={String(properties['status'])} />}</OtherForms>
      <AnnotationsSlot subject="plan" objectKey={properties.key} />
      <StatementWait query={statement} />
      {statement.data && <StatementNotices notices={statement.data.notices} />}
      {statement.data?.topics.map((topic) => <PlanTopic key={topic.id} topic={topic} />)}
    </SubjectPanel>
  );
}
