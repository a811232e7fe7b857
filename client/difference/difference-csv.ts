/** The table of a difference as CSV: m² by use before, after, and the change. */
import type { Difference } from '../../domain/contract/difference.ts';
import type { Language } from '../../domain/text/language.ts';
import { wordsOfUse } from './uses.ts';

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  pl: ['przeznaczenie', 'klasa', 'przed [m²]', 'po [m²]', 'zmiana [m²]', 'stan przed', 'stan po'],
  en: ['use', 'class', 'before [m²]', 'after [m²]', 'change [m²]', 'state before', 'state after'],
};

/** A side without words: its day, or the draft as if in force. */
const sideOf = ({ day, draft }: Difference['from']): string => (draft ? `${day} + ${draft.key}` : day);

/** A cell as RFC 4180 has it; no text can be taken for a formula. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** With a byte order mark, so that Polish letters survive in spreadsheets. */
export function differenceCsv({ totals, from, to }: Pick<Difference, 'totals' | 'from' | 'to'>, lang: Language): string {
  const rows = totals.map((use) => [wordsOfUse(use, lang), use.zoneClass ?? '', use.beforeM2, use.afterM2, use.changeM2, sideOf(from), sideOf(to)]);
  return `\uFEFF${[HEADS[lang], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
