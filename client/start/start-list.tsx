/** What the panel offers while nothing is open: ways to ask the map that need no object. */
import { ChevronRight, List, ScrollText, SquareDashedMousePointer, Users } from 'lucide-react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from '../selection/selection.module.css';
import { navigate, useUrl } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: {
    label: 'Inne sposoby szukania', area: 'Szukaj w obszarze', areaNote: 'narysuj obszar lub podaj odległość: co tam jest, ile i z jakim udziałem',
    'in-view': 'Lista tego, co widać', 'in-viewNote': 'mapa jako tekst: obiekty w bieżącym widoku',
    plans: 'Wszystkie plany', plansNote: 'obowiązujące, w opracowaniu i dawne: stan, terminy, powierzchnia', desk: 'Biurko planisty', deskNote: 'adnotacje i procedury; dla osób z biura',
  },
  en: {
    label: 'Other ways to search', area: 'Search in an area', areaNote: 'draw an area or give a distance: what is there, how much, with what share',
    'in-view': 'List of what is in view', 'in-viewNote': 'the map as text: objects of the present view',
    plans: 'All plans', plansNote: 'in force, in preparation and past: state, dates, area', desk: 'Planner’s desk', deskNote: 'annotations and procedures; for people of the office',
  },
});

const WAYS = [['area', SquareDashedMousePointer], ['in-view', List], ['plans', ScrollText], ['desk', Users]] as const;

export function StartList() {
  const texts = useTexts(TEXTS);
  const { door } = useUrl();
  return (
    <nav aria-label={texts.label} data-testid="start">
      <ul className={styles.choices}>
        {WAYS.map(([tool, Icon]) => (tool !== 'desk' || door === 'planner') && (
          <li key={tool}>
            <button type="button" className={styles.choice} onClick={() => navigate({ tool })}>
              <Icon size={18} aria-hidden /><span><b>{texts[tool]}</b><small>{texts[`${tool}Note`]}</small></span><ChevronRight size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
