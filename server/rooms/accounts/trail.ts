/** What the accounts room writes into the audit trail: never a password, a token, a whole address. */
import type { Request } from 'express';
import type { Queries } from '../../db/database.ts';
import { networkOf } from '../../http/log.ts';

export type Deed =
  | 'session.started' | 'session.refused' | 'session.ended' | 'sessions.ended' | 'password.set' | 'second-factor.enrolled' | 'second-factor.replaced' | 'second-factor.codes-renewed' | 'second-factor.reset'
  | 'account.created' | 'account.changed' | 'account.disabled' | 'account.enabled' | 'account.invited' | 'account.linked';

interface Entry {
  /** Null: nobody who is known, or a command. */
  readonly actor: number | null;
  readonly deed: Deed;
  /** Null: there is no such account. What was typed as login is not kept: it may be a password. */
  readonly account: number | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last statement of a transaction. */
export async function record(db: Queries, { actor, deed, account, detail = {} }: Entry): Promise<void> {
  await db.one('SELECT audit.append(${actor}, ${deed}, \'account\', ${subject}, ${detail:json})', { actor, deed, subject: account === null ? 'unknown' : String(account), detail });
}

/** The network of a request, not its address. */
export const networkOfRequest = (req: Request): string => networkOf(req.ip ?? req.socket.remoteAddress);
