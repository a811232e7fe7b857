/** How much may be built on a site or on parcels together. */
import { queryOptions } from '@tanstack/react-query';
import type { Capacity } from '../../domain/contract/investment/capacity.ts';
import { requestJson, withQuery } from './http.ts';

export type CapacitySubject = { readonly site: string } | { readonly parcels: readonly string[] };

/** One word for a subject, as the address of the page has it. */
export const capacityName = (subject: CapacitySubject): string => ('site' in subject ? subject.site : subject.parcels.join(','));

/** For `useQuery`; `day` is an ISO date; null: today. */
export const capacityQuery = (subject: CapacitySubject, day: string | null) => queryOptions({
  queryKey: ['capacity', capacityName(subject), day], staleTime: 300_000,
  queryFn: ({ signal }) => requestJson<Capacity>(withQuery('/api/investment/capacity', { ...('site' in subject ? { site: subject.site } : { parcels: subject.parcels.join(',') }), datetime: day }), { signal }),
});
