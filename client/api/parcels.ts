/** A parcel and what applies on it, as the server tells them. */
import { queryOptions } from '@tanstack/react-query';
import type { Parcel, ParcelExtract } from '../../domain/contract/parcel.ts';
import { requestJson, withQuery } from './http.ts';

const pathOf = (identifier: string): string => `/api/parcels/${identifier.split('/').map(encodeURIComponent).join('/')}`;

/** For `useQuery`. `day` is an ISO date; null: today. */
export const parcelQuery = (identifier: string, day: string | null) => queryOptions({
  queryKey: ['parcel', identifier, day],
  queryFn: ({ signal }) => requestJson<Parcel>(withQuery(pathOf(identifier), { datetime: day }), { signal }),
});

/** For `useQuery`: plans, zones with m² and share, land of the city. */
export const extractQuery = (identifier: string, day: string | null) => queryOptions({
  queryKey: ['extract', identifier, day],
  queryFn: ({ signal }) => requestJson<ParcelExtract>(withQuery(`${pathOf(identifier)}/extract`, { datetime: day }), { signal }),
});
