/** The page of a listed investment site, complete: offer, parcels, plans, themes, access, files, what must happen next, what changed. */
import { Router } from 'express';
import type { Extract } from '../../../domain/contract/extract.ts';
import { DISTANCE_KINDS, type Site, SiteKey, SiteParameters } from '../../../domain/contract/investment/site.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { procedureOf } from '../../../domain/investment/site-procedure.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import type { Database, Db, Queries } from '../../db/database.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import type { Subject } from '../../registers/parcel.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import { publicFilesOf } from '../../registers/site-files.ts';
import { distanceOf, filesOf, versionOf } from './sites.present.ts';
import { findSite, nearestOf, parcelsOf, versionsOf } from './sites.repository.ts';

export interface SiteSources {
  /** What applies on the land; `db`: a snapshot, `accuracyM`: of its own border. */
  landExtract(db: Queries, subject: Subject, day: string, accuracyM: number): Promise<Extract>;
}

interface Deps {
  readonly database: Database;
  readonly sources: SiteSources;
}

/** @example GET /api/investment/sites/ti-nowa-huta-01?datetime=2026-11-01 */
export function siteRoutes({ database: { db }, sources }: Deps): Router {
  const router = Router();
  resource(router, '/api/investment/sites/:key', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { datetime: day = dayInKrakow() } = parseQuery(SiteParameters, req);
      const key = SiteKey.safeParse(req.params['key']);
      if (!key.success) throw new Problem('invalid-request', 'The key of a site has small letters, digits and hyphens, e.g. ti-nowa-huta-01.');
      await sendJson(req, res, await siteOf(db, sources, key.data, day));
    },
  });
  return router;
}

/** Throws `site-withdrawn` and `feature-not-found`. */
export const siteOf = (db: Db, { landExtract }: SiteSources, key: string, day: string): Promise<Site> => inSnapshot(db, async (t) => {
  const { geom, areaM2, source, source_date, demonstration, properties, ...site } = await findSite(t, key);
  const land = { geom, areaM2 };
  const { answer, plans, withoutPlan, outsideCity, themes } = await landExtract(t, land, day, investmentSites.accuracyM!);
  return {
    ...site, properties, day, areaM2: Math.round(areaM2 * 10) / 10,
    parcels: await parcelsOf(t, properties['parcels'] as string[], day),
    planning: { answer, plans, withoutPlan, outsideCity }, themes,
    distances: (await nearestOf(t, land, DISTANCE_KINDS)).map(distanceOf),
    ...filesOf(key, await publicFilesOf(t, key)),
    procedure: procedureOf({ offerForm: String(properties['offer_form']), status: String(properties['status']), byTender: properties['by_tender'] === true }),
    contact: properties['contact'] === null ? null : String(properties['contact']),
    versions: (await versionsOf(t, key)).map(versionOf),
    provenance: provenanceOf({ source, source_date, demonstration }),
  };
});
