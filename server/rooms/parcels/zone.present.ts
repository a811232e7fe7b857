/** A zone on a parcel as it travels: only the parameters that the plan sets, each with the paragraph it stands in. */
import type { ZoneParameter, ZoneShare } from '../../../domain/contract/parcel.ts';
import type { Piece } from './pieces.ts';
import { provenanceOf } from './parcel.present.ts';
import type { SourceRow } from './parcels.repository.ts';

/** The columns of a zone that the extract needs, in both zone layers. */
export const ZONE_FIELDS = [
  'key', 'symbol', 'zone_class', 'designation', 'plan', 'definition_regime', 'max_height_m', 'max_height_paragraph', 'min_intensity', 'max_intensity',
  'intensity_paragraph', 'max_built_up_pct', 'built_up_paragraph', 'min_bio_active_pct', 'bio_active_paragraph', 'parking', 'parking_paragraph',
] as const;

export interface ZoneRow extends SourceRow {
  readonly key: string;
  readonly symbol: string;
  readonly zone_class: string;
  readonly designation: string;
  readonly plan: string;
  readonly definition_regime: ZoneShare['definitionRegime'];
  readonly max_height_m: number | null;
  readonly max_height_paragraph: string | null;
  readonly min_intensity: number | null;
  readonly max_intensity: number | null;
  readonly intensity_paragraph: string | null;
  readonly max_built_up_pct: number | null;
  readonly built_up_paragraph: string | null;
  readonly min_bio_active_pct: number | null;
  readonly bio_active_paragraph: string | null;
  readonly parking: string | null;
  readonly parking_paragraph: string | null;
}

export function presentZone(layer: ZoneShare['layer'], row: ZoneRow, piece: Piece): ZoneShare {
  return {
    layer, key: row.key, symbol: row.symbol, zoneClass: row.zone_class, designation: row.designation, ...piece,
    parameters: parametersOf(row), definitionRegime: row.definition_regime, provenance: provenanceOf(row),
  };
}

function parametersOf(row: ZoneRow): ZoneParameter[] {
  const all: ZoneParameter[] = [
    { name: 'maxHeight', min: null, max: row.max_height_m, text: null, unit: 'm', paragraph: row.max_height_paragraph },
    { name: 'intensity', min: row.min_intensity, max: row.max_intensity, text: null, unit: null, paragraph: row.intensity_paragraph },
    { name: 'maxBuiltUpShare', min: null, max: row.max_built_up_pct, text: null, unit: '%', paragraph: row.built_up_paragraph },
    { name: 'minBioActiveShare', min: row.min_bio_active_pct, max: null, text: null, unit: '%', paragraph: row.bio_active_paragraph },
    { name: 'parking', min: null, max: null, text: row.parking, unit: null, paragraph: row.parking_paragraph },
  ];
  return all.filter(({ min, max, text }) => min !== null || max !== null || text !== null);
}
