/** Mentions while they are typed: what stands after the @ before the caret, and the text with somebody put in. Pure. */

/** The word after an @ that the caret is in; null: nobody is being mentioned. */
export function begun(text: string, caret: number): string | null {
  return /(?:^|[\s(,;])@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** `caret`: where typing goes on. */
export function completed(text: string, caret: number, login: string): { readonly text: string; readonly caret: number } {
  const start = caret - (begun(text, caret)?.length ?? 0);
  const rest = text.slice(caret);
  const space = /^\s/.test(rest) ? '' : ' ';
  return { text: text.slice(0, start) + login + space + rest, caret: start + login.length + 1 };
}
