/** A zone on a parcel as it travels: only the parameters that the plan sets, each with the paragraph it stands in. */
import type { ZoneShare } from '../../../domain/contract/parcel.ts';
import { parametersOf, type ZoneParameterColumns } from '../../../domain/planning/zone-parameters.ts';
import type { Piece } from './pieces.ts';
import { provenanceOf } from './parcel.present.ts';
import type { SourceRow } from './parcels.repository.ts';

/** The columns of a zone that the extract needs, in both zone layers. */
export const ZONE_FIELDS = [
  'key', 'symbol', 'zone_class', 'designation', 'plan', 'definition_regime', 'max_height_m', 'max_height_paragraph', 'min_intensity', 'max_intensity',
  'intensity_paragraph', 'max_built_up_pct', 'built_up_paragraph', 'min_bio_active_pct', 'bio_active_paragraph', 'parking', 'parking_paragraph',
] as const;

export interface ZoneRow extends SourceRow, ZoneParameterColumns {
  readonly key: string;
  readonly symbol: string;
  readonly zone_class: string;
  readonly designation: string;
  readonly plan: string;
  readonly definition_regime: ZoneShare['definitionRegime'];
}

export function presentZone(layer: ZoneShare['layer'], row: ZoneRow, piece: Piece): ZoneShare {
  return {
    layer, key: row.key, symbol: row.symbol, zoneClass: row.zone_class, designation: row.designation, ...piece,
    parameters: parametersOf(row), definitionRegime: row.definition_regime, provenance: provenanceOf(row),
  };
}
