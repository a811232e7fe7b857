/** What planning law changes for a parcel, an area or a plan: between two days, or between today and a draft. */
import { Router } from 'express';
import { z } from 'zod';
import { DifferenceParameters, DifferenceRequest, PlanDifferenceParameters } from '../../../domain/contract/difference.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Config } from '../../config.ts';
import type { Database, Db } from '../../db/database.ts';
import { geometryGate } from '../../http/geometry-gate.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { limitRate } from '../../http/rate-limit.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { identifierOf, noParcel } from '../../registers/parcel.ts';
import { differenceAt, planNamed, type Sides, sidesOf, sidesOfPlan } from './compare.ts';
import { areaOf, parcelOf } from './difference.repository.ts';

const NoParameters = z.strictObject({});

/**
 * Stands before the routes of parcels, which take every address below a parcel's.
 * @example GET /api/parcels/126105_9.0001.580/4/difference?from=2015-01-01&to=2026-11-22
 * @example GET /api/parcels/126105_9.0001.580/4/difference?draft=balice-ii
 * @example GET /api/plans/nhp-przylasek-rusiecki/difference
 * @example POST /api/areas/difference {"geometry": {"type": "Polygon", "coordinates": […]}, "from": "2015-01-01", "to": "2026-11-22"}
 */
export function differenceRoutes({ config, database: { db } }: { readonly config: Config; readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/parcels/*identifier/difference', {
    GET: async (req, res) => {
      acceptsJson(req);
      const asked = parseQuery(DifferenceParameters, req);
      const identifier = identifierOf(req);
      const sides = await sidesOf(db, asked);
      const { standing, ...parcel } = await parcelStanding(db, identifier, sides);
      await sendJson(req, res, await differenceAt(db, { kind: 'parcel', identifier, standing }, parcel, sides));
    },
  });
  resource(router, '/api/plans/:key/difference', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { from, to } = parseQuery(PlanDifferenceParameters, req);
      const plan = await planNamed(db, String(req.params['key']), laterOf(from ?? dayInKrakow(), to ?? dayInKrakow()));
      const sides = from === undefined ? sidesOfPlan(plan) : await sidesOf(db, { from, to });
      await sendJson(req, res, await differenceAt(db, { kind: 'plan', key: plan.key, name: plan.name, status: plan.status }, plan, sides));
    },
  });
  resource(router, '/api/areas/difference', {
    POST: [limitRate(config.searchesPerMinute), ...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const { geometry, ...asked } = parseBody(DifferenceRequest, req.body);
      await geometryGate(db, geometry, 'geometry');
      const sides = await sidesOf(db, asked);
      await sendJson(req, res, await differenceAt(db, { kind: 'area' }, await areaOf(db, geometry), sides));
    }],
  });
  return router;
}

const laterOf = (a: string, b: string): string => (a < b ? b : a);

/** The parcel of the later day, else of the earlier: so the difference the other way round is of the same parcel. */
async function parcelStanding(db: Db, identifier: string, { from, to }: Sides): Promise<NonNullable<Awaited<ReturnType<typeof parcelOf>>>> {
  const later = laterOf(from.day, to.day);
  const earlier = later === from.day ? to.day : from.day;
  return await parcelOf(db, identifier, earlier, later) ?? noParcel(db, identifier, later);
}
