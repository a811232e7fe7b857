/** Who is signed in, as the client knows it; and that a session has ended while a page was open. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { Colleague, Session, SignedIn } from '../../domain/contract/office/session.ts';
import { isDeskKnown, rememberDesk, useDeskKnown } from './desk-known.ts';
import { onUnauthorized, requestJson } from './http.ts';
import { queryClient } from './query-client.ts';

export type SignedInAccount = z.infer<typeof SignedIn>;

/** For `useQuery`: who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => learn(await requestJson<Session>('/api/session', { signal })),
  refetchOnWindowFocus: true,
});

/** For `useQuery`: to whom work can be given and who can be mentioned; for signed-in people. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'], staleTime: 300_000,
  queryFn: async ({ signal }) => (await requestJson<{ readonly colleagues: readonly Colleague[] }>('/api/colleagues', { signal })).colleagues,
});

/** For `useQuery`: those of them who read annotations and procedures of the office. */
export const planningColleaguesQuery = { ...colleaguesQuery, select: (all: readonly Colleague[]) => all.filter(({ role }) => role !== 'investor-adviser') };

/** Whether somebody writes annotations and procedures. */
export const writesAnnotations = (account: SignedInAccount | null | undefined): account is SignedInAccount => account?.role === 'planner' || account?.role === 'chief-planner';
/** Whether somebody edits sites and reads enquiries of investors. */
export const isAdviser = (account: Pick<Colleague, 'role'> | null | undefined): boolean => account?.role === 'investor-adviser';

/** Who was signed in last on this page: what stands on it may be theirs. */
let last: SignedInAccount | null = null;
let ended = false;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

function setEnded(now: boolean): void {
  if (now === ended) return;
  ended = now;
  tell();
}

/** Takes in what the server says of the session; a session that was there and is not any more has ended. */
function learn(session: Session): Session {
  if (session.state === 'signed-in') {
    rememberDesk();
    last = session.account;
    setEnded(false);
  } else if (session.state === 'anonymous' && last) setEnded(true);
  return session;
}

/** After signing in, at any step: the answer is the session from now on. Somebody else than before finds nothing of theirs. */
export function setSession(session: Session): void {
  const [other, regained] = session.state === 'signed-in' ? [last !== null && last.id !== session.account.id, ended] : [false, false];
  queryClient.setQueryData(sessionQuery.queryKey, learn(session));
  if (other) forgetAnswers();
  else if (regained) void queryClient.invalidateQueries({ predicate: isOfTheOffice });
}

/** Signed out on purpose. */
export function forgetSession(session: Session): void {
  last = null;
  setEnded(false);
  queryClient.setQueryData(sessionQuery.queryKey, session);
  forgetAnswers();
}

/** What the office told a former reader: asked anew, or gone. Everything under these keys depends on who asks. */
const OF_THE_OFFICE = ['annotations', 'annotation', 'procedures', 'procedure', 'colleagues', 'accounts', 'sessions', 'desk-sites', 'desk-site', 'enquiries', 'enquiry', 'search-figures'];
const isOfTheOffice = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => OF_THE_OFFICE.includes(String(queryKey[0]));
function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: isOfTheOffice, type: 'inactive' });
  void queryClient.resetQueries({ predicate: isOfTheOffice });
}

onUnauthorized((path) => { if (last && !path.startsWith('/api/session')) setEnded(true); });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

/** The same outside of rendering: whose session ended. */
export const endedNow = (): SignedInAccount | null => (ended ? last : null);

/** Whose session ended while the page was open; null: none did. The page keeps everything, and goes on after signing in. */
export const useSessionEnded = (): SignedInAccount | null => useSyncExternalStore(subscribe, endedNow);

/** Who is signed in; null: nobody, or not known yet. Also when the session has just ended: what is on the page stays theirs. */
export function useAccount(): SignedInAccount | null {
  const known = useDeskKnown();
  const { data } = useQuery({ ...sessionQuery, enabled: known });
  const gone = useSessionEnded();
  return data?.state === 'signed-in' ? data.account : gone;
}

/** The account that is signed in, outside of rendering. */
export const accountNow = (): SignedInAccount | null => (isDeskKnown() ? last : null);
