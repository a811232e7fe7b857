/** The course of a planning procedure: dated events in their order; a stage may occur several times. */
import { STAGES } from '../../domain/planning/stages.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import styles from './panels.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Przebieg procedury', now: 'teraz', until: (from: string, to: string) => `${from} – ${to}` },
  en: { title: 'Course of the procedure', now: 'now', until: (from: string, to: string) => `${from} – ${to}` },
});

interface PlanEvent {
  readonly stage: string;
  readonly on_date: string;
  readonly until_date: string | null;
  readonly title: string | null;
  readonly document: string | null;
}

const isEvent = (value: unknown): value is PlanEvent => typeof value === 'object' && value !== null && typeof (value as PlanEvent).stage === 'string' && typeof (value as PlanEvent).on_date === 'string';

export function Timeline({ events, stage }: { readonly events: unknown; readonly stage: string }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { date } = useFormats();
  const course = (Array.isArray(events) ? events.filter(isEvent) : []).toSorted((one, other) => one.on_date.localeCompare(other.on_date));
  if (course.length === 0) return null;
  const present = course.findLastIndex((event) => event.stage === stage);
  return (
    <section className={styles.section} data-testid="timeline">
      <h3>{texts.title}</h3>
      <ol className={styles.timeline}>
        {course.map((event, at) => {
          const label = STAGES.find(({ value }) => value === event.stage)?.label;
          return (
            <li key={`${event.stage} ${event.on_date} ${event.title}`} className={classes(at === present && styles.present)} {...(at === present ? { 'aria-current': 'step' as const } : {})}>
              <b>{label ? say(label) : event.stage}{at === present && <span className={styles.now}>{texts.now}</span>}</b>
              <small>{event.until_date ? texts.until(date(event.on_date), date(event.until_date)) : date(event.on_date)}</small>
              {event.title && <span>{event.title}{event.document && ` · ${event.document}`}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
