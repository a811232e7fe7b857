/** Text as the search compares it: lower case, no diacritics, letters, digits and slashes only. The database does the same (search.normalised). */

/** Letters that do not decompose into a letter and a mark. */
const INDIVISIBLE: Readonly<Record<string, string>> = { ł: 'l', Ł: 'l', ß: 'ss', ø: 'o', Ø: 'o', đ: 'd', Đ: 'd', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ı: 'i' };

/** One character without diacritics, lower case; a space for what is neither letter, digit nor slash; '' for a combining mark. */
const plain = (character: string): string => {
  const bare = (INDIVISIBLE[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
  return bare === '' || /^[a-z0-9/]+$/.test(bare) ? bare : ' ';
};

/** "ul. Płaszowska 3/5" → "ul plaszowska 3/5". */
export const normalised = (text: string): string => Array.from(text, plain).join('').replace(/ +/g, ' ').trim();

/** The normalised text before its spaces are joined, and for each of its characters the index in `text` (UTF-16) it comes from. */
export function normalisedWithOrigin(text: string): { readonly plain: string; readonly origin: readonly number[] } {
  let result = '';
  const origin: number[] = [];
  let index = 0;
  for (const character of text) {
    const bare = plain(character);
    result += bare;
    for (let i = 0; i < bare.length; i++) origin.push(index);
    index += character.length;
  }
  return { plain: result, origin };
}
