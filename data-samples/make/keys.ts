/** Lasting keys made of names: `Zalew Bagry` → `zalew-bagry`. */

const POLISH: Readonly<Record<string, string>> = { ą: 'a', ć: 'c', ę: 'e', ł: 'l', ń: 'n', ó: 'o', ś: 's', ź: 'z', ż: 'z' };

export const slug = (name: string): string =>
  name.toLowerCase().replace(/[ąćęłńóśźż]/g, (letter) => POLISH[letter]!).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** Gives each feature a key of its own: the second of the same name gets `-2`. */
export function uniqueKeys(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const key = slug(name);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  };
}
