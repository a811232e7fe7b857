/** How well a password stands against guessing, by its length and variety; the server has the last word. */

export const MIN_LENGTH = 12;
export const STRENGTHS = ['too-short', 'weak', 'fair', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What guessers try first, without digits and marks. */
const COMMON = ['password', 'haslo', 'hasło', 'qwerty', 'krakow', 'kraków', 'msip', 'planista', 'planner', 'admin', 'welcome', 'letmein', 'dragon', 'polska', 'zaq'];

/** Signs that say something new: not a repetition and not the next one of a row (`aaaa`, `1234`, `dcba`). */
function newSigns(text: string): number {
  const codes = [...text.toLowerCase()].map((sign) => sign.codePointAt(0)!);
  return codes.filter((code, at) => at < 1 || Math.abs(code - codes[at - 1]!) > 1).length;
}

/** Of a password for somebody with this login. */
export function strengthOf(password: string, login = ''): Strength {
  if ([...password].length < MIN_LENGTH) return 'too-short';
  const known = [...COMMON, ...(login.length > 2 ? [login] : [])];
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  const different = new Set(rest).size;
  const score = Math.min(newSigns(rest), different * 1.6);
  return score < 8 ? 'weak' : score < 13 ? 'fair' : 'strong';
}
