/** Facts of parcels taken together, from those of each parcel and from how much may be built on all: the same fields as of one piece of land. */
import type { Capacity } from '../contract/investment/capacity.ts';
import type { LandValue } from '../contract/investment/site.ts';
import { parseParcelIdentifier } from '../geo/parcel-identifier.ts';
import type { CapacityName } from '../planning/capacity.ts';
import { defineTexts, type Language } from '../text/language.ts';
import type { LandProperties } from './land-words.ts';

const TEXTS = defineTexts({ pl: { title: (numbers: string) => `Zestaw działek ${numbers}` }, en: { title: (numbers: string) => `Set of parcels ${numbers}` } });

/** By the numbers of its parcels. */
export const assembledTitle = (identifiers: readonly string[], lang: Language): string => TEXTS[lang].title(identifiers.map((one) => parseParcelIdentifier(one)?.number ?? one).join(' + '));

/** A zone in which less lies is left out, as in table investment.fact: that is the accuracy of the drawings. */
const LEAST_SHARE = 0.01;
const METRES = ['motorway_m', 'airport_m', 'station_m', 'tram_m'] as const;
const SHARES = ['plan_pct', 'flood_pct', 'heritage_pct', 'nature_pct'] as const;
/** Where parcels differ, all that there are. */
const LISTED = ['holding_form', 'district', 'strategic_area'] as const;
const RULES = { max_height_m: 'height', max_intensity: 'floorArea', max_built_up_pct: 'footprint', min_bio_active_pct: 'green' } as const satisfies Readonly<Record<string, CapacityName>>;

const tenth = (value: number): number => Math.round(value * 10) / 10;
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Zones and parameters: those of the zone in which the largest part of the whole lies. */
function zoning({ pieces, figures, areaM2 }: Capacity): Record<string, LandValue> {
  const zones = pieces.flatMap(({ zone, areaM2: part }, at) => (zone && part >= LEAST_SHARE * areaM2 ? [{ zone, part, at }] : [])).toSorted((a, b) => b.part - a.part);
  const [main] = zones;
  const rule = (name: CapacityName): number | null => (main ? figures.find((figure) => figure.name === name)?.parts[main.at]?.rule ?? null : null);
  return {
    zone_class: main?.zone.zoneClass ?? null, zone_pct: main ? tenth((100 * main.part) / areaM2) : null,
    zone_classes: distinct(zones.map(({ zone }) => zone.zoneClass)).toSorted(), zone_symbols: distinct(zones.map(({ zone }) => zone.symbol)).toSorted(),
    ...Object.fromEntries(Object.entries(RULES).map(([field, name]) => [field, rule(name)])),
  };
}

function statusOf(parcels: readonly LandProperties[]): LandValue {
  const told = parcels.map(({ plan_status: status }) => status);
  return ['in-force', 'unknown', 'in-preparation', 'none'].find((status) => told.includes(status)) ?? null;
}

/**
 * `parcels`: at least one, as layer `municipal-parcels` tells them; they do not overlap. What any of them leaves open stays open, except that one parcel
 * beside a road is enough.
 */
export function assembledLand(parcels: readonly LandProperties[], capacity: Capacity): LandProperties {
  const values = (name: string): readonly LandValue[] => parcels.map((parcel) => parcel[name] ?? null);
  const areas = parcels.map(({ area_ha: area }) => Number(area));
  const whole = areas.reduce((sum, area) => sum + area, 0);
  const share = (name: string): number | null => (values(name).includes(null) ? null : tenth(values(name).reduce<number>((sum, value, at) => sum + Number(value) * areas[at]!, 0) / whole));
  const nearest = (name: string): number | null => values(name).reduce<number | null>((least, value) => (typeof value === 'number' && (least === null || value < least) ? value : least), null);
  const listed = (name: string): LandValue => {
    const found = distinct(values(name).map((value) => (value === null ? null : String(value))));
    return found.includes(null) ? null : found.length > 1 ? (found as string[]).toSorted() : found[0]!;
  };
  const owners = distinct(values('ownership'));
  return {
    identifier: parcels.map(({ identifier }) => String(identifier)), area_ha: Math.round(whole * 10_000) / 10_000,
    ownership: owners.includes(null) ? null : owners.length > 1 ? 'mixed' : owners[0]!,
    road_contact: values('road_contact').includes(true) ? true : values('road_contact').includes(null) ? null : false,
    plan_status: statusOf(parcels),
    ...Object.fromEntries([...LISTED.map((name) => [name, listed(name)]), ...SHARES.map((name) => [name, share(name)]), ...METRES.map((name) => [name, nearest(name)])]),
    ...zoning(capacity),
  };
}
