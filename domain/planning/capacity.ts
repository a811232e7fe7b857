/** How much may be built on a piece of land, from the parameters of its zones: each figure split by zones and tied to its paragraph. */
import type { ZoneParameter } from '../contract/extract.ts';

/** Land within one zone; `zone` null where no plan applies. */
export interface CapacityPiece {
  readonly zone: { readonly layer: string; readonly key: string; readonly symbol: string } | null;
  readonly areaM2: number;
  readonly parameters: readonly ZoneParameter[];
}

export const CAPACITY_FIGURES = ['footprint', 'floorArea', 'height', 'green'] as const;
export type CapacityName = (typeof CAPACITY_FIGURES)[number];

export interface CapacityPart {
  readonly zone: CapacityPiece['zone'];
  readonly areaM2: number;
  /** m² or m; null: the plan sets no such figure there, or there is no plan. */
  readonly value: number | null;
  /** The figure of the plan it comes from: 40 (%), 1.2, 16 (m). */
  readonly rule: number | null;
  readonly paragraph: string | null;
}

export interface CapacityFigure {
  readonly name: CapacityName;
  readonly unit: 'm2' | 'm';
  /** Of the whole; null as soon as it is unknown for any part, because what is not set is not guessed. */
  readonly value: number | null;
  /** Of the parts that are known: a sum, for height the highest. Null when none is. */
  readonly known: number | null;
  /** Land on which it is unknown, m². */
  readonly unknownM2: number;
  /** In the order of the pieces. */
  readonly parts: readonly CapacityPart[];
}

type Rule = (parameters: readonly ZoneParameter[]) => { readonly rule: number; readonly paragraph: string | null } | null;

const limit = (name: ZoneParameter['name'], bound: 'min' | 'max'): Rule => (parameters) => {
  const parameter = parameters.find((one) => one.name === name);
  const value = parameter?.[bound] ?? null;
  return value === null ? null : { rule: value, paragraph: parameter!.paragraph };
};

const FIGURES: Readonly<Record<CapacityName, { readonly unit: CapacityFigure['unit']; readonly rule: Rule; readonly of: (rule: number, areaM2: number) => number }>> = {
  footprint: { unit: 'm2', rule: limit('maxBuiltUpShare', 'max'), of: (percent, areaM2) => (percent / 100) * areaM2 },
  floorArea: { unit: 'm2', rule: limit('intensity', 'max'), of: (intensity, areaM2) => intensity * areaM2 },
  height: { unit: 'm', rule: limit('maxHeight', 'max'), of: (metres) => metres },
  green: { unit: 'm2', rule: limit('minBioActiveShare', 'min'), of: (percent, areaM2) => (percent / 100) * areaM2 },
};

/**
 * Footprint, floor area and green are sums over the pieces, height is the highest. Intensity is taken as the plan defines it (`definitionRegime`
 * of the zone says how); no figure is derived from another.
 */
export function capacityOf(pieces: readonly CapacityPiece[]): CapacityFigure[] {
  return CAPACITY_FIGURES.map((name) => {
    const { unit, rule, of } = FIGURES[name];
    const parts = pieces.map(({ zone, areaM2, parameters }): CapacityPart => {
      const found = zone && rule(parameters);
      return { zone, areaM2, value: found ? of(found.rule, areaM2) : null, rule: found?.rule ?? null, paragraph: found?.paragraph ?? null };
    });
    const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
    const known = values.length === 0 ? null : name === 'height' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
    const unknownM2 = parts.reduce((sum, { value, areaM2 }) => (value === null ? sum + areaM2 : sum), 0);
    return { name, unit, value: values.length === parts.length ? known : null, known, unknownM2, parts };
  });
}
