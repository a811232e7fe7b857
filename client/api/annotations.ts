/** Annotations of the office: what is asked and what is written (domain/contract/office/annotation.ts), with the keys under which answers are kept. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type {
  Annotation, AnnotationComment, AnnotationContent, AnnotationHistory, AnnotationList, AnnotationMapProperties, Attachment, BulkChange,
} from '../../domain/contract/office/annotation.ts';
import type { Status } from '../../domain/office/annotation-rules.ts';
import { Failure, requestJson, withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { write } from './write.ts';

const ROOT = '/api/annotations';
const tag = (version: number): string => `"${version}"`;
const pathOf = (id: string): string => `${ROOT}/${encodeURIComponent(id)}`;

/** Conditions on a list; absent or empty ones do not count. Their names are those of the query. */
export type AnnotationFilters = Readonly<Record<string, string | number | null | undefined>>;

/** Every answer about annotations stands under this key. */
export const ANNOTATIONS = 'annotations';

export const fetchAnnotations = (filters: AnnotationFilters, signal?: AbortSignal): Promise<AnnotationList> =>
  requestJson<AnnotationList>(withQuery(ROOT, filters), { signal });

/** For `useInfiniteQuery`: a list, page after page. */
export const annotationListQuery = (filters: AnnotationFilters) => infiniteQueryOptions({
  queryKey: [ANNOTATIONS, 'list', filters], placeholderData: keepPreviousData, initialPageParam: null as string | null,
  queryFn: ({ signal, pageParam }) => fetchAnnotations({ ...filters, cursor: pageParam }, signal),
  getNextPageParam: ({ next }) => next,
});

export type AnnotationFeature = Feature<Geometry, AnnotationMapProperties>;

/** For `useQuery`: the annotations of a box [west, south, east, north] for the map. */
export const annotationMapQuery = (bbox: readonly [number, number, number, number], filters: AnnotationFilters = {}) => queryOptions({
  // Ten thousand features are not compared one by one with those before.
  queryKey: [ANNOTATIONS, 'map', bbox, filters], placeholderData: keepPreviousData, structuralSharing: false,
  queryFn: ({ signal }) => requestJson<FeatureCollection<Geometry, AnnotationMapProperties>>(withQuery(`${ROOT}/map`, { ...filters, bbox: bbox.map((degrees) => degrees.toFixed(6)).join(',') }), { signal, accept: 'application/geo+json' }),
});

export const fetchAnnotation = (id: string, signal?: AbortSignal): Promise<Annotation> => requestJson<Annotation>(pathOf(id), { signal });

/** For `useQuery`: one annotation as the viewer may see it; Failure `not-found` when it is not there, or not for them. */
export const annotationQuery = (id: string) => queryOptions({ queryKey: [ANNOTATIONS, 'one', id], queryFn: ({ signal }) => fetchAnnotation(id, signal) });

/** For `useQuery`: every version there was, the newest first. */
export const annotationVersionsQuery = (id: string) => queryOptions({
  queryKey: [ANNOTATIONS, 'versions', id],
  queryFn: async ({ signal }) => (await requestJson<AnnotationHistory>(`${pathOf(id)}/versions`, { signal })).versions.toSorted((one, other) => other.version - one.version),
});

/** Lists, map and history are asked again; an annotation that came with the answer stands at once. */
function keep(annotation: Annotation): Annotation {
  queryClient.setQueryData(annotationQuery(annotation.id).queryKey, annotation);
  void queryClient.invalidateQueries({ queryKey: [ANNOTATIONS], predicate: ({ queryKey: [, what] }) => what !== 'one' });
  return annotation;
}
/** Forgets what is known: somebody else changed it, or the viewer is another. `id` absent: of all. */
export const forgetAnnotations = (id?: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: [ANNOTATIONS], predicate: ({ queryKey: [, what, one] }) => id === undefined || what === 'list' || what === 'map' || one === id });

