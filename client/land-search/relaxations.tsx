/** Nothing fits: which condition to leave out or to move, and how much that would give. */
import type { LandSearch } from '../../domain/contract/investment/search.ts';
import { FilterFault } from '../../domain/cql2/ast.ts';
import { needOf } from '../../domain/investment/need.ts';
import { needPhrases } from '../../domain/investment/need-words.ts';
import { defineTexts, type Language, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import styles from './results.module.css';
import { askFilter } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: { title: 'Żaden teren nie spełnia wszystkich warunków. Co by dało złagodzenie:', none: 'Żaden teren nie spełnia warunków, także po złagodzeniu jednego z nich.', without: (phrase: string) => `bez: ${phrase}`, and: ' oraz ', gives: (n: string) => `znaleziono ${n}` },
  en: { title: 'No land meets all conditions. What relaxing would give:', none: 'No land meets the conditions, also with one of them relaxed.', without: (phrase: string) => `without: ${phrase}`, and: ' and ', gives: (n: string) => `gives ${n}` },
});

/** A condition in words; as it is written where there are none. */
function wordsOf(text: string, lang: Language): string {
  try {
    return needPhrases(needOf(text), lang).map((phrase) => phrase.text).join(', ') || text;
  } catch (error) {
    if (error instanceof FilterFault) return text;
    throw error;
  }
}

export function Relaxations({ answer: { conditions, relaxations }, onRelaxed }: { readonly answer: LandSearch; readonly onRelaxed: () => void }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  if (relaxations.length === 0) return <p className={styles.empty}>{texts.none}</p>;
  return (
    <div className={styles.empty} data-testid="land-relaxations">
      <p>{texts.title}</p>
      <ul>
        {relaxations.map(({ condition, also, to, filter, total }) => (
          <li key={filter}>
            <button type="button" className={styles.relax} onClick={() => { onRelaxed(); askFilter(filter); }}>
              <span>{to === null ? texts.without([condition, ...also].map((at) => wordsOf(conditions[at]!.text, lang)).join(texts.and)) : wordsOf(to, lang)}</span>
              <b><span className="unseen">{texts.gives('')}</span>{number(total)}</b>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
