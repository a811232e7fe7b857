/** Corrects a mistyped word: the known word that most probably was meant, by edit distance over its beginning, and by Polish endings. */

/** How many slips a word of that length may hold. */
const allowedSlips = (length: number): number => (length < 3 ? 0 : length <= 6 ? 1 : 2);

/**
 * Slips between `typed` and the beginning of `word` that is nearest to it (people stop typing early): insertions, deletions,
 * substitutions and swaps of neighbours cost 1 each (optimal string alignment).
 */
export function slipsToBeginning(typed: string, word: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: word.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1];
      let best = Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return Math.min(...previous);
}

/** "Wielickiej" for "Wielicka": a common stem of at least four letters and two thirds of the word, endings of at most three letters. */
function isInflection(typed: string, word: string): boolean {
  let stem = 0;
  while (stem < typed.length && typed[stem] === word[stem]) stem++;
  return stem >= 4 && stem * 3 >= word.length * 2 && typed.length - stem <= 3 && word.length - stem <= 3;
}

/** The known words that may be meant, the likeliest first. Ties: the same first letter, then the nearer length, then the alphabet. */
export function corrections(typed: string, known: readonly string[]): string[] {
  const scored = known.flatMap((word) => {
    const slips = slipsToBeginning(typed, word);
    const cost = slips <= allowedSlips(typed.length) ? slips : isInflection(typed, word) ? 1.5 : null;
    return cost === null ? [] : [{ word, cost: cost + (typed[0] === word[0] ? 0 : 0.5) + Math.abs(word.length - typed.length) * 0.05 }];
  });
  scored.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  return scored.map(({ word }) => word);
}
