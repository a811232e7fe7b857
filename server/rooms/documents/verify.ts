/** Checks an extract by its hash: asks the registers again and compares. */
import type { ExtractRecord, Verification } from '../../../domain/contract/verification.ts';
import type { Db } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { numberOf, type ParcelDocument } from './document.ts';
import { importSince, keep, type Record, recordOf } from './records.repository.ts';

export const HASH = /^[0-9a-f]{64}$/;

export const presentRecord = ({ hash, identifier, day, dataVersion, issuedAt }: Record, publicUrl: string): ExtractRecord =>
  ({ number: numberOf(hash), hash, identifier, day, dataVersion, issuedAt: issuedAt.toISOString(), url: `${publicUrl}/verify/${hash}` });

/** `make` computes the document of a parcel for a day from the registers as they are now; it throws `parcel-not-found`. */
export async function verify(db: Db, hash: string, make: (identifier: string, day: string) => Promise<ParcelDocument>, publicUrl: string): Promise<Verification> {
  const record = HASH.test(hash) ? await recordOf(db, hash) : null;
  if (!record) return { state: 'unknown', hash };
  const now = await make(record.identifier, record.day).catch((error: unknown) => {
    // The registers no longer know the parcel; any other failure is no answer at all.
    if (error instanceof Problem && error.code === 'parcel-not-found') return null;
    throw error;
  });
  const told = presentRecord(record, publicUrl);
  if (now?.hash === hash) return { state: 'unchanged', record: told };
  const since = await importSince(db, record.issuedAt);
  return { state: 'superseded', record: told, since: since && { day: since.day, dataset: since.name }, by: now && presentRecord(await keep(db, now), publicUrl) };
}
