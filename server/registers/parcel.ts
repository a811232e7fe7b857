/** The parcel that an address names: by its identifier, as it stood on a day. Rooms that answer for parcels all ask here. */
import type { Request } from 'express';
import { parseParcelIdentifier } from '../../domain/geo/parcel-identifier.ts';
import { parseParcelQuery, printParcelQuery } from '../../domain/geo/parcel-query.ts';
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';
import { Problem } from '../http/problem.ts';

const PARCEL = queryFile(new URL('sql/parcel.sql', import.meta.url));
const VERSIONS = queryFile(new URL('sql/parcel-versions.sql', import.meta.url));

/** What answers are computed for: EWKB text in EPSG:2178 and its area. */
export interface Subject {
  readonly geom: string;
  readonly areaM2: number;
}

/** The identifier in an address `…/*identifier/…`; its slash may stand as it is or encoded. Throws `invalid-request`, with what may be meant. */
export function identifierOf(req: Request): string {
  const identifier = (req.params['identifier'] as unknown as readonly string[]).join('/');
  if (parseParcelIdentifier(identifier)) return identifier;
  const meant = parseParcelQuery(identifier.slice(0, 100));
  const hint = meant?.unitId && meant.district !== null && meant.number !== null ? ` Perhaps ${printParcelQuery(meant)} is meant.` : '';
  throw new Problem('invalid-request', `A parcel identifier of Kraków looks like 126105_9.0001.580/4.${hint}`);
}

/** Throws `parcel-not-found`, which tells when such a parcel stood. */
export async function findParcel(db: Queries, identifier: string, day: string): Promise<Subject & { readonly identifier: string }> {
  const parcel = await db.oneOrNone<Subject & { identifier: string }>(PARCEL, { identifier, day });
  return parcel ?? noParcel(db, identifier, day);
}

/** The grammar was right; the register knows no such parcel, or not on that day. */
export async function noParcel(db: Queries, identifier: string, day: string): Promise<never> {
  const versions = await db.any<{ valid_from: string | null; valid_to: string | null }>(VERSIONS, { identifier });
  if (versions.length === 0) throw new Problem('parcel-not-found', `${identifier} is a well-formed identifier, but the register here holds no such parcel.`);
  const periods = versions.map(({ valid_from: from, valid_to: to }) => [from && `from ${from}`, to && `until before ${to}`].filter(Boolean).join(' '));
  throw new Problem('parcel-not-found', `${identifier} did not stand on ${day}. It stood ${periods.join(', and ')}.`);
}
