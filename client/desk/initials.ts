/** Initials of a name: of its first and last part. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => /^\p{L}/u.test(part));
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last].map((part) => (part ? String.fromCodePoint(part.codePointAt(0)!) : '')).join('').toLocaleUpperCase('pl') || '?';
}
