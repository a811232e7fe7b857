/** From the plans at a piece of land to its parts and figures, as the contract has them. */
import type { Extract, PlanShare, ZoneParameter, ZoneShare } from '../../../domain/contract/extract.ts';
import type { Capacity, CapacityFigure, CapacityLand } from '../../../domain/contract/investment/capacity.ts';
import { capacityOf } from '../../../domain/planning/capacity.ts';

/** Plans at a subject as the extract has them. */
export type PlansAnswer = Pick<Extract, 'answer' | 'plans' | 'withoutPlan' | 'outsideCity'>;

interface Piece extends CapacityLand { readonly parameters: readonly ZoneParameter[] }

const tenth = (m2: number): number => Math.round(m2 * 10) / 10;
const bare = (land: CapacityLand['land'], areaM2: number): Piece => ({ land, areaM2, overlap: null, zone: null, plan: null, overruled: [], parameters: [] });

/** Each zone is rounded to a tenth, so their sum may miss the whole by this much for each without meaning anything. */
const ROUNDING_M2 = 0.1;
const LEAST_M2 = 0.5;

const planOf = ({ key, name, resolution, resolutionDate, journal, inForceFrom, provenance }: PlanShare): CapacityLand['plan'] => ({ key, name, resolution, resolutionDate, journal, inForceFrom, provenance });

function zonePiece(plan: PlanShare, { layer, key, symbol, zoneClass, designation, paragraph, definitionRegime, accuracyM, provenance, areaM2, overlap, parameters }: ZoneShare): Piece {
  return { land: 'zone', areaM2, overlap, zone: { layer, key, symbol, zoneClass, designation, paragraph, definitionRegime, accuracyM, provenance }, plan: planOf(plan), overruled: [], parameters };
}

/** The parts of the land; `overlapM2`: how much of it lies in two zones for certain. */
export function piecesOfLand({ answer, plans, withoutPlan, outsideCity }: PlansAnswer, areaM2: number): { readonly pieces: readonly Piece[]; readonly overlapM2: number } {
  const law = plans.filter(({ kind, status }) => kind !== 'POG' && status === 'in-force');
  const zones = law.flatMap((plan) => plan.zones.filter(({ overlap }) => overlap !== 'touch').map((zone) => zonePiece(plan, zone))).sort((a, b) => b.areaM2 - a.areaM2);
  const others = [bare('no-plan', answer === 'unknown' ? 0 : (withoutPlan?.areaM2 ?? 0)), bare('outside-city', outsideCity.areaM2)];
  const left = areaM2 - [...zones, ...others].reduce((sum, piece) => sum + piece.areaM2, 0);
  const noise = Math.max(LEAST_M2, ROUNDING_M2 * (zones.length + 2));
  // Two drawings of one border lap over each other in strips that perhaps are not there.
  const strips = zones.reduce((sum, { overlap, areaM2: strip }) => (overlap === 'edge' ? sum + strip : sum), 0);
  const rest = bare(answer === 'unknown' ? 'not-known' : 'no-zone', left > noise ? tenth(left) : 0);
  return { pieces: [...zones, ...[...others, rest].filter((piece) => piece.areaM2 >= LEAST_M2)], overlapM2: -left - strips > noise ? tenth(-left) : 0 };
}

/**
 * Where land lies in two zones no figure of the whole is right. Strips narrower than the drawings are accurate, which perhaps are not there at all,
 * do not make the whole unknown: how many m² they are is said beside it.
 */
export function figuresOf(pieces: readonly Piece[], overlapM2: number): CapacityFigure[] {
  return capacityOf(pieces).map((figure) => {
    const unknown = figure.parts.flatMap(({ value, areaM2 }, at) => (value === null ? [{ areaM2, edge: pieces[at]!.overlap === 'edge' }] : []));
    return {
      ...figure, value: overlapM2 === 0 && unknown.every(({ edge }) => edge) ? figure.known : null,
      unknownM2: tenth(figure.unknownM2), unknownEdgeM2: tenth(unknown.reduce((sum, { areaM2, edge }) => (edge ? sum + areaM2 : sum), 0)),
      parts: figure.parts.map((part) => ({ ...part, zone: part.zone && { layer: part.zone.layer, key: part.zone.key, symbol: part.zone.symbol } })),
    };
  });
}

export const presentPiece = ({ land, areaM2, overlap, zone, plan, overruled }: Piece): CapacityLand => ({ land, areaM2, overlap, zone, plan, overruled });

/** Metres that a zone allows; null: it sets none. */
export const heightsOf = (pieces: readonly Piece[]): ReadonlyMap<string, number | null> => new Map(pieces.flatMap(({ zone, parameters }) => (zone ? [[zone.key, parameters.find(({ name }) => name === 'maxHeight')?.max ?? null] as const] : [])));

export const collection = <Properties>(features: readonly { readonly geometry: Capacity['envelope']['features'][number]['geometry']; readonly properties: Properties }[]) => ({
  type: 'FeatureCollection' as const, features: features.map((feature) => ({ type: 'Feature' as const, ...feature })),
});
