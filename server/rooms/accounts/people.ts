/** What administrators do with accounts, at the desk and on the command line: the same rules and the same trail. */
import type { AccountChange, AccountRecord, InvitationLink, NewAccount } from '../../../domain/contract/office/session.ts';
import type { Area } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { endInvitation, keepInvitation, resetFactor } from './credentials.repository.ts';
import { accountRecord, insertAccount, lockAdministrators, setAreas, unknownAreas, updateAccount } from './people.repository.ts';
import { endSessions } from './sessions.repository.ts';
import { type Deed, record } from './trail.ts';

export interface Office {
  readonly db: Db;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** Null: a command. */
  readonly actor: number | null;
}

async function checkAreas(db: Queries, areas: readonly Area[]): Promise<void> {
  const unknown = areas.length === 0 ? [] : await unknownAreas(db, areas);
  if (unknown.length > 0) throw new Problem('unprocessable', `There is no ${unknown.map(({ kind, key }) => `${kind} ${key}`).join(', no ')}.`, unknown.map(({ kind, key }) => ({ path: 'areas', message: `unknown ${kind} ${key}` })));
}

/** A one-time link for the account; an older one ends. Inside a transaction of the caller's. */
async function invite(t: Queries, { publicUrl, now, actor }: Office, id: number): Promise<InvitationLink> {
  const { token, expiresAt } = await keepInvitation(t, id, now());
  await record(t, { actor, deed: 'account.invited', account: id });
  return { url: `${publicUrl}/zaproszenie/${token}`, expiresAt: expiresAt.toISOString() };
}

const found = async (db: Queries, id: number): Promise<AccountRecord> => {
  const account = await accountRecord(db, id);
  if (!account) throw new Problem('not-found', 'There is no such account.');
  return account;
};

/** A new account and the link by which its owner sets a password. Throws `conflict` for a taken login, `unprocessable` for unknown areas. */
export function addAccount(office: Office, { areas, ...account }: NewAccount): Promise<{ readonly account: AccountRecord; readonly invitation: InvitationLink }> {
  return inTransaction(office.db, async (t) => {
    await checkAreas(t, areas);
    const id = await insertAccount(t, account);
    await setAreas(t, id, areas);
    await record(t, { actor: office.actor, deed: 'account.created', account: id, detail: { ...account, areas } });
    const invitation = await invite(t, office, id);
    return { account: await found(t, id), invitation };
  });
}

const deedOf = ({ disabled }: AccountChange): Deed => (disabled === undefined ? 'account.changed' : disabled ? 'account.disabled' : 'account.enabled');

/** Throws `not-found`, `last-administrator`, `unprocessable`. Who is disabled, or must set up a new second factor, is signed out everywhere. */
export function changeAccount({ db, now, actor }: Office, id: number, change: AccountChange): Promise<AccountRecord> {
  return inTransaction(db, async (t) => {
    const administrators = await lockAdministrators(t);
    await found(t, id);
    const takesRights = change.disabled === true || (change.role !== undefined && change.role !== 'administrator');
    if (takesRights && administrators.length === 1 && administrators[0] === id) throw new Problem('last-administrator', 'This is the last administrator: make another one first.');
    const { areas, resetSecondFactor, ...fields } = change;
    await checkAreas(t, areas ?? []);
    await updateAccount(t, id, fields, now());
    if (areas) await setAreas(t, id, areas);
    if (resetSecondFactor) await resetFactor(t, id);
    if (resetSecondFactor || change.disabled === true) await endSessions(t, id);
    // Whoever comes back gets a new one.
    if (change.disabled === true) await endInvitation(t, id);
    if (resetSecondFactor) await record(t, { actor, deed: 'second-factor.reset', account: id });
    if (areas || Object.keys(fields).length > 0) await record(t, { actor, deed: deedOf(change), account: id, detail: { ...fields, ...(areas && { areas }) } });
    return found(t, id);
  });
}

/** A new one-time link for a new or a forgotten password; the old password works until it is used. Throws `not-found`, `unprocessable` for a disabled account. */
export function inviteAgain(office: Office, id: number, { endingSessions = false } = {}): Promise<InvitationLink> {
  return inTransaction(office.db, async (t) => {
    if ((await found(t, id)).disabled) throw new Problem('unprocessable', 'The account is disabled: enable it first.');
    if (endingSessions) await endSessions(t, id);
    return invite(t, office, id);
  });
}
