/** Accounts for administrators, and what people mind of their own: password and sessions. */
import { queryOptions } from '@tanstack/react-query';
import type { AccountChange, AccountMade, AccountRecord, Enrolment, InvitationLink, NewAccount, OwnSessions, PasswordChange, RecoveryCodes } from '../../domain/contract/office/session.ts';
import { requestJson } from './http.ts';
import { queryClient } from './query-client.ts';
import { write } from './write.ts';

/** For `useQuery`: everybody's accounts; for administrators. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await requestJson<{ readonly accounts: readonly AccountRecord[] }>('/api/accounts', { signal })).accounts,
});

const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey });

/** The account and the link with which its owner sets a password. */
export async function addAccount(account: NewAccount): Promise<AccountMade> {
  const { value } = await write<AccountMade>('POST', '/api/accounts', { body: account });
  await again();
  return value;
}

export async function changeAccount(id: number, change: AccountChange): Promise<AccountRecord> {
  const { value } = await write<AccountRecord>('PATCH', `/api/accounts/${id}`, { body: change });
  await again();
  return value;
}

/** Links of this account that were made before work no more. */
export const inviteAgain = async (id: number): Promise<InvitationLink> => (await write<InvitationLink>('POST', `/api/accounts/${id}/invitation`)).value;

/** For `useQuery`: where the reader is signed in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions'], staleTime: 0,
  queryFn: async ({ signal }) => (await requestJson<OwnSessions>('/api/sessions', { signal })).sessions,
});

const sessionsAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });

export async function endSession(id: number): Promise<void> {
  await write('DELETE', `/api/sessions/${id}`);
  await sessionsAgain();
}

/** Other sessions of the account end. */
export async function changePassword(body: PasswordChange): Promise<void> {
  await write('POST', '/api/session/password', { body });
  await sessionsAgain();
}

/** Of the account: those before are void. `code`: of the authenticator now, or a recovery code. */
export const renewRecoveryCodes = async (code: string): Promise<RecoveryCodes> => (await write<RecoveryCodes>('POST', '/api/session/recovery-codes', { body: { code } })).value;

/** The secret of another authenticator, in force once its first code is confirmed; until then the old one is. */
export const beginAuthenticator = async (code: string): Promise<Enrolment> => (await write<Enrolment>('POST', '/api/session/authenticator', { body: { code } })).value;

/** Other sessions of the account end. */
export async function confirmAuthenticator(code: string): Promise<RecoveryCodes> {
  const { value } = await write<RecoveryCodes>('POST', '/api/session/authenticator/confirmation', { body: { code } });
  await sessionsAgain();
  return value;
}

/** A part of the city that an account can be given. */
export interface AreaChoice { readonly kind: 'district' | 'plan'; readonly key: string; readonly name: string }

/** For `useQuery`: all districts and plans, without their geometry. */
export const areaChoicesQuery = queryOptions({
  queryKey: ['area-choices'], staleTime: 600_000,
  queryFn: async ({ signal }): Promise<readonly AreaChoice[]> => [...await choices('districts', 'district', signal), ...await choices('plans', 'plan', signal)],
});

interface Listed { readonly features: readonly { readonly properties: { readonly key: string; readonly name?: string } }[] }

async function choices(layer: string, kind: AreaChoice['kind'], signal: AbortSignal): Promise<AreaChoice[]> {
  const { features } = await requestJson<Listed>(`/api/collections/${layer}/items?limit=1000`, { signal, accept: 'application/geo+json' });
  return features.map(({ properties: { key, name } }) => ({ kind, key, name: name ?? key }));
}
