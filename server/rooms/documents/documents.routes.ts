/** The extract on paper, its record, and the means to check it. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Extract } from '../../../domain/contract/extract.ts';
import type { Parcel } from '../../../domain/contract/parcel.ts';
import { Day } from '../../../domain/contract/day.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Database } from '../../db/database.ts';
import { acceptsJson, formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import type { Press } from '../../paper/press.ts';
import { identifierOf } from '../../registers/parcel.ts';
import { documentOf, type ParcelDocument } from './document.ts';
import { PAPER_SCALES, paperOf } from './paper-of.ts';
import { keep } from './records.repository.ts';
import { presentRecord, verify } from './verify.ts';
import { verifyPage } from './verify-page.ts';

export interface DocumentSources {
  parcel(identifier: string, day: string): Promise<Parcel>;
  parcelExtract(identifier: string, day: string): Promise<Extract>;
}

const lang = z.enum(['pl', 'en'], 'must be pl or en').default('pl');
const datetime = Day.optional();
export const DocumentParameters = z.strictObject({ datetime });
export const PaperParameters = z.strictObject({
  datetime, lang,
  scale: z.enum(PAPER_SCALES.map(String) as [string, ...string[]], `must be one of ${PAPER_SCALES.join(', ')}`).transform(Number).optional(),
});

/** As people type it from paper: in groups, in capitals. */
const hashOf = (req: Request): string => String(req.params['hash']).slice(0, 200).replaceAll(/\s/g, '').toLowerCase();

/**
 * @example GET /api/parcels/126105_9.0001.580%2F4/document?datetime=2026-01-01
 * @example GET /api/parcels/126105_9.0001.580%2F4/extract.pdf?scale=1000&lang=en
 * @example GET /verify/8f14e45fceea167a5a36dedd4bea2543…
 */
export function documentRoutes({ database: { db }, sources, press, publicUrl }: { readonly database: Database; readonly sources: DocumentSources; readonly press: Press; readonly publicUrl: string }): Router {
  const make = async (identifier: string, day: string): Promise<ParcelDocument> => documentOf(await sources.parcel(identifier, day), await sources.parcelExtract(identifier, day));
  const router = Router();
  resource(router, '/api/parcels/*identifier/document', {
    GET: async (req, res) => {
      acceptsJson(req);
      const { datetime: day = dayInKrakow() } = parseQuery(DocumentParameters, req);
      const { content, hash } = await make(identifierOf(req), day);
      // RFC 9530: who has the bytes can check them without asking.
      res.set('Repr-Digest', `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`);
      await sendText(req, res, content, { type: 'application/json' });
    },
  });
  resource(router, '/api/parcels/*identifier/records', {
    POST: async (req, res) => {
      acceptsJson(req);
      const { datetime: day = dayInKrakow() } = parseQuery(DocumentParameters, req);
      const record = await keep(db, await make(identifierOf(req), day));
      res.status(201);
      await sendJson(req, res, presentRecord(record, publicUrl));
    },
  });
  resource(router, '/api/parcels/*identifier/extract.pdf', {
    GET: async (req, res) => {
      formatOf(req, { pdf: 'application/pdf' });
      const { datetime: day = dayInKrakow(), lang: language, scale = null } = parseQuery(PaperParameters, req);
      const identifier = identifierOf(req);
      const document = await make(identifier, day);
      const record = await keep(db, document);
      const pdf = await press.print(await paperOf(db, document, record, `${publicUrl}/verify/${record.hash}`, scale, language));
      res.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="msip-${identifier.replace('/', '-')}-${day}.pdf"`, 'Cache-Control': 'no-cache' }).end(pdf);
    },
  });
  resource(router, '/api/verify/:hash', {
    GET: async (req, res) => {
      acceptsJson(req);
      parseQuery(z.strictObject({}), req);
      await sendJson(req, res, await verify(db, hashOf(req), make, publicUrl));
    },
  });
  resource(router, '/verify/:hash', {
    GET: async (req, res) => {
      formatOf(req, { html: 'text/html' });
      const { lang: language } = parseQuery(z.strictObject({ lang }), req);
      const verification = await verify(db, hashOf(req), make, publicUrl);
      res.status(verification.state === 'unknown' ? 404 : 200);
      await sendText(req, res, verifyPage(verification, hashOf(req), language), { type: 'text/html' });
    },
  });
  return router;
}
