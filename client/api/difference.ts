/** What planning law changes at a subject, as the server computes it; and which drafts there are. */
import { queryOptions } from '@tanstack/react-query';
import type { Difference, DifferenceRequest } from '../../domain/contract/difference.ts';
import type { Extract } from '../../domain/contract/extract.ts';
import { requestJson, withQuery } from './http.ts';

/** What is compared: two days (ISO), or today with a plan in preparation as if it were in force. */
export type Compared = { readonly from: string; readonly to: string } | { readonly draft: string };

export type DifferenceOf =
  | { readonly kind: 'parcel'; readonly identifier: string }
  | { readonly kind: 'plan'; readonly key: string }
  | { readonly kind: 'area'; readonly geometry: DifferenceRequest['geometry'] };

const parcelPath = (identifier: string): string => `/api/parcels/${identifier.split('/').map(encodeURIComponent).join('/')}`;

function ask(subject: DifferenceOf, compared: Compared | null, signal: AbortSignal): Promise<Difference> {
  switch (subject.kind) {
    case 'parcel': return requestJson(withQuery(`${parcelPath(subject.identifier)}/difference`, { ...compared }), { signal });
    // A draft is compared by its own address, which names no other.
    case 'plan': return requestJson(withQuery(`/api/plans/${encodeURIComponent(subject.key)}/difference`, compared && 'from' in compared ? compared : {}), { signal });
    case 'area': return requestJson('/api/areas/difference', { body: { geometry: subject.geometry, ...compared }, signal });
  }
}

/** For `useQuery`. `compared` null: what a plan itself changed or would change; parcels and areas need days or a draft. */
export const differenceQuery = (subject: DifferenceOf, compared: Compared | null) => queryOptions({
  queryKey: ['difference', subject, compared],
  staleTime: 300_000,
  queryFn: ({ signal }) => ask(subject, compared, signal),
});

/** For `useQuery`: plans in preparation that cover a parcel; the general plan is no local plan and is not compared. */
export const draftsOnParcelQuery = (identifier: string) => queryOptions({
  queryKey: ['drafts-on-parcel', identifier],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<readonly { readonly key: string; readonly name: string }[]> => {
    const { plans } = await requestJson<Pick<Extract, 'plans'>>(`${parcelPath(identifier)}/extract`, { signal });
    return plans.filter(({ kind, status, areaM2 }) => kind !== 'POG' && areaM2 > 0 && (status === 'in-consultation' || status === 'in-preparation')).map(({ key, name }) => ({ key, name }));
  },
});
