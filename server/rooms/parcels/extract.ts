/** What applies on a parcel on a day: plans with their zones, land of the city, offers, parks – each with m² and share, and one plain answer. */
import type { ParcelExtract, PlanOnParcel, ZoneShare } from '../../../domain/contract/parcel.ts';
import { generalPlanZones } from '../../../domain/layers/general-plan-zones.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { municipalLand } from '../../../domain/layers/municipal-land.ts';
import { plans } from '../../../domain/layers/plans.ts';
import { riverParks } from '../../../domain/layers/river-parks.ts';
import { zones } from '../../../domain/layers/zones.ts';
import type { Db } from '../../db/database.ts';
import { provenanceOf } from './parcel.present.ts';
import { areaOutsidePlans, type ParcelRow, piecesUnder, registerCovers } from './parcels.repository.ts';
import { isSliver, pieceOf, roundedArea, roundedShare, TOLERANCE } from './pieces.ts';
import { type PlanDates, planOn } from './plan-status.ts';
import { presentZone, ZONE_FIELDS, type ZoneRow } from './zone.present.ts';

const PLAN_FIELDS = ['id', 'key', 'name', 'kind', 'status', 'stage', 'resolution', 'resolution_date', 'journal', 'in_force_from', 'in_force_to', 'events'] as const;

interface PlanRow extends PlanDates {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly kind: PlanOnParcel['kind'];
  readonly resolution: string | null;
  readonly resolution_date: string | null;
  readonly journal: string | null;
}

interface Found { readonly id: number; readonly plan: PlanOnParcel }

/** `day` and `today` are ISO dates. */
export async function extractOf(db: Db, parcel: ParcelRow, day: string, today: string): Promise<ParcelExtract> {
  const found = await plansOn(db, parcel, day, today);
  const inForce = found.filter(({ plan }) => isLocal(plan) && plan.status === 'in-force');
  const outside = await areaOutsidePlans(db, parcel, inForce.map(({ id }) => id));
  const withoutM2 = isSliver(outside, parcel.area) ? 0 : outside;
  return {
    identifier: parcel.identifier, day, answer: await answerOf(db, parcel, day, found),
    plans: found.map(({ plan }) => plan),
    withoutPlan: { areaM2: roundedArea(withoutM2), sharePct: roundedShare(withoutM2, parcel.area) },
    municipalLand: await concerns(db, parcel, municipalLand, day),
    investmentSites: await concerns(db, parcel, investmentSites, day),
    riverParks: await concerns(db, parcel, riverParks, day),
    tolerance: TOLERANCE,
  };
}

/** The general plan says what plans may say; it is none itself. */
const isLocal = (plan: PlanOnParcel): boolean => plan.kind !== 'POG';

async function answerOf(db: Db, parcel: ParcelRow, day: string, found: readonly Found[]): Promise<ParcelExtract['answer']> {
  const local = found.filter(({ plan }) => isLocal(plan));
  if (local.some(({ plan }) => plan.status === 'in-force')) return 'in-force';
  if (local.length > 0) return 'in-preparation';
  return await registerCovers(db, parcel, day) ? 'none' : 'unknown';
}

/** In force first, then procedures, then the general plan; each group with the largest part first. Plans no longer in force are left out. */
async function plansOn(db: Db, parcel: ParcelRow, day: string, today: string): Promise<Found[]> {
  const rows = await piecesUnder<PlanRow>(db, parcel, plans, PLAN_FIELDS, day);
  const zonesByPlan = await zonesOn(db, parcel, day);
  const found = rows.flatMap((row): Found[] => {
    const piece = pieceOf(row, parcel.area);
    const { status, stage } = planOn(row, day, today);
    if (!piece || status === 'superseded') return [];
    return [{ id: row.id, plan: {
      key: row.key, name: row.name, kind: row.kind, status, stage, resolution: row.resolution, resolutionDate: row.resolution_date, journal: row.journal,
      inForceFrom: row.in_force_from, areaM2: piece.areaM2, sharePct: piece.sharePct, zones: zonesByPlan.get(row.key) ?? [], provenance: provenanceOf(row),
    } }];
  });
  const group = ({ plan }: Found): number => (!isLocal(plan) ? 2 : plan.status === 'in-force' ? 0 : 1);
  return found.sort((a, b) => group(a) - group(b) || b.plan.areaM2 - a.plan.areaM2);
}

async function zonesOn(db: Db, parcel: ParcelRow, day: string): Promise<Map<string, ZoneShare[]>> {
  const byPlan = new Map<string, ZoneShare[]>();
  for (const [id, layer] of [['zones', zones], ['general-plan-zones', generalPlanZones]] as const) {
    for (const row of await piecesUnder<ZoneRow>(db, parcel, layer, ZONE_FIELDS, day)) {
      const piece = pieceOf(row, parcel.area);
      if (piece) byPlan.set(row.plan, [...(byPlan.get(row.plan) ?? []), presentZone(id, row, piece)]);
    }
  }
  return byPlan;
}

/** The objects of a layer that lie on the parcel; empty is an answer, too. */
async function concerns(db: Db, parcel: ParcelRow, layer: Layer, day: string): Promise<ParcelExtract['municipalLand']> {
  const classField = layer.symbology.field;
  const fields = ['key', layer.titleField, ...(classField === null ? [] : [classField])];
  const rows = await piecesUnder<Readonly<Record<string, string | null>>>(db, parcel, layer, fields, day);
  return rows.flatMap((row) => {
    const piece = pieceOf(row, parcel.area);
    if (!piece) return [];
    const key = String(row['key']);
    return [{
      layer: layer.id, key, title: row[layer.titleField] ?? key, class: classField === null ? null : (row[classField] ?? null),
      areaM2: piece.areaM2, sharePct: piece.sharePct, provenance: provenanceOf(row),
    }];
  });
}
