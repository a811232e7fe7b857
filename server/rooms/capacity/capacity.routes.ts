/** How much may be built on a site or on parcels taken together, and the allowed envelope beside its neighbours. */
import { Router } from 'express';
import { type Capacity, CapacityParameters, type CapacitySubject } from '../../../domain/contract/investment/capacity.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { capacityRemarks } from '../../../domain/investment/capacity-remarks.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import { parcels } from '../../../domain/layers/parcels.ts';
import type { Database, Db, Queries } from '../../db/database.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import type { Subject } from '../../registers/parcel.ts';
import { collection, figuresOf, heightsOf, piecesOfLand, type PlansAnswer, presentPiece } from './capacity.present.ts';
import { envelopeOf, type Land, neighboursOf, overrulingsOn, parcelsLand, siteLand } from './capacity.repository.ts';

/** The extract's answer about plans; `accuracyM`: of the subject's own border. */
export type PlansAt = (db: Queries, subject: Subject, day: string, accuracyM: number) => Promise<PlansAnswer>;
export type CapacityQuestion = { readonly site: string } | { readonly parcels: readonly string[] };

/** Parcels further apart are no building land of one project, and their surroundings half a city. */
const MOST_ACROSS_M = 3000;
const REACH_M = 120;
const MOST_NEIGHBOURS = 150;

interface Deps {
  readonly database: Database;
  readonly plansAt: PlansAt;
}

/**
 * @example GET /api/investment/capacity?site=ti-nowa-huta-01
 * @example GET /api/investment/capacity?parcels=126103_9.0025.41/3,126103_9.0025.42&datetime=2026-01-01
 */
export function capacityRoutes({ database: { db }, plansAt }: Deps): Router {
  const router = Router();
  resource(router, '/api/investment/capacity', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { site, parcels: identifiers = [], datetime: day = dayInKrakow() } = parseQuery(CapacityParameters, req);
      await sendJson(req, res, await capacityOn(db, plansAt, site === undefined ? { parcels: identifiers } : { site }, day));
    },
  });
  return router;
}

async function landOf(db: Queries, question: CapacityQuestion, day: string): Promise<{ readonly told: CapacitySubject; readonly land: Land; readonly own: readonly string[]; readonly accuracyM: number }> {
  if ('parcels' in question) {
    return { told: { kind: 'parcels', identifiers: [...question.parcels] }, land: await parcelsLand(db, question.parcels, day), own: question.parcels, accuracyM: parcels.accuracyM! };
  }
  const { name, ...land } = await siteLand(db, question.site);
  return { told: { kind: 'site', key: question.site, name }, land, own: [], accuracyM: investmentSites.accuracyM! };
}

/** Throws `parcel-not-found`, `feature-not-found`, `unprocessable` (parcels too far apart). */
export const capacityOn = (db: Db, plansAt: PlansAt, question: CapacityQuestion, day: string): Promise<Capacity> => inSnapshot(db, async (t) => {
  const { told, land, own, accuracyM } = await landOf(t, question, day);
  if (land.acrossM > MOST_ACROSS_M) throw new Problem('unprocessable', `Capacity is of land that lies together: at most ${MOST_ACROSS_M} m across, not ${Math.round(land.acrossM)} m.`);
  const plans = await plansAt(t, land, day, accuracyM);
  const measured = piecesOfLand(plans, land.areaM2);
  const words = await overrulingsOn(t, own, day);
  const pieces = measured.pieces.map((piece) => ({ ...piece, overruled: words.filter(({ layer, zone }) => piece.zone?.layer === layer && piece.zone.key === zone).map(({ parcel, says, reason, since }) => ({ parcel, says, reason, since })) }));
  const figures = figuresOf(pieces, measured.overlapM2);
  const heights = heightsOf(pieces);
  const symbols = new Map(pieces.flatMap(({ zone }) => (zone ? [[zone.key, zone.symbol] as const] : [])));
  const envelope = await envelopeOf(t, land, [...heights.keys()], day);
  const beside = await neighboursOf(t, land, own, day, REACH_M, MOST_NEIGHBOURS + 1);
  const said = { answer: plans.answer, pieces: pieces.map(presentPiece), figures, overlapM2: measured.overlapM2 };
  return {
    subject: told, day, areaM2: Math.round(land.areaM2 * 10) / 10, ...said,
    envelope: collection(envelope.map(({ key, geometry, middle }) => ({ geometry, properties: { kind: 'subject' as const, middle, zone: key, symbol: key === null ? null : symbols.get(key)!, height: key === null ? null : heights.get(key)! } }))),
    neighbours: {
      ...collection(beside.map(({ geometry, parcel, zone, symbol, height }) => ({ geometry, properties: { kind: 'neighbour' as const, zone, symbol, height, parcel } }))),
      reachM: REACH_M, complete: (beside[0]?.found ?? 0) <= MOST_NEIGHBOURS,
    },
    remarks: capacityRemarks(said),
  };
});
