/** When nothing is found: what can be searched, with examples that can be pressed, and how parcel numbers and coordinates are written. */
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './search.module.css';
import { setSearch } from './search-store.ts';

const TEXTS = defineTexts({
  pl: {
    title: (text: string) => `Nic nie pasuje do „${text}”`,
    spelling: 'Sprawdź pisownię; polskie znaki i wielkość liter nie mają znaczenia. Numer działki najpewniej podać z obrębem.',
    coordinates: 'Współrzędne można wpisać w układzie WGS 84, PL-2000 lub PL-1992, w dowolnej kolejności, np. 50.0617 19.9373.',
    examples: 'Przykłady',
  },
  en: {
    title: (text: string) => `Nothing matches “${text}”`,
    spelling: 'Check the spelling; Polish diacritics and capitals do not matter. A parcel number is surest with its cadastral district.',
    coordinates: 'Coordinates may be typed in WGS 84, PL-2000 or PL-1992, in either order, e.g. 50.0617 19.9373.',
    examples: 'Examples',
  },
});

/** Names of the real city, found in the demonstration as well. */
const EXAMPLES = ['P-9', 'Podgórze', 'ul. Wielicka', 'XIII', 'plan Płaszów', 'park Drwinka'] as const;

export function NothingFound({ text }: { readonly text: string }) {
  const texts = useTexts(TEXTS);
  return (
    <div className={styles.nothing}>
      <h2>{texts.title(text)}</h2>
      <p>{texts.spelling}</p>
      <p>{texts.coordinates}</p>
      <h3>{texts.examples}</h3>
      <ul>{EXAMPLES.map((example) => (
        <li key={example}><Button onClick={() => { setSearch({ text: example, marked: -1 }); document.getElementById('search')?.focus(); }}>{example}</Button></li>
      ))}</ul>
    </div>
  );
}
