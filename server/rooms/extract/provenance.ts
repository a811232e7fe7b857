/** Where a line of an extract comes from. */
import type { Provenance } from '../../../domain/contract/parcel.ts';
import type { SourceRow } from './extract.repository.ts';

export const provenanceOf = ({ source, source_date: sourceDate, demonstration }: SourceRow): Provenance => ({ source, sourceDate, demonstration });
