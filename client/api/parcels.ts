/** A parcel as the register knows it. */
import { queryOptions } from '@tanstack/react-query';
import type { ParcelHistory } from '../../domain/contract/lineage.ts';
import type { Parcel } from '../../domain/contract/parcel.ts';
import { requestJson, withQuery } from './http.ts';

const pathOf = (identifier: string): string => `/api/parcels/${identifier.split('/').map(encodeURIComponent).join('/')}`;

/** For `useQuery`. `day` is an ISO date; null: today. */
export const parcelQuery = (identifier: string, day: string | null) => queryOptions({
  queryKey: ['parcel', identifier, day],
  queryFn: ({ signal }) => requestJson<Parcel>(withQuery(pathOf(identifier), { datetime: day }), { signal }),
});

/** When a number stood, what it was made from, what became of it. */
export const historyQuery = (identifier: string) => queryOptions({
  queryKey: ['parcel-history', identifier],
  queryFn: ({ signal }) => requestJson<ParcelHistory>(`${pathOf(identifier)}/history`, { signal }),
});
