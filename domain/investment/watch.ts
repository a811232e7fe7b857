/** What a watch tells: a pure function of what was told of sites, version by version, so that replaying it gives what was delivered. */
import type { WatchChange, WatchEvent } from '../contract/investment/watch.ts';
import { GEOMETRY } from '../cql2/check.ts';

/** One version of a site, as it was told (table investment.site_version), and what the filter of the watch says of it. */
export interface JudgedVersion {
  readonly seq: number;
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
  readonly demonstration: boolean;
  /** As the layer shows them; null: listed no more. */
  readonly properties: Readonly<Record<string, unknown>> | null;
  /** The shape is another than that of the version before. */
  readonly moved: boolean;
  /** Listed, and the filter is true of it; unknown is not true. */
  readonly fits: boolean;
}

/**
 * Properties whose change is told of a site that fits before and after, in this order. Not told: contact, and what follows from the accuracy of drawings
 * alone (shares under a plan and of a zone); a site that such a change makes fit or not is told in any case.
 */
export const TOLD_FIELDS = [
  'status', 'price_pln', 'by_tender', 'offer_form', 'name', 'area_ha', 'parcels', GEOMETRY, 'ownership', 'plan_status', 'zone_class', 'zone_classes', 'zone_symbols', 'max_height_m', 'max_intensity', 'max_built_up_pct',
  'min_bio_active_pct', 'utilities', 'power_kw', 'road_access', 'road_contact', 'rail_access', 'motorway_m', 'airport_m', 'station_m', 'tram_m', 'flood_pct', 'heritage_pct', 'nature_pct',
] as const;

type Value = WatchChange['from'];
const valueOf = (properties: Readonly<Record<string, unknown>>, field: string): Value => (properties[field] ?? null) as Value;
/** Lists are sets: their order tells nothing. */
const same = (one: Value, other: Value): boolean => (Array.isArray(one) && Array.isArray(other)
  ? new Set(one).size === new Set(other).size && other.every((value) => one.includes(value)) : one === other);

/** What is told of the way from one listed version to the next. */
export function changesOf(before: NonNullable<JudgedVersion['properties']>, { properties, moved }: Pick<JudgedVersion, 'properties' | 'moved'>): WatchChange[] {
  if (properties === null) return [];
  return TOLD_FIELDS.flatMap((field): WatchChange[] => {
    if (field === GEOMETRY) return moved ? [{ field, from: null, to: null }] : [];
    const [from, to] = [valueOf(before, field), valueOf(properties, field)];
    return same(from, to) ? [] : [{ field, from, to }];
  });
}

/** What a version tells after the one of the same site before it; null: nothing. */
function eventOf(before: JudgedVersion | undefined, version: JudgedVersion): WatchEvent | null {
  const [was, is] = [before?.fits ?? false, version.fits];
  if (!was && !is) return null;
  const [old, now] = [before?.properties ?? null, version.properties];
  const changes = old === null ? [] : changesOf(old, version);
  if (was && is && changes.length === 0) return null;
  const { seq, key, at, demonstration } = version;
  return {
    seq, key, title: String((now ?? old)?.['name'] ?? key), kind: is ? (was ? 'changed' : 'appeared') : 'left', at,
    by: old === null || now === null ? 'listing' : 'condition', changes, demonstration,
  };
}

/**
 * All that versions tell, in their order; at most one event a version. What was told up to number `after` is read, and not told again: of every site of which
 * something newer is given, the version that stood then must be among them.
 */
export function eventsOf(versions: readonly JudgedVersion[], after = 0): WatchEvent[] {
  const last = new Map<string, JudgedVersion>();
  return versions.flatMap((version) => {
    const event = eventOf(last.get(version.key), version);
    last.set(version.key, version);
    return event && version.seq > after ? [event] : [];
  });
}
