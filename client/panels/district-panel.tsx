/** The panel of a district: key figures, the next dates, plans in preparation and in force, parks, sites. */
import { useQuery } from '@tanstack/react-query';
import type { Topic } from '../../domain/contract/statement.ts';
import { objectPath } from '../../domain/paths.ts';
import { PLANNING_WORDS } from '../../domain/statement/planning-words.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { statementQuery } from '../api/statements.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { useUrl } from '../url/use-url.ts';
import type { SubjectPanelProps } from './object-panel.tsx';
import panel from './panels.module.css';
import { told } from './statement-facts.tsx';
import styles from './statement.module.css';
import { SubjectPanel } from './subject-head.tsx';
import { OtherForms, StatementNotices, StatementWait, TopicSection } from './topic.tsx';

const TEXTS = defineTexts({ pl: { kind: (roman: string) => `Dzielnica ${roman}` }, en: { kind: (roman: string) => `District ${roman}` } });

function DistrictTopic({ topic }: { readonly topic: Topic }) {
  const lang = useLanguage();
  const [words, planning] = [WORDS[lang], PLANNING_WORDS[lang]];
  const testid = `district-${topic.id}`;
  if (topic.id !== 'figures') return <TopicSection topic={topic} testid={testid} lead={[words.stage, planning.next, words.inForceFrom, planning.inside]} />;
  return (
    // Its source stands at the foot of the panel.
    <TopicSection topic={topic} testid={testid} unsourced>
      <dl className={`${panel.figures} ${styles.key}`}>{topic.facts.map((fact) => <div key={fact.label} {...told(fact)}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}</dl>
    </TopicSection>
  );
}

export function DistrictPanel(props: SubjectPanelProps) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { day } = useUrl();
  const { properties } = props.feature;
  const statement = useQuery(statementQuery('districts', properties.key, lang, day));
  return (
    <SubjectPanel {...props} kind={texts.kind(String(properties['roman']))}>
      <OtherForms path={objectPath('districts', properties.key)} />
      <StatementWait query={statement} />
      {statement.data && <StatementNotices notices={statement.data.notices} />}
      {statement.data?.topics.map((topic) => <DistrictTopic key={topic.id} topic={topic} />)}
    </SubjectPanel>
  );
}
