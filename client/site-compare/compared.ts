/** What the comparison shows of each key on the shortlist: its facts as the layer has them, and how much may be built there. */
import { useQueries } from '@tanstack/react-query';
import { type ComparedLand } from '../../domain/investment/comparison.ts';
import { type LandRef, parseLandRef } from '../../domain/investment/land-ref.ts';
import type { LandProperties } from '../../domain/investment/land-words.ts';
import { capacityQuery } from '../api/capacity.ts';
import { fetchFeature } from '../api/features.ts';
import type { ObjectRef } from '../selection/selection.ts';

export interface Column extends ComparedLand {
  /** As the address has it. */
  readonly key: string;
  readonly ref: LandRef | null;
  readonly title: string;
  readonly demonstration: boolean;
  readonly source: string | null;
  /** `waiting`: it is on its way; `missing`: there is no such land; `failed`: the answer did not come. */
  readonly state: 'there' | 'waiting' | 'missing' | 'failed';
  readonly capacityState: 'there' | 'waiting' | 'failed';
}

export const objectOf = ({ kind, key }: LandRef): ObjectRef => ({ layer: kind === 'site' ? 'investment-sites' : 'municipal-parcels', key });

const failedFor = (error: unknown): 'missing' | 'failed' => ((error as { readonly kind?: string } | null)?.kind === 'not-found' ? 'missing' : 'failed');

export function useCompared(keys: readonly string[]): { readonly columns: readonly Column[]; readonly retry: () => void } {
  const refs = keys.map(parseLandRef);
  const features = useQueries({ queries: refs.map((ref, at) => ({ queryKey: ['compared', keys[at]], enabled: ref !== null, retry: false, queryFn: ({ signal }: { signal: AbortSignal }) => fetchFeature(objectOf(ref!), { signal }) })) });
  const capacities = useQueries({ queries: refs.map((ref) => ({ ...capacityQuery(ref?.kind === 'parcel' ? { parcels: [ref.key] } : { site: ref?.key ?? '' }, null), enabled: ref !== null, retry: false })) });
  const columns = keys.map((key, at): Column => {
    const { data, error } = features[at]!;
    const capacity = capacities[at]!;
    const properties = (data?.properties ?? {}) as unknown as LandProperties;
    return {
      key, ref: refs[at]!, title: data ? String(properties['name'] ?? refs[at]!.key) : refs[at]?.key ?? key, properties, capacity: capacity.data ?? null, demonstration: properties['demonstration'] === true, source: data ? String(properties['source'] ?? '') : null,
      state: refs[at] === null ? 'missing' : data ? 'there' : error ? failedFor(error) : 'waiting', capacityState: capacity.data ? 'there' : capacity.error ? 'failed' : 'waiting',
    };
  });
  return { columns, retry: () => { for (const query of [...features, ...capacities]) if (query.error) void query.refetch(); } };
}
