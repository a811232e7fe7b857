/** A found object as it travels: label, context in words, and the places of the label that matched. */
import type { Language } from '../../../domain/contract/layer-schema.ts';
import type { SearchResult } from '../../../domain/contract/search.ts';
import { normalisedWithOrigin } from '../../../domain/geo/normalised.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Ranked } from './ranking.ts';
import type { Shown } from './search.repository.ts';

/** About a centimetre: more digits would only be noise. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** `words` are normalised, as in QueryText. */
export function presentResult({ kind, score, approximate }: Ranked, layer: Layer, shown: Shown, words: readonly string[], language: Language): SearchResult {
  const [west, south, east, north] = shown.bbox;
  return {
    kind, layer: layer.id, key: shown.key, id: shown.id, label: shown.label, context: contextOf(layer, shown, language),
    point: [rounded(shown.longitude), rounded(shown.latitude)], bbox: [rounded(west), rounded(south), rounded(east), rounded(north)],
    score: Math.round(score * 1000) / 1000, highlights: highlightsOf(shown.label, words), approximate, demonstration: shown.demonstration,
  };
}

/** The layer's search context filled in, codes as words of the reader's language; a part without its value is left out. */
function contextOf(layer: Layer, { facts, district }: Shown, language: Language): string {
  if (!layer.searchContext) return district ?? layer.title[language];
  const parts = layer.searchContext[language].split(' · ').map((part) => {
    let missing = false;
    const filled = part.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = facts[name];
      missing ||= value === null || value === undefined || value === '';
      const text = String(value);
      return layer.fields.find((field) => field.name === name)?.codes?.find((code) => code.value === text)?.label[language] ?? text;
    });
    return missing ? '' : filled;
  });
  return parts.filter(Boolean).join(' · ');
}

/** Half-open ranges [from, to) of `label` (UTF-16) where a word begins one of its words, or else stands inside; sorted, joined where they meet. */
export function highlightsOf(label: string, words: readonly string[]): [number, number][] {
  const { plain, origin } = normalisedWithOrigin(label);
  const ranges = words.flatMap((word) => {
    const at = [...occurrences(plain, word)];
    const beginnings = at.filter((index) => index === 0 || plain[index - 1] === ' ');
    return (beginnings.length > 0 ? beginnings : at).map((index): [number, number] => {
      const end = origin[index + word.length] ?? label.length;
      return [origin[index]!, end];
    });
  });
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function* occurrences(text: string, word: string): Generator<number> {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) yield index;
}
