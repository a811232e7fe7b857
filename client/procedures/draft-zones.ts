/** The zones of a draft while they are edited: what was changed since the server's version, what a second planner's changes make of it. Pure. */
import type { z } from 'zod';
import type { Draft, DraftZone, ZoneEdit } from '../../domain/contract/office/procedure.ts';
import { ZONE_CLASSES } from '../../domain/planning/zone-classes.ts';
import { classesOfSymbol } from '../../domain/planning/zone-symbols.ts';
import { joinVersions, same } from '../unsaved/three-way.ts';

/** `id` below 0: not on the server yet. `areaM2` null: not measured since it was changed. */
export type EditZone = DraftZone & { readonly id: number; readonly areaM2: number | null };

export const ZONE_FIELDS = [
  'symbol', 'zoneClass', 'designation', 'paragraph', 'maxHeightM', 'maxHeightParagraph', 'minIntensity', 'maxIntensity', 'intensityParagraph', 'maxBuiltUpPct', 'builtUpParagraph', 'minBioActivePct', 'bioActiveParagraph', 'parking', 'parkingParagraph', 'geometry',
] as const satisfies readonly (keyof DraftZone)[];
export type ZoneField = (typeof ZONE_FIELDS)[number];

const contentOf = (zone: EditZone): DraftZone => Object.fromEntries(ZONE_FIELDS.map((field) => [field, zone[field]])) as unknown as DraftZone;
const byId = (zones: readonly EditZone[]) => new Map(zones.map((zone) => [zone.id, zone]));

/** What is sent to make `base` into `now`. */
export function editOf(base: readonly EditZone[], now: readonly EditZone[]): z.infer<typeof ZoneEdit> {
  const [before, after] = [byId(base), byId(now)];
  return {
    write: now.flatMap((zone) => {
      const stood = before.get(zone.id);
      return stood && same(contentOf(stood), contentOf(zone)) ? [] : [{ ...contentOf(zone), ...(zone.id > 0 ? { id: zone.id } : {}) }];
    }),
    remove: base.flatMap(({ id }) => (after.has(id) ? [] : [id])),
  };
}
export const countChanges = (base: readonly EditZone[], now: readonly EditZone[]): number => {
  const { write, remove } = editOf(base, now);
  return write.length + remove.length;
};

/** The least id of one that is new. */
export const newId = (zones: readonly EditZone[]): number => Math.min(0, ...zones.map(({ id }) => id)) - 1;

/** The first free number after the letters: `MN.3` where `MN.1` and `MN.2` are taken. */
export function freeSymbol(like: string, zones: readonly Pick<EditZone, 'symbol'>[]): string {
  const letters = /^\d*([^\d.]+)/.exec(like)?.[1]?.replace(/[-.]$/, '') ?? like;
  const taken = new Set(zones.map(({ symbol }) => symbol));
  for (let number = 1; ; number++) if (!taken.has(`${letters}.${number}`)) return `${letters}.${number}`;
}

/** A zone with nothing set but what its symbol says. */
export function emptyZone(symbol: string, id: number, geometry: DraftZone['geometry']): EditZone {
  const zoneClass = classesOfSymbol(symbol)[0] ?? 'ZN';
  return {
    id, symbol, zoneClass, designation: ZONE_CLASSES.find(({ value }) => value === zoneClass)!.label.pl, paragraph: null, maxHeightM: null, maxHeightParagraph: null, minIntensity: null, maxIntensity: null, intensityParagraph: null,
    maxBuiltUpPct: null, builtUpParagraph: null, minBioActivePct: null, bioActiveParagraph: null, parking: null, parkingParagraph: null, geometry, areaM2: null,
  };
}

/** Something about a zone that two people want differently; of the whole zone when one took it away. */
export interface ZoneChoice {
  readonly id: number;
  readonly symbol: string;
  readonly field: ZoneField | 'zone';
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}
export interface JoinedZones { readonly zones: EditZone[]; readonly choices: ZoneChoice[]; /** Symbols of zones that only they changed. */ readonly taken: string[] }

/** Mine stands where there is a choice. */
export function joinZones(base: readonly EditZone[], theirs: readonly EditZone[], mine: readonly EditZone[]): JoinedZones {
  const [b, t, m] = [byId(base), byId(theirs), byId(mine)];
  const result: JoinedZones = { zones: [], choices: [], taken: [] };
  for (const id of new Set([...t.keys(), ...m.keys()])) {
    const [was, other, own] = [b.get(id), t.get(id), m.get(id)];
    const changed = (zone: EditZone) => !was || !same(contentOf(was), contentOf(zone));
    if (own && other) {
      const { value, choices, taken } = joinVersions<EditZone>(ZONE_FIELDS, was ?? other, other, own);
      result.zones.push({ ...value, areaM2: same(value.geometry, other.geometry) ? other.areaM2 : null });
      result.choices.push(...choices.map(({ field, ...rest }) => ({ id, symbol: own.symbol, field: field as ZoneField, ...rest })));
      if (taken.length > 0) result.taken.push(other.symbol);
    } else if (own) {
      // They took it away, or I made it.
      if (!was) result.zones.push(own);
      else if (changed(own)) {
        result.zones.push({ ...own, id: id > 0 ? -id - 1_000_000 : id });
        result.choices.push({ id: -id - 1_000_000, symbol: own.symbol, field: 'zone', base: was, theirs: null, mine: own });
      } else result.taken.push(own.symbol);
    } else if (other) {
      // I took it away, or they made it.
      if (!was) {
        result.zones.push(other);
        result.taken.push(other.symbol);
      } else if (changed(other)) result.choices.push({ id, symbol: other.symbol, field: 'zone', base: was, theirs: other, mine: null });
    }
  }
  return result;
}

/** With their side of the choices that are named. */
export function chooseTheirs({ zones, choices }: Pick<JoinedZones, 'zones' | 'choices'>, theirs: ReadonlySet<ZoneChoice>): EditZone[] {
  let chosen = zones;
  for (const choice of choices.filter((one) => theirs.has(one))) {
    const { id, field } = choice;
    if (field !== 'zone') chosen = chosen.map((zone) => (zone.id === id ? { ...zone, [field]: choice.theirs, ...(field === 'geometry' ? { areaM2: null } : {}) } : zone));
    else chosen = choice.theirs === null ? chosen.filter((zone) => zone.id !== id) : [...chosen, choice.theirs as EditZone];
  }
  return chosen;
}

export const zonesOfDraft = ({ zones }: Pick<Draft, 'zones'>): readonly EditZone[] => zones;
