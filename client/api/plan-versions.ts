/** Every version of every plan with the days between which it stands. */
import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { requestJson, withQuery } from './http.ts';

export interface PlanVersion {
  readonly key: string;
  readonly name: string;
  /** ISO days; `validTo` is the first day without this version. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly inForceFrom: string | null;
  /** First days of public consultations. */
  readonly consultations: readonly string[];
}

const PAGE = 1000;
const ALWAYS = '1900-01-01/..';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function consultationsOf(events: unknown): readonly string[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap(({ stage, on_date: day }: { stage?: unknown; on_date?: unknown }) => (stage === 'CONSULTATION' && typeof day === 'string' ? [day] : []));
}

/** For `useQuery`. */
export const planVersionsQuery = queryOptions({
  queryKey: ['plan-versions'],
  staleTime: 600_000,
  queryFn: async ({ signal }): Promise<readonly PlanVersion[]> => {
    const versions: PlanVersion[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const { features } = await requestJson<FeatureCollection>(withQuery('/api/collections/plans/items', { datetime: ALWAYS, limit: PAGE, offset }), { signal, accept: 'application/geo+json' });
      for (const { properties: plan } of features) {
        versions.push({
          key: String(plan?.['key']), name: String(plan?.['name']), validFrom: text(plan?.['valid_from']), validTo: text(plan?.['valid_to']),
          inForceFrom: text(plan?.['in_force_from']), consultations: consultationsOf(plan?.['events']),
        });
      }
      if (features.length < PAGE) return versions;
    }
  },
});
