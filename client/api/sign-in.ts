/** The steps of signing in, and what people do with their own session. Every step answers with the session as it is then. */
import type { Enrolment, Invitation, RecoveryCodes, Session, SignIn } from '../../domain/contract/office/session.ts';
import { withQuery } from './http.ts';
import { forgetSession, setSession } from './session.ts';
import { write } from './write.ts';

async function step(path: string, body: unknown): Promise<Session> {
  const { value } = await write<Session>('POST', path, { body });
  setSession(value);
  return value;
}

export const signIn = (body: SignIn): Promise<Session> => step('/api/session', body);
export const giveSecondFactor = (code: string): Promise<Session> => step('/api/session/second-factor', { code });
export const acceptInvitation = (body: Invitation): Promise<Session> => step('/api/session/invitation', body);
/** A new secret for the authenticator; the one before it is void. */
export const startEnrolment = async (): Promise<Enrolment> => (await write<Enrolment>('POST', '/api/session/enrolment')).value;
export const confirmEnrolment = async (code: string): Promise<RecoveryCodes> => (await write<RecoveryCodes>('POST', '/api/session/enrolment/confirmation', { body: { code } })).value;

/** Where the configured provider signs people in; `back` is a path of ours. */
export const providerPath = (back: string): string => withQuery('/api/session/oidc', { return: back });

const NOBODY: Session = { state: 'anonymous', oidc: null, passwords: true };
export async function signOut(): Promise<void> {
  forgetSession((await write<Session | null>('DELETE', '/api/session')).value ?? NOBODY);
}
