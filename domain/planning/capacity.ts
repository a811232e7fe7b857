/** How much may be built on a piece of land, from the parameters of its zones: each figure split by zones and tied to its paragraph. */
import type { ZoneParameter } from '../contract/extract.ts';
import { isOfArea, parseParking, type ParkingRule, placesAtMost } from './parking.ts';

/** Land within one zone; `zone` null where no plan applies. */
export interface CapacityPiece {
  readonly zone: { readonly layer: string; readonly key: string; readonly symbol: string } | null;
  readonly areaM2: number;
  readonly parameters: readonly ZoneParameter[];
}

export const CAPACITY_FIGURES = ['footprint', 'floorArea', 'height', 'green', 'parking'] as const;
export type CapacityName = (typeof CAPACITY_FIGURES)[number];

/**
 * Why a part has no figure: no plan applies there; its plan sets none; the plan's words are not of a form that is understood; it depends on the
 * project (dwellings, employees); the plan asks for no least number; the floor area it would be counted from is not set.
 */
export const UNKNOWN_REASONS = ['no-zone', 'not-set', 'words-only', 'depends-on-project', 'no-least', 'no-floor-area'] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export interface CapacityPart {
  readonly zone: CapacityPiece['zone'];
  readonly areaM2: number;
  /** m², m or places; null: `unknown` says why. */
  readonly value: number | null;
  /** The figure of the plan it comes from: 40 (%), 1.2, 16 (m), 20 (places). */
  readonly rule: number | null;
  /** Parking: the rule as the plan words it, and as it was understood. */
  readonly text: string | null;
  readonly parking: ParkingRule | null;
  readonly paragraph: string | null;
  readonly unknown: UnknownReason | null;
}

export interface CapacityFigure {
  readonly name: CapacityName;
  readonly unit: 'm2' | 'm' | 'places';
  /** `most`: no more is allowed; `least`: no less; `most-needed`: what the plan asks for is at most that, less when the project is smaller or of another use. */
  readonly bound: 'most' | 'least' | 'most-needed';
  /** Of the whole; null as soon as it is unknown for any part, because what is not set is not guessed. */
  readonly value: number | null;
  /** Of the parts that are known: a sum, for height the highest. Null when none is. */
  readonly known: number | null;
  /** Land on which it is unknown, m². */
  readonly unknownM2: number;
  /** In the order of the pieces. */
  readonly parts: readonly CapacityPart[];
}

type Found = Partial<Omit<CapacityPart, 'zone' | 'areaM2'>>;
type Rule = (parameters: readonly ZoneParameter[], areaM2: number) => Found;

const limit = (name: ZoneParameter['name'], bound: 'min' | 'max', of: (rule: number, areaM2: number) => number): Rule => (parameters, areaM2) => {
  const parameter = parameters.find((one) => one.name === name);
  const rule = parameter?.[bound] ?? null;
  return rule === null ? { unknown: 'not-set' } : { rule, paragraph: parameter!.paragraph, value: of(rule, areaM2) };
};

const share = (percent: number, areaM2: number): number => (percent / 100) * areaM2;
const floorArea = limit('intensity', 'max', (intensity, areaM2) => intensity * areaM2);

/** From the words of the plan and the largest floor area. */
const parking: Rule = (parameters, areaM2) => {
  const parameter = parameters.find(({ name }) => name === 'parking');
  if (!parameter?.text) return { unknown: 'not-set' };
  const rule = parseParking(parameter.text);
  const found = { text: parameter.text, paragraph: parameter.paragraph, parking: rule, rule: rule?.least ?? null };
  if (!rule) return { ...found, unknown: 'words-only' };
  if (rule.least === null) return { ...found, unknown: 'no-least' };
  if (!isOfArea(rule)) return { ...found, unknown: 'depends-on-project' };
  const { value: floorAreaM2 = null } = floorArea(parameters, areaM2);
  return floorAreaM2 === null ? { ...found, unknown: 'no-floor-area' } : { ...found, value: placesAtMost(rule, floorAreaM2) };
};

const FIGURES: Readonly<Record<CapacityName, Pick<CapacityFigure, 'unit' | 'bound'> & { readonly rule: Rule }>> = {
  footprint: { unit: 'm2', bound: 'most', rule: limit('maxBuiltUpShare', 'max', share) },
  floorArea: { unit: 'm2', bound: 'most', rule: floorArea },
  height: { unit: 'm', bound: 'most', rule: limit('maxHeight', 'max', (metres) => metres) },
  green: { unit: 'm2', bound: 'least', rule: limit('minBioActiveShare', 'min', share) },
  parking: { unit: 'places', bound: 'most-needed', rule: parking },
};

const NOTHING = { value: null, rule: null, text: null, parking: null, paragraph: null, unknown: null } as const;

/**
 * Footprint, floor area, green and parking are sums over the pieces, height is the highest. Intensity is taken as the plan defines it
 * (`definitionRegime` of the zone says how); but for parking, which rests on the floor area, no figure is derived from another.
 */
export function capacityOf(pieces: readonly CapacityPiece[]): CapacityFigure[] {
  return CAPACITY_FIGURES.map((name) => {
    const { unit, bound, rule } = FIGURES[name];
    const parts = pieces.map(({ zone, areaM2, parameters }): CapacityPart => ({ zone, areaM2, ...NOTHING, ...(zone ? rule(parameters, areaM2) : { unknown: 'no-zone' as const }) }));
    const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
    const known = values.length === 0 ? null : name === 'height' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
    const unknownM2 = parts.reduce((sum, { value, areaM2 }) => (value === null ? sum + areaM2 : sum), 0);
    return { name, unit, bound, value: values.length === parts.length ? known : null, known, unknownM2, parts };
  });
}
