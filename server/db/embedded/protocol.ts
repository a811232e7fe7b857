/** What the server's thread and the thread of the embedded database say to each other. */

/** One channel carries every session, so that the end of one session never overtakes the beginning of the next. */
export type ToWorker =
  | { readonly kind: 'batch'; readonly session: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly session: number }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'extensions' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly session: number; readonly bytes: Uint8Array }
  /** The backend died (a crash inside PostGIS, a COPY … FROM STDIN): nothing more will be answered. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'closed' };

export interface WorkerSettings {
  readonly folder: string;
  readonly fresh: boolean;
  /** One BigInt64: process.hrtime (ns) at which the batch being worked on began, 0 when idle. Read by the watchdog. */
  readonly began: SharedArrayBuffer;
}

/** Frontend message types of the PostgreSQL wire protocol that end a batch: the backend answers only after one of these. */
export const ENDS_BATCH: ReadonlySet<number> = new Set(Buffer.from('QSHcf'));
export const TERMINATE = 'X'.charCodeAt(0);

/** A simple-protocol Query message. */
export function queryMessage(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`);
  const message = Buffer.alloc(5 + text.length);
  message.write('Q');
  message.writeInt32BE(4 + text.length, 1);
  text.copy(message, 5);
  return new Uint8Array(message);
}

/** The transaction status ('I' idle, 'T' in a transaction, 'E' in a failed one) if the answer ends with ReadyForQuery, else undefined. */
export function readyStatus(answer: Uint8Array): 'I' | 'T' | 'E' | undefined {
  const at = answer.length - 6;
  const ready = at >= 0 && answer[at] === 0x5a && answer[at + 1] === 0 && answer[at + 2] === 0 && answer[at + 3] === 0 && answer[at + 4] === 5;
  return ready ? (String.fromCharCode(answer[at + 5] ?? 0) as 'I' | 'T' | 'E') : undefined;
}
