/** Procedures of plans as the office works on them: asked for and written. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AdoptedProcedure, Draft, DraftImport, Findings, NewDraft, NewProcedure, Overruling, Procedure, ProcedureContent, ProcedureHistory, ProcedureSummary, Publication, Withdrawal, ZoneEdit,
} from '../../domain/contract/office/procedure.ts';
import { Failure, requestJson, withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { uploadFile } from './upload.ts';
import { write } from './write.ts';

const ROOT = '/api/procedures';
const pathOf = (key: string): string => `${ROOT}/${encodeURIComponent(key)}`;
const draftPath = (key: string, number: number): string => `${pathOf(key)}/drafts/${number}`;
const tag = (version: number): string => `"${version}"`;

/** For `useQuery`. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'], staleTime: 10_000, refetchOnWindowFocus: true,
  queryFn: async ({ signal }) => (await requestJson<{ readonly procedures: readonly ProcedureSummary[] }>(ROOT, { signal })).procedures,
});
export const procedureQuery = (key: string) => queryOptions({
  queryKey: ['procedure', key], staleTime: 10_000, refetchOnWindowFocus: true, queryFn: ({ signal }) => requestJson<Procedure>(pathOf(key), { signal }),
});
export const draftQuery = (key: string, number: number) => queryOptions({
  queryKey: ['procedure', key, 'draft', number], staleTime: 10_000, queryFn: ({ signal }) => requestJson<Draft>(draftPath(key, number), { signal }),
});
export const findingsQuery = (key: string, number: number) => queryOptions({
  queryKey: ['procedure', key, 'findings', number], staleTime: Number.POSITIVE_INFINITY, queryFn: ({ signal }) => requestJson<Findings>(`${draftPath(key, number)}/checks`, { signal }),
});
export const historyQuery = (key: string) => queryOptions({
  queryKey: ['procedure', key, 'history'], staleTime: 0, queryFn: async ({ signal }) => (await requestJson<ProcedureHistory>(`${pathOf(key)}/history`, { signal })).entries,
});

/** The procedure as the server now has it, for all who show it. */
function took(procedure: Procedure): Procedure {
  queryClient.setQueryData(procedureQuery(procedure.key).queryKey, procedure);
  void queryClient.invalidateQueries({ queryKey: proceduresQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: historyQuery(procedure.key).queryKey });
  return procedure;
}
async function tookDraft(key: string, draft: Draft): Promise<Draft> {
  queryClient.setQueryData(draftQuery(key, draft.number).queryKey, draft);
  await queryClient.invalidateQueries({ queryKey: procedureQuery(key).queryKey, exact: true });
  return draft;
}

/** Asks anew, past what is known. */
export const fetchProcedure = (key: string): Promise<Procedure> => queryClient.fetchQuery({ ...procedureQuery(key), staleTime: 0 });
export const fetchDraft = (key: string, number: number): Promise<Draft> => queryClient.fetchQuery({ ...draftQuery(key, number), staleTime: 0 });

export const createProcedure = async (content: NewProcedure | z.infer<typeof AdoptedProcedure>): Promise<Procedure> => took((await write<Procedure>('POST', ROOT, { body: content })).value);
export const saveProcedure = async (key: string, version: number, content: ProcedureContent): Promise<Procedure> =>
  took((await write<Procedure>('PUT', pathOf(key), { body: content, ifMatch: tag(version) })).value);

export const makeDraft = async (key: string, draft: z.infer<typeof NewDraft>): Promise<Draft> => tookDraft(key, (await write<Draft>('POST', `${pathOf(key)}/drafts`, { body: draft })).value);
export async function deleteDraft(key: string, number: number, version: number): Promise<void> {
  await write('DELETE', draftPath(key, number), { ifMatch: tag(version) });
  queryClient.removeQueries({ queryKey: draftQuery(key, number).queryKey });
  await queryClient.invalidateQueries({ queryKey: procedureQuery(key).queryKey, exact: true });
}
export async function importDraft(key: string, file: File, { note, layer }: { readonly note: string; readonly layer: string | null }, options: Parameters<typeof uploadFile>[2]): Promise<DraftImport> {
  const made = await uploadFile<DraftImport>(withQuery(`${pathOf(key)}/drafts/import`, { name: file.name, note, layer: layer || null }), file, options);
  await queryClient.invalidateQueries({ queryKey: procedureQuery(key).queryKey, exact: true });
  return made;
}
export const saveZones = async (key: string, number: number, version: number, edit: z.infer<typeof ZoneEdit>): Promise<Draft> =>
  tookDraft(key, (await write<Draft>('POST', `${draftPath(key, number)}/zones`, { body: edit, ifMatch: tag(version) })).value);

/** Checks the draft as it stands on the server. */
export const checkDraft = (key: string, number: number): Promise<Findings> => queryClient.fetchQuery({ ...findingsQuery(key, number), staleTime: 0 });
export async function overrule(key: string, number: number, said: z.infer<typeof Overruling>): Promise<Findings> {
  const { value } = await write<Findings>('POST', `${draftPath(key, number)}/overrulings`, { body: said });
  queryClient.setQueryData(findingsQuery(key, number).queryKey, value);
  return value;
}

/** What the public sees is another now: whatever this page knows of the registers is asked anew. */
function forgetPublic(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'procedures', 'procedure'].includes(String(queryKey[0])) });
}
export async function publish(key: string, version: number, asked: z.infer<typeof Publication>): Promise<Procedure> {
  const made = took((await write<Procedure>('POST', `${pathOf(key)}/publication`, { body: asked, ifMatch: tag(version) })).value);
  forgetPublic();
  return made;
}
export async function withdraw(key: string, version: number, asked: z.infer<typeof Withdrawal>): Promise<Procedure> {
  const made = took((await write<Procedure>('POST', `${pathOf(key)}/withdrawal`, { body: asked, ifMatch: tag(version) })).value);
  forgetPublic();
  return made;
}

/** Why a write failed because somebody wrote before: who and when, as far as the server says; null for every other failure. */
export function whoWasFirst(error: unknown): { readonly name: string | null; readonly at: string | null } | null {
  if (!(error instanceof Failure) || error.status !== 412) return null;
  const current = error.problem?.['current'] as { changedBy?: { name: string }; changedAt?: string } | undefined;
  return { name: current?.changedBy?.name ?? null, at: current?.changedAt ?? null };
}
