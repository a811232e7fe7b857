/**
 * Delivers the outbox by SMTP. A letter that the mail server has taken is never sent again: it is marked at once, and what could not be marked is known
 * to this process until it is. Only a process that is killed between the mail server's word and the mark leaves a letter that is sent twice after the
 * lease has run out, under the same Message-ID, by which mail programs fold it: SMTP offers no more, and an enquiry lost would be worse.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config.ts';
import type { Db } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';
import type { Log } from '../http/log.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [CLAIM, SENT, PUT_OFF] = [file('claim.sql'), file('sent.sql'), file('put-off.sql')];
/** Longer than a try can last with these time limits of inactivity. */
const LEASE_S = 900;
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
/** With the waits between them about two days. */
export const MOST_TRIES = 18;
export const waitS = (tries: number): number => Math.min(60 * 2 ** (tries - 1), 4 * 3600);

interface Waiting {
  readonly id: number;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly tries: number;
}
interface SmtpFault { readonly message: string; readonly code?: string; readonly responseCode?: number }

/** The mail server's own word that it never will (a recipient that does not exist): 5xx, but not for who we are. */
const isFinal = ({ code, responseCode = 0 }: SmtpFault): boolean => responseCode >= 500 && code !== 'EAUTH' && responseCode !== 530;
/** Nobody's letter is to blame: the rest waits for the next round. */
const isOurs = ({ code = '', responseCode }: SmtpFault): boolean => responseCode === undefined || code === 'EAUTH' || code === 'ECONNECTION';
/** For the office: what went wrong, without the addresses that servers like to repeat. */
const errorOf = ({ code, responseCode }: SmtpFault): string => [code ?? 'fault', responseCode].filter(Boolean).join(' ');

/** Looks every `everyMs` until it is stopped; `stop` waits for the letter that is under way. */
export function openPost({ db, mail, log, everyMs = 2_000 }: { readonly db: Db; readonly mail: MailSettings; readonly log: Log; readonly everyMs?: number }): { stop(): Promise<void> } {
  const transport = createTransport(mail.smtpUrl, { from: mail.from, disableFileAccess: true, disableUrlAccess: true, ...TIMEOUTS } as Parameters<typeof createTransport>[1]);
  const domain = /@([^\s>]+)>?$/.exec(mail.from)![1]!;
  const stopping = new AbortController();
  /** Taken by the mail server, not yet marked. */
  const unmarked = new Set<number>();

  async function mark(id: number): Promise<void> {
    unmarked.add(id);
    await db.none(SENT, { id });
    unmarked.delete(id);
  }

  /** False when the rest should wait. */
  async function deliver({ id, messageId, to, subject, text, headers, createdAt, tries }: Waiting): Promise<boolean> {
    try {
      await transport.sendMail({ messageId: `<${messageId}@${domain}>`, date: createdAt, to: { name: '', address: to }, subject, text, headers: { 'Auto-Submitted': 'auto-generated', ...headers } });
    } catch (error) {
      const fault = error as SmtpFault;
      const over = isFinal(fault) || tries >= MOST_TRIES;
      log.warn({ letter: id, tries, fault: errorOf(fault), over }, 'mail was not taken');
      await db.none(PUT_OFF, { id, error: errorOf(fault).slice(0, 300), waitS: over ? null : waitS(tries) });
      return !isOurs(fault);
    }
    await mark(id);
    return true;
  }

  async function round(): Promise<void> {
    for (const id of unmarked) await mark(id);
    for (let goesOn = true; goesOn && !stopping.signal.aborted;) {
      const letter = await db.oneOrNone<Waiting>(CLAIM, { leaseS: LEASE_S });
      goesOn = letter !== null && await deliver(letter);
    }
  }

  const work = (async () => {
    while (!stopping.signal.aborted) {
      await round().catch((error: unknown) => { log.warn({ err: error }, 'mail waits for the database'); });
      await delay(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
    for (const id of unmarked) await mark(id).catch(() => {});
  })();
  return { async stop() { stopping.abort(); await work; transport.close(); } };
}
