/** Mail that the server sends: written down in the transaction that it tells of, so that it is sent if and only if that happened. */
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';

const [ENQUEUE, WITHDRAW] = ['enqueue', 'withdraw'].map((name) => queryFile(new URL(`sql/${name}.sql`, import.meta.url)));

/** Headers that a letter may bring besides those that every one has. */
export type LetterHeader = 'Reply-To' | 'List-Unsubscribe' | 'List-Unsubscribe-Post' | 'Auto-Submitted';

export interface Letter {
  /** One address, nothing else: no name, no list. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly headers?: Readonly<Partial<Record<LetterHeader, string>>>;
  /** What it is for and of what it tells: the same pair is never sent a second time. */
  readonly purpose: string;
  readonly purposeKey: string;
}

const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{C}]{1,64}@[^\s@<>,;:"()[\]\\\p{C}]{1,189}$/u;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Whether mail can be sent to it: one address that nothing of can become another header or another recipient. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** True when it is to be sent, false when this purpose and key were told already. Throws for what could become another header: callers check at their door. */
export async function enqueue(t: Queries, { to, subject, text, headers = {}, purpose, purposeKey }: Letter): Promise<boolean> {
  if (!isAddress(to)) throw new Error('A letter goes to one address.');
  for (const value of [subject, ...Object.values(headers)]) if (CONTROL.test(value)) throw new Error('A header of a letter is one line.');
  const row = await t.oneOrNone(ENQUEUE!, { to, subject: subject.slice(0, 300), text, headers: JSON.stringify(headers), purpose, purposeKey });
  return row !== null;
}

/** What waits to be sent and is no longer wanted, by purpose and the beginning of its key. One that is under way may still arrive. */
export const withdraw = (t: Queries, purpose: string, beginning: string): Promise<null> => t.none(WITHDRAW!, { purpose, beginning });
