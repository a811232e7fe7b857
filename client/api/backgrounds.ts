/** The backgrounds that can be chosen here, and the style of one that is somebody's style. */
import { queryOptions } from '@tanstack/react-query';
import type { Background } from '../../domain/contract/backgrounds.ts';
import type { ForeignStyle } from '../../domain/style/background.ts';
import { requestJson } from './http.ts';

/** For `useQuery`; kept for the session. */
export const backgroundsQuery = queryOptions({
  queryKey: ['backgrounds'], staleTime: Infinity, queryFn: ({ signal }) => requestJson<readonly Background[]>('/styles/backgrounds.json', { signal }),
});

/** For `useQuery`: the style of a background of that kind. The address is the server's, the security policy holds it to the listed origins. */
export const foreignStyleQuery = (background: Background | undefined) => queryOptions({
  queryKey: ['background-style', background?.id], enabled: background?.kind === 'style', staleTime: Infinity, retry: 1,
  queryFn: ({ signal }) => requestJson<ForeignStyle>(background?.kind === 'style' ? background.style : '', { signal }),
});
