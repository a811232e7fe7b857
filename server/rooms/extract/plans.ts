/** The plans at a subject on a day, each with its zones; shares of what is in force add up. */
import type { Extract, PlanShare, ZoneShare } from '../../../domain/contract/extract.ts';
import { generalPlanZones } from '../../../domain/layers/general-plan-zones.ts';
import { plans } from '../../../domain/layers/plans.ts';
import { zones } from '../../../domain/layers/zones.ts';
import type { Queries } from '../../db/database.ts';
import type { Subject } from '../../registers/parcel.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import { areaOutsidePlans, type PieceRow, piecesOf } from './extract.repository.ts';
import { roundedArea, roundedShare, sharesOf } from './pieces.ts';
import { presentZone, type ZoneRow, zoneFields } from './zone.present.ts';

const PLAN_FIELDS = ['id', 'key', 'name', 'kind', 'status', 'stage', 'resolution', 'resolution_date', 'journal', 'in_force_from', 'in_force_to'] as const;

interface PlanRow extends PieceRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly kind: PlanShare['kind'];
  readonly status: PlanShare['status'];
  readonly stage: string;
  readonly resolution: string | null;
  readonly resolution_date: string | null;
  readonly journal: string | null;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
}

/** The general plan says what plans may say; it is none itself. */
const isLocal = ({ kind }: { readonly kind: PlanShare['kind'] }): boolean => kind !== 'POG';
const isLaw = (plan: Pick<PlanShare, 'kind' | 'status'>): boolean => isLocal(plan) && plan.status === 'in-force';

/** In force, then procedures, then the general plan, then what is law no more; what only touches comes last in its group. */
const GROUPS: readonly ((plan: PlanShare) => boolean)[] = [isLaw, (plan) => isLocal(plan) && plan.status !== 'superseded', (plan) => !isLocal(plan), () => true];

export interface Planning extends Pick<Extract, 'plans' | 'outsideCity'> {
  readonly withoutPlan: NonNullable<Extract['withoutPlan']>;
  /** In force, in preparation, or nothing found – which is not yet "none". */
  readonly found: 'in-force' | 'in-preparation' | null;
}

/** `accuracyM`: of the subject alone. */
export async function planningOf(db: Queries, subject: Subject, day: string, accuracyM: number, outsideCityM2: number): Promise<Planning> {
  const ownAccuracy = accuracyM + plans.accuracyM!;
  const rows = await piecesOf<PlanRow>(db, subject, plans, PLAN_FIELDS, day, ownAccuracy);
  const zonesByPlan = await zonesOf(db, subject, day, accuracyM);
  const all = rows.map((row): PlanShare => ({
    key: row.key, name: row.name, kind: row.kind, status: row.status, stage: row.stage,
    resolution: row.resolution, resolutionDate: row.resolution_date, journal: row.journal, inForceFrom: row.in_force_from, inForceTo: row.in_force_to,
    areaM2: roundedArea(row.part_area), sharePct: roundedShare(row.part_area, subject.areaM2), overlap: row.overlap, accuracyM: ownAccuracy,
    zones: zonesByPlan.get(row.key)?.map(({ zone }) => zone) ?? [], provenance: provenanceOf(row),
  }));
  const overlapping = (plan: PlanShare): boolean => plan.overlap !== 'touch';
  const inForce = rows.filter((row) => isLaw(row) && row.overlap !== 'touch');
  const outsideM2 = Math.max(0, await areaOutsidePlans(db, subject, inForce.map(({ id }) => id)) - outsideCityM2);
  const [outsideShare, outsideCityShare] = balance(inForce, zonesByPlan, [outsideM2, outsideCityM2], subject.areaM2);
  const group = (plan: PlanShare): number => GROUPS.findIndex((belongs) => belongs(plan)) * 2 + (overlapping(plan) ? 0 : 1);
  const running = all.some((plan) => isLocal(plan) && overlapping(plan) && (plan.status === 'in-preparation' || plan.status === 'in-consultation'));
  return {
    plans: all.sort((a, b) => group(a) - group(b) || b.areaM2 - a.areaM2),
    withoutPlan: { areaM2: roundedArea(outsideM2), sharePct: outsideShare }, outsideCity: { areaM2: roundedArea(outsideCityM2), sharePct: outsideCityShare },
    found: inForce.length > 0 ? 'in-force' : running ? 'in-preparation' : null,
  };
}

interface MeasuredZone { readonly zone: ZoneShare & { sharePct: number }; readonly areaM2: number }

/** Writes shares that add up into the zones in force; gives the shares of what lies outside of plans and outside of the city. */
function balance(inForce: readonly PlanRow[], zonesByPlan: ReadonlyMap<string, readonly MeasuredZone[]>, outsideM2: readonly [number, number], wholeM2: number): [number, number] {
  const parts = inForce.flatMap(({ key }) => zonesByPlan.get(key) ?? []);
  const shares = sharesOf([...parts.map(({ areaM2 }) => areaM2), ...outsideM2], wholeM2);
  parts.forEach(({ zone }, index) => { (zone as { sharePct: number }).sharePct = shares[index]!; });
  return [shares.at(-2)!, shares.at(-1)!];
}

async function zonesOf(db: Queries, subject: Subject, day: string, accuracyM: number): Promise<Map<string, MeasuredZone[]>> {
  const byPlan = new Map<string, MeasuredZone[]>();
  for (const [id, layer] of [['zones', zones], ['general-plan-zones', generalPlanZones]] as const) {
    const accuracy = accuracyM + layer.accuracyM!;
    for (const row of await piecesOf<ZoneRow>(db, subject, layer, zoneFields(id), day, accuracy)) {
      const measured = { zone: presentZone(id, row, subject.areaM2, accuracy), areaM2: row.part_area };
      byPlan.set(row.plan, [...(byPlan.get(row.plan) ?? []), measured]);
    }
  }
  return byPlan;
}
