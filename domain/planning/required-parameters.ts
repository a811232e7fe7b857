/**
 * Which parameters a local plan must set for which zones (art. 15(2)(6) of the planning act): where buildings are admitted, the most and least
 * intensity, the share of biologically active area, the height, parking, and since the reform of 2023 the built-up share.
 */
import type { DefinitionRegime } from './definition-regimes.ts';
import type { ZoneClass } from './zone-classes.ts';

/** Fields of a zone in the contract, each with the field of its paragraph. */
export const PARAMETER_PARAGRAPHS = {
  maxHeightM: 'maxHeightParagraph', minIntensity: 'intensityParagraph', maxIntensity: 'intensityParagraph', maxBuiltUpPct: 'builtUpParagraph',
  minBioActivePct: 'bioActiveParagraph', parking: 'parkingParagraph',
} as const;
export type RequiredParameter = keyof typeof PARAMETER_PARAGRAPHS;

const BUILDING: readonly RequiredParameter[] = ['maxHeightM', 'minIntensity', 'maxIntensity', 'maxBuiltUpPct', 'minBioActivePct', 'parking'];

/**
 * Housing, services, sport and production are for building: all of it. Infrastructure holds single buildings and devices: its height and green
 * share say what may stand there, its intensity says nothing. Public green and allotments are measured by their green share. Farmland, wild
 * green, forest, cemeteries, water, roads, squares and rails admit no buildings by themselves: nothing is required.
 */
const OF_CLASS: Readonly<Record<ZoneClass, readonly RequiredParameter[]>> = {
  MN: BUILDING, MW: BUILDING, 'M/U': BUILDING, U: BUILDING, UC: BUILDING, US: BUILDING, P: BUILDING, 'P/U': BUILDING,
  I: ['maxHeightM', 'minBioActivePct'], ZP: ['minBioActivePct'], ZD: ['minBioActivePct'],
  R: [], ZN: [], ZL: [], ZC: [], WS: [], KD: [], KP: [], KK: [],
};

/** Plans with definitions of their own are older than the duty to set the least intensity; the built-up share came with the reform. */
const NOT_YET: Readonly<Record<DefinitionRegime, readonly RequiredParameter[]>> = { OWN: ['minIntensity', 'maxBuiltUpPct'], PRE_2023: ['maxBuiltUpPct'], ACT_2023: [] };

export const requiredParameters = (zoneClass: ZoneClass, regime: DefinitionRegime): readonly RequiredParameter[] =>
  OF_CLASS[zoneClass].filter((parameter) => !NOT_YET[regime].includes(parameter));
