/** GET /api/parcels/{identifier} and …/extract: what the panel shows of a parcel, and what applies there. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import { dayInKrakow } from '../../../domain/day.ts';
import { parseParcelIdentifier } from '../../../domain/geo/parcel-identifier.ts';
import { parseParcelQuery, printParcelQuery } from '../../../domain/geo/parcel-query.ts';
import type { Database, Db } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { extractOf } from './extract.ts';
import { presentParcel } from './parcel.present.ts';
import { type ParcelRow, parcelOn, versionsOf } from './parcels.repository.ts';

/** Parameters of both routes; also the source of their description in OpenAPI. */
export const ParcelParameters = z.strictObject({
  /** The day the answer is for, default today. */
  datetime: z.iso.date('must be a day, YYYY-MM-DD').optional(),
});

/**
 * @example GET /api/parcels/126105_9.0001.580/4
 * @example GET /api/parcels/126105_9.0001.580%2F4/extract?datetime=2012-05-01
 */
export function parcelRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/parcels/*identifier/extract', {
    GET: async (req, res) => {
      const { parcel, day } = await requested(db, req);
      await sendJson(req, res, await extractOf(db, parcel, day, dayInKrakow()));
    },
  });
  resource(router, '/api/parcels/*identifier', {
    GET: async (req, res) => { await sendJson(req, res, presentParcel((await requested(db, req)).parcel)); },
  });
  return router;
}

/** The parcel that the address names, as it stood on the day asked for; the slash of a number may stand in the address as it is or encoded. */
async function requested(db: Db, req: Request): Promise<{ parcel: ParcelRow; day: string }> {
  acceptsJson(req);
  const { datetime } = parseQuery(ParcelParameters, req);
  const identifier = (req.params['identifier'] as unknown as readonly string[]).join('/');
  if (!parseParcelIdentifier(identifier)) throw new Problem('invalid-request', notAnIdentifier(identifier));
  const day = datetime ?? dayInKrakow();
  const parcel = await parcelOn(db, identifier, day);
  if (!parcel) throw new Problem('parcel-not-found', await notFound(db, identifier, day));
  return { parcel, day };
}

function notAnIdentifier(text: string): string {
  const meant = parseParcelQuery(text.slice(0, 100));
  const hint = meant?.unitId && meant.district !== null && meant.number !== null ? ` Perhaps ${printParcelQuery(meant)} is meant.` : '';
  return `A parcel identifier of Kraków looks like 126105_9.0001.580/4.${hint}`;
}

/** The grammar was right; the register knows no such parcel, or not on that day. */
async function notFound(db: Db, identifier: string, day: string): Promise<string> {
  const versions = await versionsOf(db, identifier);
  if (versions.length === 0) return `${identifier} is a well-formed identifier, but the register here holds no such parcel.`;
  const periods = versions.map(({ valid_from: from, valid_to: to }) => [from && `from ${from}`, to && `until before ${to}`].filter(Boolean).join(' '));
  return `${identifier} did not stand on ${day}. It stood ${periods.join(', and ')}.`;
}
