/** The topics of what applies: plans first, then every other theme, then what is to be checked, then what is no question: the register. */
import type { Statement } from '../../domain/contract/statement.ts';
import { PLAN_TOPICS, PlansTopic } from './plans-topic.tsx';
import { Themes, ToCheck } from './themes.tsx';
import { TopicSection } from './topic.tsx';

export function StatementTopics({ statement: { topics, day, notices } }: { readonly statement: Pick<Statement, 'topics' | 'day' | 'notices'> }) {
  const others = topics.filter(({ id }) => !(id in PLAN_TOPICS));
  return (
    <>
      {topics.filter(({ id }) => id in PLAN_TOPICS).map((topic) => <PlansTopic key={topic.id} topic={topic} day={day} notices={topic.id === 'local-plans' ? notices : undefined} />)}
      <Themes topics={others} />
      <ToCheck topics={topics} />
      {others.filter(({ verdict }) => verdict === null).map((topic) => <TopicSection key={topic.id} topic={topic} testid={topic.id} />)}
    </>
  );
}
