/** The figures of a zone, each with the paragraph it stands in; some are not set, as in life. */
import type { DefinitionRegime } from '../../domain/planning/definition-regimes.ts';
import type { ZoneParameterColumns } from '../../domain/planning/zone-parameters.ts';
import type { Random } from './random.ts';
import { zoneKind, type ZoneSymbol } from './zone-kinds.ts';

const stepped = (value: number, step: number): number => Math.round(Math.round(value / step) * step * 100) / 100;

/** Figures within the usual ranges of the kind. `paragraph` is the zone's own, e.g. `§ 21`; parking stands in one common to the plan. */
export function zoneParameters(symbol: ZoneSymbol, paragraph: string, parkingParagraph: string, random: Random): ZoneParameterColumns {
  const kind = zoneKind(symbol);
  // One in ten figures is left to the general provisions or to the drawing.
  const set = <T>(range: T | undefined): range is T => range !== undefined && !random.chance(0.1);
  const height = set(kind.height) ? stepped(random.between(kind.height[0], kind.height[1]), 0.5) : null;
  const intensity = set(kind.intensity) ? { min: kind.intensity[0], max: stepped(random.between(kind.intensity[1], kind.intensity[2]), 0.1) } : null;
  const builtUp = set(kind.builtUp) ? stepped(random.between(kind.builtUp[0], kind.builtUp[1]), 5) : null;
  const bioActive = set(kind.bioActive) ? stepped(random.between(kind.bioActive[0], kind.bioActive[1]), 5) : null;
  const parking = set(kind.parking) ? random.pick(kind.parking) : null;
  let point = 1;
  const place = (value: unknown) => (value === null ? null : `${paragraph} ust. 2 pkt ${point++}`);
  return {
    max_height_m: height, max_height_paragraph: place(height),
    min_intensity: intensity && random.chance(0.8) ? intensity.min : null, max_intensity: intensity?.max ?? null,
      intensity_paragraph: place(intensity),
    max_built_up_pct: builtUp, built_up_paragraph: place(builtUp),
    min_bio_active_pct: bioActive, bio_active_paragraph: place(bioActive),
    parking, parking_paragraph: parking === null ? null : parkingParagraph,
  };
}

/** Plans begun under the old law keep its definitions; the oldest ones define the figures themselves. */
export function definitionRegime(plan: { procedure: 'OLD' | 'NEW'; initiatedOn: string; inForceFrom: string | null }): DefinitionRegime {
  if (plan.procedure === 'NEW') return 'ACT_2023';
  return plan.inForceFrom !== null && plan.inForceFrom < '2012-01-01' ? 'OWN' : 'PRE_2023';
}
