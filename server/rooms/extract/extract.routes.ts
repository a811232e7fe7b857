/** What applies at a parcel, at a place, in an area: every theme answered, with m², share, law status and source. */
import { Router } from 'express';
import { z } from 'zod';
import { AreaExtractRequest, type Extract } from '../../../domain/contract/extract.ts';
import { Day } from '../../../domain/contract/day.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { parcels } from '../../../domain/layers/parcels.ts';
import type { Database, Db } from '../../db/database.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { checkPosition, geometryGate } from '../../http/geometry-gate.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { findParcel, identifierOf } from '../../registers/parcel.ts';
import { areaSubject, discAt, parcelAt } from './extract.repository.ts';
import { extractOf } from './extract.ts';

/** The day the answer is for, default today. */
const datetime = Day.optional();
const degrees = z.string().regex(/^\d{1,2}(\.\d{1,12})?$/, 'must be degrees, e.g. 19.9373').transform(Number);

export const ExtractParameters = z.strictObject({ datetime });
export const PlaceParameters = z.strictObject({ lon: degrees, lat: degrees, datetime });

/** Larger areas are a study, not a question; smaller ones than a person's step are a slip of the pen. */
const [MIN_AREA_M2, MAX_AREA_M2] = [1, 10_000_000];
/** Where no parcel stands the answer is for a disc, as wide as a person's steps. */
const DISC_M = 1;
const PARCEL_ACCURACY_M = parcels.accuracyM!;

/**
 * @example GET /api/parcels/126105_9.0001.580%2F4/extract?datetime=2012-05-01
 * @example GET /api/places/extract?lon=20.0251&lat=50.0414
 * @example POST /api/areas/extract {"geometry": {"type": "Polygon", "coordinates": […]}, "datetime": "2026-01-01"}
 */
export function extractRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/parcels/*identifier/extract', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { datetime: day = dayInKrakow() } = parseQuery(ExtractParameters, req);
      await sendJson(req, res, await parcelExtract(db, identifierOf(req), day));
    },
  });
  resource(router, '/api/places/extract', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { lon, lat, datetime: day = dayInKrakow() } = parseQuery(PlaceParameters, req);
      checkPosition([lon, lat], 'lon, lat');
      await sendJson(req, res, await placeExtract(db, lon, lat, day));
    },
  });
  resource(router, '/api/areas/extract', {
    POST: [...readJson(), async (req, res) => {
      acceptsJson(req);
      parseQuery(z.strictObject({}), req);
      const { geometry, datetime: day = dayInKrakow() } = parseBody(AreaExtractRequest, req.body);
      await sendJson(req, res, await areaExtract(db, geometry, day));
    }],
  });
  return router;
}

/** Throws `parcel-not-found`. */
export const parcelExtract = (db: Db, identifier: string, day: string): Promise<Extract> => inSnapshot(db, async (t) =>
  extractOf(t, { kind: 'parcel', identifier }, await findParcel(t, identifier, day), day, PARCEL_ACCURACY_M));

/** Of the parcel that stands there; else of the disc around the place. */
export const placeExtract = (db: Db, lon: number, lat: number, day: string): Promise<Extract> => inSnapshot(db, async (t) => {
  const parcel = await parcelAt(t, lon, lat, day);
  const subject = parcel === null ? await discAt(t, lon, lat, DISC_M) : await findParcel(t, parcel, day);
  return extractOf(t, { kind: 'place', lon, lat, parcel, radiusM: parcel === null ? DISC_M : null }, subject, day, parcel === null ? 0 : PARCEL_ACCURACY_M);
});

/** Of a geometry from outside: throws what the gate throws, `too-large` and `unprocessable` (too small). */
export async function areaExtract(db: Db, geometry: AreaExtractRequest['geometry'], day: string): Promise<Extract> {
  await geometryGate(db, geometry, 'geometry');
  return inSnapshot(db, async (t) => {
    const subject = await areaSubject(t, geometry);
    if (subject.areaM2 > MAX_AREA_M2) throw new Problem('too-large', 'An extract is made for at most 10 km².', [{ path: 'geometry', message: `${Math.round(subject.areaM2)} m²` }]);
    if (subject.areaM2 < MIN_AREA_M2) throw new Problem('unprocessable', 'An extract is made for at least 1 m².', [{ path: 'geometry', message: `${subject.areaM2.toFixed(3)} m²` }]);
    // A drawn line means where it was drawn.
    return extractOf(t, { kind: 'area' }, subject, day, 0);
  });
}
