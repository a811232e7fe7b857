/** Where a row of a register comes from, as the database gives it and as answers say it. */
import type { Provenance } from '../../domain/contract/parcel.ts';

export interface SourceRow {
  readonly source: string;
  /** ISO day; null where the source states none. */
  readonly source_date: string | null;
  readonly demonstration: boolean;
}

export const provenanceOf = ({ source, source_date: sourceDate, demonstration }: SourceRow): Provenance => ({ source, sourceDate, demonstration });
