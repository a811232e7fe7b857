/** Records of extracts that were given out, and what has been imported since. */
import { pgp, type Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import type { Outline } from '../../registers/land-map.ts';
import type { ParcelDocument } from './document.ts';

const KEEP = queryFile(new URL('sql/keep.sql', import.meta.url));
const RECORD = queryFile(new URL('sql/record.sql', import.meta.url));
const IMPORTS_SINCE = queryFile(new URL('sql/imports-since.sql', import.meta.url));
const SUBJECT = queryFile(new URL('sql/subject.sql', import.meta.url));

export interface Record {
  readonly hash: string;
  readonly identifier: string;
  readonly day: string;
  readonly dataVersion: string;
  readonly issuedAt: Date;
}

export const keep = (db: Queries, { hash, content, extract, parcel }: ParcelDocument): Promise<Record> =>
  db.one<Record>(KEEP, { hash, content, identifier: parcel.identifier, day: extract.day });

export const recordOf = (db: Queries, hash: string): Promise<Record | null> => db.oneOrNone<Record>(RECORD, { hash });

export const importSince = (db: Queries, issuedAt: Date): Promise<{ day: string; name: string } | null> => db.oneOrNone(IMPORTS_SINCE, { issuedAt: pgp.as.date(issuedAt, true) });

export const outlineOf = (db: Queries, identifier: string, day: string): Promise<Outline> => db.one<Outline>(SUBJECT, { identifier, day });