/** Safe to repeat: the id is the client's. */
export const createAnnotation = async (id: string, content: AnnotationContent): Promise<Annotation> => keep((await write<Annotation>('POST', ROOT, { body: { id, ...content } })).value);
export const updateAnnotation = async (id: string, version: number, content: AnnotationContent): Promise<Annotation> => keep((await write<Annotation>('PUT', pathOf(id), { ifMatch: tag(version), body: content })).value);
export const changeStatus = async (id: string, version: number, to: Status, note?: string): Promise<Annotation> =>
  keep((await write<Annotation>('POST', `${pathOf(id)}/status`, { ifMatch: tag(version), body: { to, ...(note ? { note } : {}) } })).value);
/** The content of that version becomes a new one; brings back what was deleted. */
export const restoreVersion = async (id: string, version: number, wanted: number): Promise<Annotation> => keep((await write<Annotation>('POST', `${pathOf(id)}/restore`, { ifMatch: tag(version), body: { version: wanted } })).value);
export const decideReview = async (id: string, version: number, parcel: string, parcels: readonly string[]): Promise<Annotation> =>
  keep((await write<Annotation>('POST', `${pathOf(id)}/reviews`, { ifMatch: tag(version), body: { parcel, parcels } })).value);

/** Can be brought back for 30 days. The answer is the deleted one. */
export const deleteAnnotation = async (id: string, version: number): Promise<Annotation> => keep((await write<Annotation>('DELETE', pathOf(id), { ifMatch: tag(version) })).value);

/** One transaction for all; Failure 412 or 403 names those for which it cannot be done. */
export async function changeMany(change: BulkChange): Promise<void> {
  await write<unknown>('POST', `${ROOT}/bulk`, { body: change });
  await forgetAnnotations();
}

export async function addComment(id: string, comment: { readonly id: string; readonly text: string }): Promise<AnnotationComment> {
  const { value } = await write<AnnotationComment>('POST', `${pathOf(id)}/comments`, { body: comment });
  await forgetAnnotations(id);
  return value;
}
/** Its place stays, its words are gone. */
export async function withdrawComment(id: string, comment: string): Promise<void> {
  await write<unknown>('DELETE', `${pathOf(id)}/comments/${comment}`);
  await forgetAnnotations(id);
}

export const attachmentPath = (id: string, attachment: string): string => `${pathOf(id)}/attachments/${attachment}`;
/** Where a file is put under an id of the client's: safe to repeat. */
export const newAttachmentPath = (id: string, attachment: string, name: string): string => withQuery(`${pathOf(id)}/attachments`, { id: attachment, name });
export async function removeAttachment(id: string, attachment: Attachment['id']): Promise<void> {
  await write<unknown>('DELETE', attachmentPath(id, attachment));
  await forgetAnnotations(id);
}

export const EXPORT_FORMATS = ['gpkg', 'xlsx', 'geojson'] as const;
/** The address of a file with everything that meets the conditions. */
export const exportPath = (format: (typeof EXPORT_FORMATS)[number], filters: AnnotationFilters = {}): string => withQuery(`${ROOT}/export`, { f: format, ...filters });

/** What a write met: somebody else was first (their version is given when the server sent it), the session is over, it is not allowed, the network is away, or else. */
export type WriteFault =
  | { readonly kind: 'conflict'; readonly current: Annotation | null }
  | { readonly kind: 'signed-out' | 'forbidden' | 'gone' | 'offline' | 'unavailable' }
  | { readonly kind: 'refused'; readonly detail: string; readonly code: string };

export function writeFault(error: unknown): WriteFault {
  if (!(error instanceof Failure)) return { kind: 'refused', detail: String(error), code: 'internal' };
  if (error.status === 412) return { kind: 'conflict', current: (error.problem?.['current'] as Annotation | undefined) ?? null };
  if (error.status === 401) return { kind: 'signed-out' };
  if (error.status === 403) return { kind: 'forbidden' };
  if (error.kind === 'not-found') return { kind: 'gone' };
  if (error.kind === 'offline' || error.kind === 'unavailable') return { kind: error.kind };
  return { kind: 'refused', detail: error.message, code: error.problem?.type.split(':').at(-1) ?? 'internal' };
}
