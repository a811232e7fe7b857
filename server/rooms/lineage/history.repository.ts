/** The history of a parcel number in the database: its versions, and the changes before and after them. */
import type { LineageKind } from '../../../domain/cadastre/lineage.ts';
import type { Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const load = (name: string) => queryFile(new URL(`./sql/${name}`, import.meta.url));
const VERSIONS = load('versions.sql');
const STEPS = { madeFrom: load('steps-back.sql'), became: load('steps-forth.sql') };

export interface VersionRow extends SourceRow {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly stands: boolean;
  readonly register_area_m2: number | null;
  readonly geometry_area_m2: number;
  readonly known_since: string | null;
}

export interface StepRow extends SourceRow {
  readonly day: string;
  readonly kind: LineageKind;
  readonly parent_key: string;
  readonly child_key: string;
  readonly depth: number;
  readonly overlap_m2: number;
  readonly parent_share_pct: number;
  readonly child_share_pct: number;
  readonly parent_stands: boolean;
  readonly child_stands: boolean;
}

export const versionsOf = (db: Queries, identifier: string, today: string): Promise<VersionRow[]> => db.any<VersionRow>(VERSIONS, { identifier, today });

export const stepsOf = (db: Queries, way: keyof typeof STEPS, query: { identifier: string; today: string; depth: number; limit: number }): Promise<StepRow[]> =>
  db.any<StepRow>(STEPS[way], query);
