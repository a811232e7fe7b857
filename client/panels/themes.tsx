/** Everything else that was asked of a subject: every theme with its verdict in words, sign and weight; what concerns it comes first and opens. */
import { ChevronDown, CircleAlert, CircleDashed, CircleMinus } from 'lucide-react';
import type { Verdict } from '../../domain/contract/extract.ts';
import type { Topic } from '../../domain/contract/statement.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { EntryList, Sources } from './entry.tsx';
import panel from './panels.module.css';
import { FactRows } from './statement-facts.tsx';
import styles from './statement.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Co jeszcze sprawdzono', apart: 'Do sprawdzenia w urzędzie', apartNote: 'Te obiekty stykają się z tym miejscem albo zachodzą na nie mniej niż wynosi dokładność rysunków. Z mapy nie wynika, czy je obejmują.',
    clear: 'W rejestrze nie ma tu żadnego obiektu tego tematu.', near: 'Obiekty tego tematu tylko stykają się z tym miejscem: są niżej, wśród rzeczy do sprawdzenia w urzędzie.',
  },
  en: {
    title: 'What else was checked', apart: 'To be checked at the office', apartNote: 'These objects touch this place, or reach into it by less than the accuracy of the drawings. The map does not tell whether they include it.',
    clear: 'The register has no object of this theme here.', near: 'Objects of this theme only touch this place: they are listed below, among what is to be checked at the office.',
  },
});

const SIGNS = { concerned: CircleAlert, 'no-data': CircleDashed, 'not-concerned': CircleMinus } as const satisfies Record<Verdict, unknown>;
const ORDER = Object.keys(SIGNS) as Verdict[];

type Theme = Topic & { readonly verdict: Verdict };

function ThemeRow({ theme }: { readonly theme: Theme }) {
  const texts = useTexts(TEXTS);
  const words = WORDS[useLanguage()];
  const { percent } = useFormats();
  const Sign = SIGNS[theme.verdict];
  const found = theme.entries.map(({ title, sharePct }) => (sharePct === undefined ? title : `${title} (${percent(sharePct)})`)).join('; ');
  const answer = theme.answer ?? (theme.verdict === 'not-concerned' ? (theme.apart.length > 0 ? texts.near : texts.clear) : null);
  return (
    <details className={styles.theme} data-concern={theme.id} data-topic={theme.id} data-verdict={theme.verdict}>
      <summary>
        <Sign size={16} aria-hidden />
        <span><b>{theme.title}</b>{theme.verdict === 'concerned' && <small>{found || theme.answer}</small>}</span>
        <em>{words[theme.verdict]}</em><ChevronDown size={15} aria-hidden />
      </summary>
      <div>
        {answer && <p className={panel.soft}>{answer}</p>}
        <FactRows facts={theme.facts} />
        <EntryList entries={theme.entries} />
        {theme.entries.length === 0 && <Sources entries={theme.apart} />}
        {theme.source && <p className={panel.source}>{theme.source}</p>}
      </div>
    </details>
  );
}

/** `topics`: those that are questions and no plans. */
export function Themes({ topics }: { readonly topics: readonly Topic[] }) {
  const texts = useTexts(TEXTS);
  const themes = topics.filter((topic): topic is Theme => topic.verdict !== null).toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  if (themes.length === 0) return null;
  return <section className={panel.section} data-testid="concerns"><h3>{texts.title}</h3><div className={styles.themes}>{themes.map((theme) => <ThemeRow key={theme.id} theme={theme} />)}</div></section>;
}

/** What the drawings are not accurate enough to say, of all topics. */
export function ToCheck({ topics }: { readonly topics: readonly Topic[] }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const groups = topics.filter(({ apart }) => apart.length > 0);
  if (groups.length === 0) return null;
  return (
    <details className={styles.theme} data-testid="to-check">
      <summary><h3>{texts.apart} ({number(groups.flatMap(({ apart }) => apart).length)})</h3><ChevronDown size={15} aria-hidden /></summary>
      <div>
        <p className={panel.remark}>{texts.apartNote}</p>
        {groups.map(({ id, title, apart }) => <div key={id} className={panel.section} data-apart={id}><h4>{title}</h4><EntryList entries={apart} /></div>)}
      </div>
    </details>
  );
}
