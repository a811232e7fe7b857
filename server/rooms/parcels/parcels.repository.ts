/** The parcel's question to the database: the parcel as it stood on a day. */
import type { Db } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { SourceRow } from '../../registers/provenance.ts';

const PARCEL = queryFile(new URL('sql/parcel.sql', import.meta.url));

export interface ParcelRow extends SourceRow {
  readonly id: number;
  readonly identifier: string;
  readonly number: string;
  readonly cadastral_district: string;
  readonly registration_unit: string;
  readonly register_area_m2: number | null;
  readonly geometry_area_m2: number;
  readonly registration_group: number | null;
  readonly land_uses: readonly { symbol: string; soil_class: string | null; area_m2: number }[] | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
  readonly point: [number, number];
  readonly bbox: [number, number, number, number];
  readonly district: { key: string; roman: string; name: string } | null;
}

export const parcelOn = (db: Db, identifier: string, day: string): Promise<ParcelRow | null> => db.oneOrNone<ParcelRow>(PARCEL, { identifier, day });
