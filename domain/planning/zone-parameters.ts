/** The parameters of a zone from its columns: only those that the plan sets, each with the paragraph it stands in. */
import type { ZoneParameter } from '../contract/extract.ts';

/** The columns of a zone that say how much may be built. */
export interface ZoneParameterColumns {
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

/** An absent parameter is "not set", never 0. */
export function parametersOf(row: ZoneParameterColumns): ZoneParameter[] {
  const all: ZoneParameter[] = [
    { name: 'maxHeight', min: null, max: row.max_height_m, text: null, unit: 'm', paragraph: row.max_height_paragraph },
    { name: 'intensity', min: row.min_intensity, max: row.max_intensity, text: null, unit: null, paragraph: row.intensity_paragraph },
    { name: 'maxBuiltUpShare', min: null, max: row.max_built_up_pct, text: null, unit: '%', paragraph: row.built_up_paragraph },
    { name: 'minBioActiveShare', min: row.min_bio_active_pct, max: null, text: null, unit: '%', paragraph: row.bio_active_paragraph },
    { name: 'parking', min: null, max: null, text: row.parking, unit: null, paragraph: row.parking_paragraph },
  ];
  return all.filter(({ min, max, text }) => min !== null || max !== null || text !== null);
}
