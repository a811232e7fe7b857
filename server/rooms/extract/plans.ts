/** The plans at a subject on a day, each with its zones; shares of what is in force add up. */
import type { Extract, PlanShare, ZoneShare } from '../../../domain/contract/extract.ts';
import { generalPlanZones } from '../../../domain/layers/general-plan-zones.ts';
import { plans } from '../../../domain/layers/plans.ts';
import { zones } from '../../../domain/layers/zones.ts';
import type { Queries } from '../../db/database.ts';
import type { Subject } from '../../registers/parcel.ts';
import { areaOutsidePlans, type PieceRow, piecesOf } from './extract.repository.ts';
import { roundedArea, roundedShare, sharesOf } from './pieces.ts';
import { provenanceOf } from './provenance.ts';
import { presentZone, type ZoneRow, zoneFields } from './zone.present.ts';

const PLAN_FIELDS = ['id', 'key', 'name', 'kind', 'status', 'stage', 'resolution', 'resolution_date', 'journal', 'published_on', 'in_force_from', 'in_force_to'] as const;

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
  readonly published_on: string | null;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
}

/** The general plan says what plans may say; it is none itself. */
const isLocal = ({ kind }: { readonly kind: PlanShare['kind'] }): boolean => kind !== 'POG';
const isLaw = (plan: Pick<PlanShare, 'kind' | 'status'>): boolean => isLocal(plan) && plan.status === 'in-force';

/** In force, then procedures, then the general plan, then what is law no more; what only touches comes last in its group. */
const GROUPS: readonly ((plan: PlanShare) => boolean)[] = [isLaw, (plan) => isLocal(plan) && plan.status !== 'superseded', (plan) => !isLocal(plan), () => true];

export interface Planning extends Pick<Extract, 'plans' | 'withoutPlan'> {
  /** In force, in preparation, or nothing found – which is not yet "none". */
  readonly found: 'in-force' | 'in-preparation' | null;
}

/** `accuracyM`: of the subject alone. */
export async function planningOf(db: Queries, subject: Subject, day: string, accuracyM: number): Promise<Planning> {
  const ownAccuracy = accuracyM + plans.accuracyM!;
  const rows = await piecesOf<PlanRow>(db, subject, plans, PLAN_FIELDS, day, ownAccuracy);
  const zonesByPlan = await zonesOf(db, subject, day, accuracyM);
  const all = rows.map((row): PlanShare => ({
    key: row.key, name: row.name, kind: row.kind, status: row.status, stage: row.stage, ...actOn(row, day),
    areaM2: roundedArea(row.part_area), sharePct: roundedShare(row.part_area, subject.areaM2), overlap: row.overlap, accuracyM: ownAccuracy,
    zones: zonesByPlan.get(row.key)?.map(({ zone }) => zone) ?? [], provenance: provenanceOf(row),
  }));
  const overlapping = (plan: PlanShare): boolean => plan.overlap !== 'touch';
  const inForce = rows.filter((row) => isLaw(row) && row.overlap !== 'touch');
  const outsideM2 = await areaOutsidePlans(db, subject, inForce.map(({ id }) => id));
  const outsideShare = balance(inForce, zonesByPlan, outsideM2, subject.areaM2);
  const group = (plan: PlanShare): number => GROUPS.findIndex((belongs) => belongs(plan)) * 2 + (overlapping(plan) ? 0 : 1);
  const running = all.some((plan) => isLocal(plan) && overlapping(plan) && (plan.status === 'in-preparation' || plan.status === 'in-consultation'));
  return {
    plans: all.sort((a, b) => group(a) - group(b) || b.areaM2 - a.areaM2),
    withoutPlan: { areaM2: roundedArea(outsideM2), sharePct: outsideShare },
    found: inForce.length > 0 ? 'in-force' : running ? 'in-preparation' : null,
  };
}

/** The act as it was known on the day: a resolution, a publication, a day of force or its end that came later was not. */
function actOn(row: PlanRow, day: string): Pick<PlanShare, 'resolution' | 'resolutionDate' | 'journal' | 'inForceFrom' | 'inForceTo'> {
  const wasLaw = row.status === 'in-force' || row.status === 'superseded';
  const by = (date: string | null): boolean => (date === null ? wasLaw : date <= day);
  return {
    resolution: by(row.resolution_date) ? row.resolution : null, resolutionDate: by(row.resolution_date) ? row.resolution_date : null, journal: by(row.published_on) ? row.journal : null,
    inForceFrom: by(row.in_force_from) ? row.in_force_from : null, inForceTo: row.in_force_to !== null && row.in_force_to < day ? row.in_force_to : null,
  };
}

interface MeasuredZone { readonly zone: ZoneShare & { sharePct: number }; readonly areaM2: number }

/** Writes shares that add up into the zones in force; gives the share of what lies outside. */
function balance(inForce: readonly PlanRow[], zonesByPlan: ReadonlyMap<string, readonly MeasuredZone[]>, outsideM2: number, wholeM2: number): number {
  const parts = inForce.flatMap(({ key }) => zonesByPlan.get(key) ?? []);
  const shares = sharesOf([...parts.map(({ areaM2 }) => areaM2), outsideM2], wholeM2);
  parts.forEach(({ zone }, index) => { (zone as { sharePct: number }).sharePct = shares[index]!; });
  return shares.at(-1)!;
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
