/** The document behind a paper: what the registers said of a parcel for a day, as canonical JSON with its hash. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Extract } from '../../../domain/contract/extract.ts';
import type { Parcel } from '../../../domain/contract/parcel.ts';

export interface ParcelDocument {
  readonly parcel: Parcel;
  readonly extract: Extract;
  /** RFC 8785: the same facts are the same bytes. */
  readonly content: string;
  /** SHA-256 of content in UTF-8, hexadecimal. */
  readonly hash: string;
}

/** Left out is what does not belong to that day: our number of the row, and when the version of the parcel will have ended. */
export function documentOf(parcel: Parcel, extract: Extract): ParcelDocument {
  const { id: _row, validTo: _later, ...facts } = parcel;
  const content = canonicalize({ format: 'msip-krakow/parcel-extract/1', identifier: parcel.identifier, day: extract.day, parcel: facts, extract })!;
  return { parcel, extract, content, hash: createHash('sha256').update(content, 'utf8').digest('hex') };
}

/** A short number for people; the hash is what is checked. */
export const numberOf = (hash: string): string => `MSIP-${hash.slice(0, 4)}-${hash.slice(4, 8)}-${hash.slice(8, 12)}`.toUpperCase();
