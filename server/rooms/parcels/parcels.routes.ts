/** GET /api/parcels/{identifier}: what the register says of a parcel. */
import { Router } from 'express';
import { z } from 'zod';
import { dayInKrakow } from '../../../domain/day.ts';
import { Day } from '../../../domain/contract/day.ts';
import type { Parcel } from '../../../domain/contract/parcel.ts';
import type { Database, Db } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { identifierOf, noParcel } from '../../registers/parcel.ts';
import { presentParcel } from './parcel.present.ts';
import { parcelOn } from './parcels.repository.ts';

export const ParcelParameters = z.strictObject({
  /** The day the answer is for, default today. */
  datetime: Day.optional(),
});

/**
 * @example GET /api/parcels/126105_9.0001.580/4
 * @example GET /api/parcels/126105_9.0001.580%2F4?datetime=2012-05-01
 */
export function parcelRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/parcels/*identifier', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { datetime: day = dayInKrakow() } = parseQuery(ParcelParameters, req);
      const identifier = identifierOf(req);
      await sendJson(req, res, await findParcelFacts(db, identifier, day));
    },
  });
  return router;
}

/** Throws `parcel-not-found`. */
export const findParcelFacts = async (db: Db, identifier: string, day: string): Promise<Parcel> =>
  presentParcel(await parcelOn(db, identifier, day) ?? await noParcel(db, identifier, day));
