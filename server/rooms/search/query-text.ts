/** Takes a typed text apart: the words every result must hold, and the spellings that count as exact. */
import { normalised } from '../../../domain/geo/normalised.ts';
import { KIND_WORDS } from './kinds.ts';

export interface QueryText {
  /** Words that must all stand in a document, as the beginning of a word or (from three letters) inside one. */
  readonly words: readonly string[];
  /** Whole names, without the kind of street, with and without words like "dzielnica". */
  readonly exact: readonly string[];
}

/**
 * Words that need not stand in what is found: kinds of streets (the data may write them out, shorten them or leave them away, and so may
 * people), the city itself, small words.
 */
const OPTIONAL_WORDS = new Set(['ul', 'ulica', 'ulicy', 'al', 'aleja', 'aleje', 'alei', 'pl', 'plac', 'placu', 'os', 'osiedle', 'osiedlu', 'krakow', 'krakowie', 'przy', 'nr']);
const POSTCODE = /\b\d{2}-\d{3}\b/g;
const MAX_WORDS = 8;

const without = (words: readonly string[], dropped: ReadonlySet<string>): readonly string[] => {
  const kept = words.filter((word) => !dropped.has(word));
  return kept.length > 0 ? kept : words;
};

/** Null when the text holds neither letter nor digit. */
export function readQueryText(text: string): QueryText | null {
  const all = normalised(text.replace(POSTCODE, ' ')).split(' ').map((word) => word.replace(/^\/+|\/+$/g, '')).filter(Boolean).slice(0, MAX_WORDS);
  const words = without(all, OPTIONAL_WORDS);
  if (words.length === 0) return null;
  return { words, exact: [...new Set([words.join(' '), without(words, KIND_WORDS).join(' ')])] };
}

/** The same query with one of its words replaced; null removes the word. */
export function replaceWords({ words }: QueryText, replacement: ReadonlyMap<string, string | null>): QueryText | null {
  return readQueryText(words.flatMap((word) => { const by = replacement.get(word); return by === undefined ? [word] : by === null ? [] : [by]; }).join(' '));
}
