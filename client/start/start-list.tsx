/** What the panel offers while nothing is open: ways to ask the map that need no object. */
import { ChevronRight, LandPlot, List, ScrollText, SquareDashedMousePointer, Users } from 'lucide-react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import styles from '../selection/selection.module.css';
import type { Door } from '../url/parameters.ts';
import { navigate, useUrl } from '../url/use-url.ts';

const TEXTS = defineTexts({
  pl: {
    label: 'Inne sposoby szukania', area: 'Szukaj w obszarze', areaNote: 'narysuj obszar lub podaj odległość: co tam jest, ile i z jakim udziałem',
    'in-view': 'Lista tego, co widać', 'in-viewNote': 'mapa jako tekst: obiekty w bieżącym widoku',
    plans: 'Wszystkie plany', plansNote: 'obowiązujące, w opracowaniu i dawne: stan, terminy, powierzchnia', desk: 'Biurko planisty', deskNote: 'adnotacje i procedury; dla osób z biura',
    land: 'Szukaj terenu', landNote: 'tereny z oferty miasta i działki gminne, które spełniają Twoje warunki',
  },
  en: {
    label: 'Other ways to search', area: 'Search in an area', areaNote: 'draw an area or give a distance: what is there, how much, with what share',
    'in-view': 'List of what is in view', 'in-viewNote': 'the map as text: objects of the present view',
    plans: 'All plans', plansNote: 'in force, in preparation and past: state, dates, area', desk: 'Planner’s desk', deskNote: 'annotations and procedures; for people of the office',
    land: 'Find land', landNote: 'sites the city offers and municipal parcels that meet your conditions',
  },
});

const WAYS = [['land', LandPlot], ['area', SquareDashedMousePointer], ['in-view', List], ['plans', ScrollText], ['desk', Users]] as const;
/** Ways that only one door has. */
const OWN: Readonly<Partial<Record<(typeof WAYS)[number][0], Door>>> = { land: 'investor', desk: 'planner' };

export function StartList() {
  const texts = useTexts(TEXTS);
  const { door } = useUrl();
  return (
    <nav aria-label={texts.label} data-testid="start">
      <ul className={styles.choices}>
        {WAYS.map(([tool, Icon]) => (OWN[tool] ?? door) === door && (
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
