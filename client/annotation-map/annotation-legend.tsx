/** The switch of annotations on the map and what their symbols mean, in words. Stands in the sheet of layers. */
import { useState } from 'react';
import { STATUSES } from '../../domain/office/annotation-rules.ts';
import { CATEGORIES, PRIORITIES } from '../../domain/office/annotation-words.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import ui from '../ui/ui.module.css';
import { navigate } from '../url/use-url.ts';
import { AnnotationSymbol } from './annotation-symbol.tsx';
import { useAnnotationsShown } from './shown.ts';
import type { SymbolFacts } from './symbol.ts';
import styles from './legend.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Adnotacje urzędu', legend: 'Znaczenie znaków', category: 'Kształt: kategoria', status: 'Wypełnienie: status', priority: 'Pierścień: priorytet' },
  en: { title: 'Office annotations', legend: 'What the symbols mean', category: 'Shape: category', status: 'Fill: status', priority: 'Ring: priority' },
});

const PLAIN: SymbolFacts = { category: 'note', status: 'open', priority: 'normal' };

export function AnnotationLegend() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const shown = useAnnotationsShown();
  const [opened, setOpened] = useState(false);
  const groups = [
    { title: texts.category, entries: CATEGORIES.map(({ value, label }) => ({ label, facts: { ...PLAIN, category: value } })) },
    { title: texts.status, entries: STATUSES.map(({ value, label }) => ({ label, facts: { ...PLAIN, status: value } })) },
    { title: texts.priority, entries: PRIORITIES.map(({ value, label }) => ({ label, facts: { ...PLAIN, priority: value } })) },
  ];
  return (
    <div data-testid="annotation-legend">
      <label className={styles.line}><span>{texts.title}</span><input type="checkbox" role="switch" aria-checked={shown} className={ui.switch} checked={shown} onChange={(event) => navigate({ annotations: event.currentTarget.checked ? 'on' : 'off' }, { replace: true })} /></label>
      <details className={styles.legend} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{texts.legend}</summary>
        {opened && groups.map(({ title, entries }) => (
          <section key={title}>
            <h4>{title}</h4>
            <ul>{entries.map(({ label, facts }) => <li key={label.pl}><AnnotationSymbol facts={facts} />{say(label)}</li>)}</ul>
          </section>
        ))}
      </details>
    </div>
  );
}
