/** The row of three doors under the search box. */
import { defineTexts, useTexts } from '../i18n/language.ts';
import { DOORS, type Door } from '../url/parameters.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './doors.module.css';

const TEXTS = defineTexts({
  pl: { legend: 'Czego szukasz', resident: 'Mieszkaniec', planner: 'Planista', investor: 'Inwestor' },
  en: { legend: 'What you look for', resident: 'Resident', planner: 'Planner', investor: 'Investor' },
});

export function DoorTabs() {
  const texts = useTexts(TEXTS);
  const { door } = useUrl();
  // Another door brings its own layers; what the reader switched by hand behind the former one does not follow.
  const enter = (next: Door) => navigate({ door: next, layers: null });
  return (
    <fieldset className={styles.doors}>
      <legend className="unseen">{texts.legend}</legend>
      {DOORS.map((name) => (
        <label key={name} className={styles.door}>
          <input type="radio" name="door" value={name} checked={door === name} onChange={() => enter(name)} />
          <span>{texts[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
