/** What the search box knows of each kind of result: how much it matters, and the words by which people call it. */
import type { SearchKind } from '../../../domain/contract/search.ts';

interface Kind {
  /** 0–1; between equally good matches the more important kind comes first. */
  readonly weight: number;
  /** Normalised words that stand in every document of the kind, so that "dzielnica 13" and "plan Bronowice" are found. */
  readonly words: readonly string[];
}

export const KINDS: Readonly<Record<SearchKind, Kind>> = {
  district: { weight: 1, words: ['dzielnica'] },
  plan: { weight: 0.9, words: ['plan', 'mpzp', 'miejscowy'] },
  park: { weight: 0.9, words: ['park'] },
  street: { weight: 0.85, words: ['ulica'] },
  parcel: { weight: 0.8, words: ['dzialka'] },
  site: { weight: 0.8, words: ['teren', 'inwestycyjny'] },
  place: { weight: 0.75, words: [] },
  'cadastral-district': { weight: 0.7, words: ['obreb', 'obr'] },
  address: { weight: 0.6, words: ['adres'] },
  zone: { weight: 0.5, words: ['teren', 'strefa'] },
  'municipal-land': { weight: 0.4, words: ['grunt', 'gminny'] },
};

/** All words of all kinds: a query is also tried without them ("dzielnica XIII" is exactly "XIII"). */
export const KIND_WORDS: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap((kind) => kind.words));
