/** The paper of a parcel: its statement, a vector map at true scale, and how to check it. */
import { isDemonstration } from '../../../domain/statement/extract-topics.ts';
import { parcelStatement } from '../../../domain/statement/parcel-statement.ts';
import type { Language } from '../../../domain/text/language.ts';
import type { Queries } from '../../db/database.ts';
import type { Paper } from '../../paper/paper.ts';
import { landMap } from '../../registers/land-map.ts';
import { numberOf, type ParcelDocument } from './document.ts';
import { outlineOf, type Record } from './records.repository.ts';

export const PAPER_SCALES = [500, 1000, 2000, 5000] as const;

/** `scale`: 1 : n; null: the largest at which the parcel fits, at least 1 : 5000. */
export async function paperOf(db: Queries, document: ParcelDocument, record: Record, url: string, scale: number | null, lang: Language): Promise<Paper> {
  const { parcel, extract } = document;
  const outline = await outlineOf(db, parcel.identifier, extract.day);
  return {
    statement: parcelStatement(parcel, extract, lang), map: await landMap(db, outline, { title: parcel.identifier, day: extract.day, scale, least: PAPER_SCALES.at(-1)! }, lang),
    demonstration: parcel.provenance.demonstration || isDemonstration(extract),
    check: { id: numberOf(record.hash), hash: record.hash, url, dataVersion: record.dataVersion, day: record.day, issuedAt: record.issuedAt.toISOString() },
  };
}
