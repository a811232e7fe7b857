/** The questions of a difference to the database: the subject, the law of a side as a partition of it, two partitions laid over one another. */
import type { DifferenceZone } from '../../../domain/contract/difference.ts';
import type { Geometry } from '../../../domain/contract/geojson.ts';
import type { ZoneParameterColumns } from '../../../domain/planning/zone-parameters.ts';
import type { Db } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';

const AREA = queryFile(new URL('sql/area.sql', import.meta.url));
const KNOWN = queryFile(new URL('sql/known.sql', import.meta.url));
const LAW = queryFile(new URL('sql/law.sql', import.meta.url));
const OVERLAY = queryFile(new URL('sql/overlay.sql', import.meta.url));
const PARCEL = queryFile(new URL('sql/parcel.sql', import.meta.url));
const PLAN = queryFile(new URL('sql/plan.sql', import.meta.url));

/** Cuts are rounded to a micrometre: far below what areas show, far above the noise of arithmetic. */
const GRID_M = 1e-6;

/** A place in EPSG:2178 as EWKB text; m², not rounded; box in degrees. */
export interface Place {
  readonly geom: string;
  readonly area: number;
  readonly bbox: [number, number, number, number];
}

export interface PlanRow extends Place {
  readonly key: string;
  readonly name: string;
  readonly kind: 'MPZP' | 'POG' | 'ZPI';
  readonly status: string;
  readonly in_force_from: string | null;
}

/** A part of the subject where the law says one thing. Everything of the plan is null under no plan, everything of the zone outside the zones. */
export interface LawPart extends ZoneParameterColumns {
  readonly plan: string | null;
  readonly plan_name: string;
  readonly kind: 'MPZP' | 'ZPI';
  readonly resolution: string | null;
  readonly in_force_from: string | null;
  readonly in_force_to: string | null;
  readonly source: string;
  readonly source_date: string | null;
  readonly demonstration: boolean;
  readonly zone_id: number | null;
  readonly key: string | null;
  readonly symbol: string | null;
  readonly zone_class: string | null;
  readonly designation: string | null;
  readonly definition_regime: DifferenceZone['definitionRegime'];
  /** EPSG:2178, EWKB text. */
  readonly geom: string;
  readonly area: number;
}

/** Parts of one side, each with a number for what the law says there. */
export interface Partition { readonly parts: readonly LawPart[]; readonly laws: readonly number[] }

export interface OverlayRow {
  /** Places in the two lists of parts. */
  readonly before: number;
  readonly after: number;
  readonly area: number;
  readonly perimeter: number;
  readonly geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] } | null;
}

/** The parcel of the later day, else of the earlier; ISO dates. */
export const parcelOf = (db: Db, identifier: string, earlier: string, later: string): Promise<(Place & { readonly standing: string }) | null> =>
  db.oneOrNone(PARCEL, { identifier, earlier, later });

export const planOf = (db: Db, key: string, day: string): Promise<PlanRow | null> => db.oneOrNone<PlanRow>(PLAN, { key, day });

/** Only for what has passed the geometry gate. */
export const areaOf = (db: Db, geometry: Geometry): Promise<Place> => db.one<Place>(AREA, { geometry: JSON.stringify(geometry) });

/** Whether "no plan" may be said of the place on that day. */
export const registerKnows = async (db: Db, { geom }: Place, day: string): Promise<boolean> => (await db.one<{ known: boolean }>(KNOWN, { geom, day })).known;

export const lawOn = (db: Db, { geom }: Place, day: string, draft: string | null): Promise<LawPart[]> => db.any<LawPart>(LAW, { geom, day, draft, grid: GRID_M });

/** Changed pieces first, the largest first; the first `limit` of those of `least` m² and more with their geometry. */
export async function overlay(db: Db, before: Partition, after: Partition, least: number, limit: number): Promise<OverlayRow[]> {
  if (before.parts.length === 0 || after.parts.length === 0) return [];
  const geometries = ({ parts }: Partition): string[] => parts.map(({ geom }) => geom);
  return db.any<OverlayRow>(OVERLAY, { before: geometries(before), beforeLaw: before.laws, after: geometries(after), afterLaw: after.laws, least, limit, grid: GRID_M });
}
