/** The steps of signing in, and what people do with their own session. Every step answers with the session as it is then. */
import { queryOptions } from '@tanstack/react-query';
import type { Enrolment, Invitation, InvitationFor, RecoveryCodes, Session, SignedOut, SignIn } from '../../domain/contract/office/session.ts';
import { Failure, requestJson, withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { forgetSession, sessionQuery, setSession } from './session.ts';
import { write } from './write.ts';
import { leaveFor } from '../url/leave.ts';

async function step(path: string, body: unknown): Promise<Session> {
  const { value } = await write<Session>('POST', path, { body });
  setSession(value);
  return value;
}

export const signIn = (body: SignIn): Promise<Session> => step('/api/session', body);
export const giveSecondFactor = (code: string): Promise<Session> => step('/api/session/second-factor', { code });
export const acceptInvitation = (body: Invitation): Promise<Session> => step('/api/invitations', body);
/** The secret for the authenticator; the same as long as this sign-in lasts. */
export const startEnrolment = async (): Promise<Enrolment> => (await write<Enrolment>('POST', '/api/session/enrolment')).value;
export const confirmEnrolment = async (code: string): Promise<RecoveryCodes> => (await write<RecoveryCodes>('POST', '/api/session/enrolment/confirmation', { body: { code } })).value;

/** A refusal (401) may mean that this sign-in is over: then the page learns so, and `onOver` is called. */
export async function unlessOver<T>(answer: Promise<T>, onOver: () => void): Promise<T> {
  return answer.catch(async (error: unknown) => {
    if (error instanceof Failure && error.status === 401) {
      const { state } = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      if (state === 'anonymous') onOver();
    }
    throw error;
  });
}

/** Where the configured provider signs people in; `back` is a path of ours. */
export const providerPath = (back: string): string => withQuery('/api/session/oidc', { return: back });

const NOBODY: Session = { state: 'anonymous', oidc: null, passwords: true };

/** What the page says of a session that was ended on purpose, until the server has said how people may sign in. */
async function leave(): Promise<void> {
  forgetSession(NOBODY);
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
}

/** Ends this session; who came by the provider signs out there too. */
export async function signOut(): Promise<void> {
  const { value } = await write<SignedOut | null>('DELETE', '/api/session');
  await leave();
  if (value) leaveFor(value.continueAt);
}

/** Ends all sessions of the account, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await write('DELETE', '/api/sessions');
  await leave();
}

/** For `useQuery`: whom a one-time link is for. */
export const invitationQuery = (token: string | null) => queryOptions({
  queryKey: ['invitation', token], enabled: token !== null, gcTime: 0,
  queryFn: ({ signal }) => requestJson<InvitationFor>(`/api/invitations/${encodeURIComponent(token!)}`, { signal }),
});
