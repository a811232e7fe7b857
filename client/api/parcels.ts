/** A parcel as the register knows it. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { ParcelHistory } from '../../domain/contract/lineage.ts';
import type { Parcel } from '../../domain/contract/parcel.ts';
import { GEOMETRY } from '../../domain/cql2/check.ts';
import { requestJson, withQuery } from './http.ts';

const ITEMS = '/api/collections/parcels/items';
const GEOJSON = 'application/geo+json';

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

/** Shapes of up to 100 parcels as they stand today, for the map. */
export const parcelShapesQuery = (identifiers: readonly string[]) => queryOptions({
  queryKey: ['parcel-shapes', identifiers], enabled: identifiers.length > 0, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => requestJson<FeatureCollection>(withQuery(ITEMS, { filter: `identifier IN (${identifiers.map((one) => `'${one}'`).join(',')})`, limit: 100 }), { signal, accept: GEOJSON }),
});

/** Identifier of the parcel that stands at a longitude, latitude; null: none does. */
export async function parcelAt(lon: number, lat: number): Promise<string | null> {
  const { features } = await requestJson<FeatureCollection>(withQuery(ITEMS, { filter: `S_INTERSECTS(${GEOMETRY}, POINT(${lon.toFixed(8)} ${lat.toFixed(8)}))`, limit: 1 }), { accept: GEOJSON });
  return (features[0]?.properties?.['identifier'] as string | undefined) ?? null;
}
