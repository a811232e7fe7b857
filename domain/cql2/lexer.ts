/** The words of cql2-text: names, numbers, texts in quotes, signs – each with its offset. */
import { FilterFault, MAX_LENGTH } from './ast.ts';

export type Token =
  /** `quoted`: written "so", never a keyword. */
  | { readonly kind: 'name'; readonly text: string; readonly quoted: boolean; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const SPACE = /[ \t\r\n]+/y;
const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.]*/uy;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?/y;
const SIGN = /<>|<=|>=|[=<>(),]/y;

/** Throws a FilterFault for whatever is no word of the language. */
export function tokensOf(text: string): Token[] {
  if (text.length > MAX_LENGTH) throw new FilterFault(`the filter may be ${MAX_LENGTH} characters long`, MAX_LENGTH);
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const space = take(SPACE);
    if (space) { at += space.length; continue; }
    const character = text[at]!;
    if (character === "'" || character === '"') {
      const { value, end } = quoted(text, at);
      tokens.push(character === "'" ? { kind: 'text', value, at } : { kind: 'name', text: value, quoted: true, at });
      at = end;
      continue;
    }
    const number = take(NUMBER);
    const name = number === undefined ? take(NAME) : undefined;
    const sign = number === undefined && name === undefined ? take(SIGN) : undefined;
    const word = number ?? name ?? sign;
    if (word === undefined) throw new FilterFault(`"${String.fromCodePoint(text.codePointAt(at)!)}" has no meaning here`, at);
    if (number !== undefined) {
      if (!Number.isFinite(Number(number))) throw new FilterFault('the number is too large', at);
      tokens.push({ kind: 'number', value: Number(number), at });
    } else tokens.push(name === undefined ? { kind: 'sign', text: word, at } : { kind: 'name', text: word, quoted: false, at });
    at += word.length;
  }
  return [...tokens, { kind: 'end', at: text.length }];
}

/** A quote within is written twice. */
function quoted(text: string, from: number): { readonly value: string; readonly end: number } {
  const quote = text[from]!;
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === quote) {
      if (text[at + 1] !== quote) return { value, end: at + 1 };
      at += 1;
    }
    if (character === '\0') throw new FilterFault('a text holds a NUL character', at);
    value += character;
  }
  throw new FilterFault(`the quote that begins here does not end`, from);
}
