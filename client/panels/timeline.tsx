/** The course of a planning procedure: dated events in their order, each said to be past, now or to come. */
import type { Topic } from '../../domain/contract/statement.ts';
import { PLANNING_WORDS } from '../../domain/statement/planning-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import { pickFacts, told } from './statement-facts.tsx';
import { TopicSection } from './topic.tsx';
import styles from './panels.module.css';

export function Timeline({ topic }: { readonly topic: Topic }) {
  const words = PLANNING_WORDS[useLanguage()];
  return (
    <TopicSection topic={topic} testid="timeline">
      <ol className={styles.timeline}>
        {topic.entries.map(({ id, title, badge, facts }) => {
          const { picked: [date], rest } = pickFacts(facts, [words.date]);
          const isNow = badge === words.now;
          return (
            <li key={id} className={classes(isNow && styles.present, badge === words.coming && styles.coming)} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
              <b>{title} <span className={badge === words.past ? styles.past : styles.now}>{badge}</span></b>
              {date && <small {...told(date)}>{date.value}</small>}
              {rest.map((fact) => <span key={fact.label} {...told(fact)}>{fact.label === words.what ? fact.value : `${fact.label}: ${fact.value}`}</span>)}
            </li>
          );
        })}
      </ol>
    </TopicSection>
  );
}
