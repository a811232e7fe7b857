/** A zone as it travels: only the parameters that the plan sets, each with the paragraph it stands in. */
import type { ZoneShare } from '../../../domain/contract/extract.ts';
import { parametersOf, type ZoneParameterColumns } from '../../../domain/planning/zone-parameters.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import type { PieceRow } from './extract.repository.ts';
import { roundedArea, roundedShare } from './pieces.ts';

const PARAMETERS = [
  'max_height_m', 'max_height_paragraph', 'min_intensity', 'max_intensity', 'intensity_paragraph', 'max_built_up_pct', 'built_up_paragraph',
  'min_bio_active_pct', 'bio_active_paragraph', 'parking', 'parking_paragraph',
] as const;

/** The columns that the extract needs; zones of the general plan have no paragraph of their own. */
export const zoneFields = (layer: ZoneShare['layer']): readonly string[] =>
  ['key', 'symbol', 'zone_class', 'designation', 'plan', 'definition_regime', ...(layer === 'zones' ? ['paragraph'] : []), ...PARAMETERS];

export interface ZoneRow extends PieceRow, ZoneParameterColumns {
  readonly key: string;
  readonly symbol: string;
  readonly zone_class: string;
  readonly designation: string;
  readonly plan: string;
  readonly paragraph?: string | null;
  readonly definition_regime: ZoneShare['definitionRegime'];
}

export function presentZone(layer: ZoneShare['layer'], row: ZoneRow, subjectM2: number, accuracyM: number): ZoneShare {
  return {
    layer, key: row.key, symbol: row.symbol, zoneClass: row.zone_class, designation: row.designation, paragraph: row.paragraph ?? null,
    areaM2: roundedArea(row.part_area), sharePct: roundedShare(row.part_area, subjectM2), overlap: row.overlap, accuracyM,
    parameters: parametersOf(row), definitionRegime: row.definition_regime, provenance: provenanceOf(row),
  };
}
