/** What plan and district pages are made of: facts of the registers on a day, without words. Not sent as such; statements are. */
import type { LawStatus, ZoneParameter } from './extract.ts';
import type { Provenance } from './parcel.ts';

export interface PlanEvent {
  readonly stage: string;
  readonly onDate: string;
  readonly untilDate: string | null;
  readonly title: string;
  readonly document: string | null;
}

export interface PlanDocument {
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly dated: string | null;
  readonly url: string | null;
}

/** What an act does to another, seen from either side. */
export interface PlanEffect {
  readonly effect: 'changes' | 'replaces' | 'repeals' | 'annuls';
  /** `acting`: this plan does it to the other; `affected`: the other does it to this one. */
  readonly side: 'acting' | 'affected';
  readonly other: { readonly key: string; readonly name: string | null };
  readonly inPart: boolean;
  readonly fromDate: string | null;
  readonly note: string | null;
}

export interface PlanSummary {
  readonly key: string;
  readonly name: string;
  readonly kind: 'MPZP' | 'POG' | 'ZPI';
  readonly status: LawStatus;
  readonly stage: string;
  readonly resolution: string | null;
  readonly resolutionDate: string | null;
  readonly journal: string | null;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly areaHa: number;
  /** The last event begun, and the next day that matters: the end of what runs, or the first event to come. */
  readonly nextDate: string | null;
  readonly nextStage: string | null;
  /** That day is the last one of a step that runs. */
  readonly nextEnds: boolean;
  readonly provenance: Provenance;
}

export interface PlanZone {
  readonly layer: 'zones' | 'general-plan-zones';
  readonly key: string;
  readonly symbol: string;
  readonly zoneClass: string;
  readonly designation: string;
  readonly paragraph: string | null;
  readonly areaHa: number;
  readonly parameters: readonly ZoneParameter[];
}

export interface PlanPage {
  readonly day: string;
  readonly plan: PlanSummary & { readonly definitionRegime: string; readonly procedure: string };
  readonly events: readonly PlanEvent[];
  readonly documents: readonly PlanDocument[];
  readonly effects: readonly PlanEffect[];
  readonly zones: readonly PlanZone[];
}

export interface NamedObject {
  readonly layer: string;
  readonly key: string;
  readonly title: string;
  readonly class: string | null;
  /** Hectares within the district. */
  readonly areaHa: number;
  readonly provenance: Provenance;
}

export interface DistrictPage {
  readonly day: string;
  readonly district: { readonly key: string; readonly roman: string; readonly name: string; readonly areaKm2: number; readonly population: number | null; readonly provenance: Provenance };
  /** Per cent of the district under plans in force. */
  readonly coveredPct: number;
  readonly parcels: number;
  readonly municipalHa: number;
  readonly plans: readonly (PlanSummary & { readonly insideHa: number })[];
  readonly parks: readonly NamedObject[];
  readonly sites: readonly NamedObject[];
}
