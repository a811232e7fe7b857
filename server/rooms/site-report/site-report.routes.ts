/** A site, or a comparison of up to five pieces of land, on paper. */
import { Router } from 'express';
import { reportParameters } from '../../../domain/contract/investment/report.ts';
import { queryablesOf } from '../../../domain/cql2/check.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { needOfFilter } from '../../../domain/investment/need.ts';
import { printLandRef } from '../../../domain/investment/land-ref.ts';
import { municipalParcels } from '../../../domain/layers/municipal-parcels.ts';
import type { Database } from '../../db/database.ts';
import { formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { parseQuery } from '../../http/validation.ts';
import type { Press } from '../../paper/press.ts';
import { reportOf, type ReportSources } from './site-report.ts';

const Parameters = reportParameters(queryablesOf(municipalParcels));

interface Deps {
  readonly database: Database;
  readonly sources: ReportSources;
  readonly press: Press;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/**
 * @example GET /api/investment/report.pdf?sites=ti-nowa-huta-01&lang=en
 * @example GET /api/investment/report.pdf?sites=ti-nowa-huta-01,ti-balice-01&need=area_ha >= 2
 */
export function siteReportRoutes({ database: { db }, sources, press, publicUrl, now }: Deps): Router {
  const router = Router();
  resource(router, '/api/investment/report.pdf', {
    GET: async (req, res) => {
      formatOf(req, { pdf: 'application/pdf' });
      const { sites: lands, lang, need } = parseQuery(Parameters, req);
      const issuedAt = now();
      const day = dayInKrakow(issuedAt);
      const report = await reportOf(db, sources, { lands, day, lang, need: need ? needOfFilter(need) : null, publicUrl, issuedAt });
      const pdf = await press.print(report);
      const name = lands.length === 1 ? printLandRef(lands[0]!).replaceAll(/[^a-z0-9-]/gi, '-') : `${lands.length}`;
      res.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="msip-${name}-${day}.pdf"`, 'Cache-Control': 'no-cache' }).end(pdf);
    },
  });
  return router;
}
