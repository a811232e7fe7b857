/** Words of the office on overlaps of a parcel with zones: asked for, said, taken back. For people of the office. */
import { queryOptions } from '@tanstack/react-query';
import type { NewOverlapOverruling, OverlapOverruling, OverlapOverrulings } from '../../domain/contract/office/overlap.ts';
import { requestJson, withQuery } from './http.ts';
import { queryClient } from './query-client.ts';
import { write } from './write.ts';

const ROOT = '/api/overlaps/overrulings';

/** For `useQuery`: the newest first, with those that were revoked. */
export const overlapWordsQuery = (parcel: string) => queryOptions({
  queryKey: ['overlap-words', parcel], staleTime: 10_000, queryFn: async ({ signal }) => (await requestJson<OverlapOverrulings>(withQuery(ROOT, { parcel }), { signal })).overrulings,
});

/** What is known of the parcel is read anew: the words, and the statement that residents read. */
const readAnew = (parcel: string): Promise<unknown> => Promise.all([
  queryClient.invalidateQueries({ queryKey: overlapWordsQuery(parcel).queryKey }), queryClient.invalidateQueries({ queryKey: ['statement'] }),
]);

/** Throws Failure: 409 while another word stands (what stands is read), 422 where zone and parcel do not meet. */
export async function sayOfOverlap(word: NewOverlapOverruling): Promise<void> {
  try {
    await write<OverlapOverruling>('POST', ROOT, { body: word });
  } finally {
    await readAnew(word.parcel);
  }
}
export async function revokeOverlapWord({ id, parcel }: Pick<OverlapOverruling, 'id' | 'parcel'>): Promise<void> {
  try {
    await write('DELETE', `${ROOT}/${id}`);
  } finally {
    await readAnew(parcel);
  }
}
