/** Settings of server state: answers stay fresh for a minute; only what may pass by itself is tried again. */
import { QueryClient } from '@tanstack/react-query';
import { Failure } from './http.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000, refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof Failure && (error.kind === 'unavailable' || error.kind === 'offline'),
      retryDelay: (count, error) => (error instanceof Failure && error.retryAfter ? Math.min(error.retryAfter, 10) * 1000 : 800 * 2 ** count),
    },
  },
});
