/** GET /api/parcels/{identifier}/history: what a parcel number was made from and what became of it, also of a number that is no more. */
import { Router } from 'express';
import { z } from 'zod';
import type { LineageStep, ParcelHistory } from '../../../domain/contract/lineage.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database, Db } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { identifierOf, noParcel } from '../../registers/parcel.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import { type StepRow, stepsOf, versionsOf } from './history.repository.ts';

/** How far, and how much, of a chain is told. */
const [MAX_DEPTH, MAX_STEPS] = [20, 200];

/** @example GET /api/parcels/126105_9.0001.12/history */
export function historyRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/parcels/*identifier/history', {
    GET: async (req, res) => {
      acceptsJson(req);
      parseQuery(z.strictObject({}), req);
      await sendJson(req, res, await parcelHistory(db, identifierOf(req), dayInKrakow()));
    },
  });
  return router;
}

/** Throws `parcel-not-found` for a number that the register never had. */
export async function parcelHistory(db: Db, identifier: string, today: string): Promise<ParcelHistory> {
  const versions = await versionsOf(db, identifier, today);
  if (versions.length === 0) return noParcel(db, identifier, today);
  const query = { identifier, today, depth: MAX_DEPTH + 1, limit: MAX_STEPS + 1 };
  const [before, after] = [await stepsOf(db, 'madeFrom', query), await stepsOf(db, 'became', query)];
  const told = (steps: readonly StepRow[]): StepRow[] => steps.slice(0, MAX_STEPS).filter(({ depth }) => depth <= MAX_DEPTH);
  return {
    identifier, standsToday: versions.some(({ stands }) => stands), knownSince: versions[0]!.known_since,
    versions: versions.map((row) => ({
      validFrom: row.valid_from, validTo: row.valid_to, registerAreaM2: row.register_area_m2, geometryAreaM2: row.geometry_area_m2, provenance: provenanceOf(row),
    })),
    madeFrom: told(before).map(presentStep), became: told(after).map(presentStep),
    complete: told(before).length === before.length && told(after).length === after.length,
  };
}

const presentStep = (row: StepRow): LineageStep => ({
  on: row.day, kind: row.kind, steps: row.depth,
  from: { identifier: row.parent_key, standsToday: row.parent_stands }, to: { identifier: row.child_key, standsToday: row.child_stands },
  overlapM2: row.overlap_m2, shareOfFromPct: row.parent_share_pct, shareOfToPct: row.child_share_pct, provenance: provenanceOf(row),
});
