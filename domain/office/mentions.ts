/** People mentioned in a text as `@login`; what is no login stays text. */

const MENTION = /(?<![\p{L}\p{N}@._-])@([a-z0-9][a-z0-9._-]{1,39})(?![\p{L}\p{N}_-])/giu;
const MAX_MENTIONS = 50;

/**
 * For each mention its possible spellings, the longest first: a mark at the end may belong to the sentence.
 * @example mentionedIn('@jan.nowak. a @anna?') → [['jan.nowak.', 'jan.nowak'], ['anna']]
 */
export function mentionedIn(text: string): string[][] {
  const found = [...text.matchAll(MENTION)].slice(0, MAX_MENTIONS).map(([, written]) => {
    const login = written!.toLowerCase();
    const bare = login.replace(/[._-]+$/, '');
    return Array.from({ length: login.length - bare.length + 1 }, (_, cut) => login.slice(0, login.length - cut)).filter((spelling) => spelling.length > 1);
  });
  return [...new Map(found.map((spellings) => [spellings[0], spellings])).values()];
}
