/** Sign-ins through the provider in the database: what is on its way, and whose account a person is. */
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { Expected, ProvenPerson } from './oidc.ts';
import { hashOf, randomToken } from './tokens.ts';

const KEEP = queryFile(new URL('sql/oidc-request-keep.sql', import.meta.url));
const TAKE = queryFile(new URL('sql/oidc-request-take.sql', import.meta.url));
const ACCOUNT = queryFile(new URL('sql/oidc-account.sql', import.meta.url));
const LINK = queryFile(new URL('sql/oidc-link.sql', import.meta.url));

/** How long somebody may take at the provider. */
export const REQUEST_S = 10 * 60;

/** Returns the token of the cookie that must come back with the answer. */
export async function keepRequest(db: Queries, expected: Expected, returnTo: string, now: Date): Promise<string> {
  const token = randomToken();
  await db.none(KEEP, { ...expected, returnTo, tokenHash: hashOf(token), now, expiresAt: new Date(now.getTime() + REQUEST_S * 1000) });
  return token;
}

/** Null when it was answered before, took too long, or was never made. */
export async function takeRequest(db: Queries, token: string, now: Date): Promise<(Expected & { readonly returnTo: string }) | null> {
  const taken = await db.oneOrNone<Expected & { returnTo: string; living: boolean }>(TAKE, { tokenHash: hashOf(token), now });
  return taken?.living === true ? taken : null;
}

/** The id of the account that is linked to this person, or now becomes so; null when there is none to link. */
export async function accountOfPerson(db: Queries, { issuer, subject, login }: ProvenPerson): Promise<{ readonly id: number; readonly linkedNow: boolean } | null> {
  const linked = await db.oneOrNone<{ id: number }>(ACCOUNT, { issuer, subject });
  if (linked) return { id: linked.id, linkedNow: false };
  const now = login === undefined ? null : await db.oneOrNone<{ id: number }>(LINK, { login, issuer, subject });
  return now && { id: now.id, linkedNow: true };
}
