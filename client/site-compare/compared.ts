/** What the comparison shows of each key on the shortlist: its facts as the layers have them, and how much may be built there. */
import { useQueries } from '@tanstack/react-query';
import { assembledLand, assembledTitle } from '../../domain/investment/assembled.ts';
import type { ComparedLand } from '../../domain/investment/comparison.ts';
import { type LandRef, parcelsOfRef, parseLandRef } from '../../domain/investment/land-ref.ts';
import type { LandProperties } from '../../domain/investment/land-words.ts';
import type { Language } from '../../domain/text/language.ts';
import { capacityQuery } from '../api/capacity.ts';
import { fetchFeature } from '../api/features.ts';

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

/** One site, or each parcel. */
const factsOf = (ref: LandRef, signal: AbortSignal): Promise<LandProperties[]> => Promise.all((ref.kind === 'site' ? [ref.key] : parcelsOfRef(ref))
  .map(async (key) => (await fetchFeature({ layer: ref.kind === 'site' ? 'investment-sites' : 'municipal-parcels', key }, { signal })).properties as unknown as LandProperties));

const failedFor = (error: unknown): 'missing' | 'failed' => ((error as { readonly kind?: string } | null)?.kind === 'not-found' ? 'missing' : 'failed');
const said = (value: LandProperties[string] | undefined): string => String(value ?? '');

export function useCompared(keys: readonly string[], lang: Language): { readonly columns: readonly Column[]; readonly retry: () => void } {
  const refs = keys.map(parseLandRef);
  const facts = useQueries({ queries: refs.map((ref, at) => ({ queryKey: ['compared', keys[at]], enabled: ref !== null, retry: false, queryFn: ({ signal }: { signal: AbortSignal }) => factsOf(ref!, signal) })) });
  const capacities = useQueries({ queries: refs.map((ref) => ({ ...capacityQuery(ref && ref.kind !== 'site' ? { parcels: parcelsOfRef(ref) } : { site: ref?.key ?? '' }, null), enabled: ref !== null, retry: false })) });
  const columns = keys.map((key, at): Column => {
    const ref = refs[at]!;
    const { data: lands, error } = facts[at]!;
    const capacity = capacities[at]!;
    const together = ref?.kind === 'assembly';
    // Zones and parameters of parcels together are those that capacity has measured.
    const properties = lands && (together ? capacity.data && assembledLand(lands, capacity.data) : lands[0]);
    const fault = error ?? (together ? capacity.error : null);
    const title = ref?.kind === 'assembly' ? assembledTitle(parcelsOfRef(ref), lang) : said(properties?.['name']) || (ref?.key ?? key);
    return {
      key, ref, title, properties: properties ?? {}, capacity: capacity.data ?? null, demonstration: lands?.some(({ demonstration }) => demonstration === true) ?? false, source: lands ? said(lands[0]?.['source']) : null,
      state: ref === null ? 'missing' : properties ? 'there' : fault ? failedFor(fault) : 'waiting', capacityState: capacity.data ? 'there' : capacity.error ? 'failed' : 'waiting',
    };
  });
  return { columns, retry: () => { for (const query of [...facts, ...capacities]) if (query.error) void query.refetch(); } };
}
