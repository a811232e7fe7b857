/** Plans and districts as the registers have them on a day. */
import type { DistrictPage, NamedObject, PlanEffect, PlanDocument, PlanEvent, PlanPage, PlanSummary, PlanZone } from '../../../domain/contract/planning.ts';
import { generalPlanZones } from '../../../domain/layers/general-plan-zones.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { riverParks } from '../../../domain/layers/river-parks.ts';
import { zones } from '../../../domain/layers/zones.ts';
import { parametersOf, type ZoneParameterColumns } from '../../../domain/planning/zone-parameters.ts';
import { pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { provenanceOf, type SourceRow } from '../../registers/provenance.ts';

const PLANS = queryFile(new URL('sql/plans.sql', import.meta.url));
const PLAN_PARTS = queryFile(new URL('sql/plan-parts.sql', import.meta.url));
const PLAN_ZONES = queryFile(new URL('sql/plan-zones.sql', import.meta.url));
const PLAN_DAYS = queryFile(new URL('sql/plan-days.sql', import.meta.url));
const DISTRICTS = queryFile(new URL('sql/districts.sql', import.meta.url));
const DISTRICT = queryFile(new URL('sql/district.sql', import.meta.url));
const OBJECTS_IN = queryFile(new URL('sql/objects-in.sql', import.meta.url));

interface PlanRow extends SourceRow, Pick<PlanSummary, 'key' | 'name' | 'kind' | 'status' | 'stage' | 'resolution' | 'journal'> {
  readonly id: number;
  readonly resolution_date: string | null;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
  readonly area_ha: number;
  readonly definition_regime: string;
  readonly procedure: string;
  readonly next_date: string | null;
  readonly next_stage: string | null;
  readonly next_ends: boolean;
  readonly inside_ha?: number;
}

const summaryOf = (row: PlanRow): PlanSummary => ({
  key: row.key, name: row.name, kind: row.kind, status: row.status, stage: row.stage, resolution: row.resolution, resolutionDate: row.resolution_date, journal: row.journal,
  inForceFrom: row.in_force_from, inForceTo: row.in_force_to, areaHa: row.area_ha, nextDate: row.next_date, nextStage: row.next_stage, nextEnds: row.next_ends, provenance: provenanceOf(row),
});

export const plansOn = async (db: Queries, day: string): Promise<PlanSummary[]> =>
  (await db.any<PlanRow>(PLANS, { day, where: 'true', measure: '' })).map(summaryOf);

/** Null when no such plan stood on that day. */
export async function planPage(db: Queries, key: string, day: string): Promise<PlanPage | null> {
  const row = await db.oneOrNone<PlanRow>(PLANS, { day, where: pgp.as.format('plan.key = $1', [key]), measure: '' });
  if (!row) return null;
  const parts = await db.one<{ events: PlanEvent[]; documents: PlanDocument[]; effects: PlanEffect[] }>(PLAN_PARTS, { id: row.id, key, day });
  const layer: Layer = row.kind === 'POG' ? generalPlanZones : zones;
  const found = await db.any<ZoneParameterColumns & { key: string; symbol: string; zone_class: string; designation: string; paragraph: string | null; area_ha: number }>(
    PLAN_ZONES, { view: layer.view, paragraph: layer === zones ? 'zone.paragraph' : 'NULL::text', key, day });
  return {
    day, plan: { ...summaryOf(row), definitionRegime: row.definition_regime, procedure: row.procedure }, ...parts,
    zones: found.map((zone): PlanZone => ({
      layer: layer.id as PlanZone['layer'], key: zone.key, symbol: zone.symbol, zoneClass: zone.zone_class, designation: zone.designation, paragraph: zone.paragraph,
      areaHa: zone.area_ha, parameters: parametersOf(zone),
    })).sort((a, b) => a.symbol.localeCompare(b.symbol, 'pl', { numeric: true })),
  };
}

/** Versions of a plan that is not there on the day asked for: from and to, ISO days. */
export const planDays = (db: Queries, key: string): Promise<{ from: string | null; to: string | null }[]> => db.any(PLAN_DAYS, { key });

async function objectsIn(db: Queries, layer: Layer, geom: string, day: string): Promise<NamedObject[]> {
  const { field } = layer.symbology;
  const rows = await db.any<SourceRow & { key: string; title: string; class: string | null; area_ha: number }>(OBJECTS_IN, {
    view: layer.view, title: layer.titleField, class: field === null ? 'NULL::text' : pgp.as.format('object.$1:name', [field]), geom, day,
  });
  return rows.map((row) => ({ layer: layer.id, key: row.key, title: row.title, class: row.class, areaHa: row.area_ha, provenance: provenanceOf(row) }));
}

/** Null when there is no such district. */
export async function districtPage(db: Queries, key: string, day: string): Promise<DistrictPage | null> {
  const row = await db.oneOrNone<SourceRow & { key: string; roman: string; name: string; area_km2: number; population: number | null; geom: string; covered_pct: number; parcels: number; municipal_ha: number }>(DISTRICT, { key, day });
  if (!row) return null;
  const plans = await db.any<PlanRow>(PLANS, {
    day, where: pgp.as.format("plan.kind <> 'POG' AND ST_Intersects(plan.geom, $1::geometry) AND ST_Area(ST_Intersection(plan.geom, $1::geometry)) > 1", [row.geom]),
    measure: pgp.as.format(', ST_Area(ST_Intersection(plan.geom, $1::geometry)) / 10000 AS inside_ha', [row.geom]),
  });
  return {
    day, district: { key: row.key, roman: row.roman, name: row.name, areaKm2: row.area_km2, population: row.population, provenance: provenanceOf(row) },
    coveredPct: row.covered_pct, parcels: row.parcels, municipalHa: row.municipal_ha,
    plans: plans.map((plan) => ({ ...summaryOf(plan), insideHa: plan.inside_ha! })),
    parks: await objectsIn(db, riverParks, row.geom, day), sites: await objectsIn(db, investmentSites, row.geom, day),
  };
}

/** All districts in the order of their numbers. */
export const districtsOf = (db: Queries): Promise<{ key: string; name: string }[]> => db.any(DISTRICTS);
