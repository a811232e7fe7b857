/** Differences of texts: by lines for merging, by words for reading. Pure. */

/** Pairs of equal parts in order (longest common subsequence). */
function common(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a--) {
    for (let b = other.length - 1; b >= 0; b--) lengths[a]![b] = one[a] === other[b] ? lengths[a + 1]![b + 1]! + 1 : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!);
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    if (one[a] === other[b]) pairs.push([a++, b++]);
    else if (lengths[a + 1]![b]! >= lengths[a]![b + 1]!) a++;
    else b++;
  }
  return pairs;
}

interface Change { readonly from: number; readonly to: number; readonly lines: readonly string[] }

/** What stands instead of which lines of the base. */
function changes(base: readonly string[], next: readonly string[]): Change[] {
  let [a, b] = [0, 0];
  return [...common(base, next), [base.length, next.length] as const].flatMap(([at, to]) => {
    const change = { from: a, to: at, lines: next.slice(b, to) };
    [a, b] = [at + 1, to + 1];
    return change.from < change.to || change.lines.length > 0 ? [change] : [];
  });
}

/** Both changes in one text; null where they touch the same lines, or neighbours: people must look at those. */
export function mergeLines(base: string, theirs: string, mine: string): string | null {
  const lines = base.split('\n');
  const [first, second] = [changes(lines, theirs.split('\n')), changes(lines, mine.split('\n'))];
  if (first.some((one) => second.some((other) => one.from <= other.to && other.from <= one.to))) return null;
  const merged = [...first, ...second].toSorted((one, other) => other.from - one.from);
  return merged.reduce<readonly string[]>((text, { from, to, lines: instead }) => text.toSpliced(from, to - from, ...instead), lines).join('\n');
}

export interface Part { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

const tokens = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
/** Beyond it words are too many to compare one by one: whole lines are. */
const MANY = 3000;

/** From one text to another, as parts in reading order. Without what is new it is the old text, without what is gone the new one. */
export function wordDiff(before: string, after: string): Part[] {
  const many = tokens(before).length > MANY || tokens(after).length > MANY;
  const [one, other] = [before, after].map((text) => (many ? text.split(/(?<=\n)/) : tokens(text))) as [string[], string[]];
  const parts: Part[] = [];
  const add = (kind: Part['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) parts.splice(-1, 1, { kind, text: last.text + text });
    else parts.push({ kind, text });
  };
  let [a, b] = [0, 0];
  for (const [at, to] of [...common(one, other), [one.length, other.length] as const]) {
    add('gone', one.slice(a, at).join(''));
    add('new', other.slice(b, to).join(''));
    add('same', one[at] ?? '');
    [a, b] = [at + 1, to + 1];
  }
  return parts;
}
