/** Watches: what one would have told, how this server tells, setting one. */
import { queryOptions } from '@tanstack/react-query';
import type { NewWatch, WatchPreview, WatchSet, WatchWays } from '../../domain/contract/investment/watch.ts';
import { requestJson } from './http.ts';

const PATH = '/api/investment/watches';

export const watchPreviewQuery = (filter: string) => queryOptions({ queryKey: ['watch-preview', filter], staleTime: 60_000, queryFn: ({ signal }) => requestJson<WatchPreview>(`${PATH}/preview`, { body: { filter }, signal }) });
export const watchWaysQuery = queryOptions({ queryKey: ['watch-ways'], staleTime: Infinity, queryFn: ({ signal }) => requestJson<WatchWays>(`${PATH}/ways`, { signal }) });
export const setWatch = (watch: NewWatch): Promise<WatchSet> => requestJson<WatchSet>(PATH, { body: watch });
