/** Drafts of a procedure: made, imported, read, edited zone by zone, put away. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { type Draft, type DraftImport, NewDraft, ZoneEdit } from '../../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { faultsOfZone } from '../../../domain/office/procedure-rules.ts';
import type { Db } from '../../db/database.ts';
import { geometryGate } from '../../http/geometry-gate.ts';
import { showVersion, versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { plannerOf, planningAccountOf } from '../../http/viewer.ts';
import { keyOf, numberOf } from './draft-address.ts';
import { deleteDraft, editZones, findDraft, importDraft, makeDraft, zonesOf } from './drafts.repository.ts';
import { readZones } from './import-draft.ts';
import { FILE_BYTES, PLANNER_VERTICES, ZONES_BYTES } from './limits.ts';
import { presentDraft } from './procedures.present.ts';
import { findProcedure } from './procedures.repository.ts';

const NONE = z.strictObject({});
const ImportQuery = z.strictObject({ name: z.string().min(1).max(200), note: z.string().trim().max(500).default(''), layer: z.string().max(200).optional() });
const OWN = { cacheControl: 'no-store' } as const;

const plannersOnly: RequestHandler = (req, _res, next) => { plannerOf(req); next(); };
/** The file as it is, whatever its type is called. */
const readFile: RequestHandler = (req, res, next) => express.raw({ limit: FILE_BYTES, type: () => true, inflate: false })(req, res, (error?: { status?: number }) => {
  if (error?.status === 413) next(new Problem('too-large', `A file may have ${FILE_BYTES / 1024 / 1024} MB.`));
  else if (error?.status === 415) next(new Problem('unsupported-media-type', 'Send the file as it is, without Content-Encoding.'));
  else next(error?.status === 400 ? new Problem('invalid-body', 'The body did not arrive as announced.') : error);
});

/**
 * @example POST /api/procedures/czyzyny-zachod/drafts {"from": "law", "note": "stan prawny jako podkład"}
 * @example POST /api/procedures/czyzyny-zachod/drafts/import?name=tereny.gpkg&note=z%20pracowni
 * @example POST /api/procedures/czyzyny-zachod/drafts/2/zones {"write": [{"id": 4, "symbol": "MN.4", …}], "remove": [7]} If-Match: "5"
 */
export function draftRoutes({ db }: { readonly db: Db }): Router {
  const router = Router();

  async function send(req: Request, res: Response, key: string, number: number): Promise<void> {
    const draft: Draft = { ...presentDraft(await findDraft(db, key, number)), zones: await zonesOf(db, key, number) };
    showVersion(res, draft.version);
    await sendJson(req, res, draft, OWN);
  }
  const created = (res: Response, key: string, number: number): void => { res.status(201).set('Location', `/api/procedures/${encodeURIComponent(key)}/drafts/${number}`); };

  resource(router, '/api/procedures/:key/drafts', {
    POST: [plannersOnly, ...readJson(), async (req, res) => {
      parseQuery(NONE, req);
      const number = await makeDraft(db, keyOf(req), parseBody(NewDraft, req.body), dayInKrakow(), plannerOf(req));
      created(res, keyOf(req), number);
      await send(req, res, keyOf(req), number);
    }],
  });

  resource(router, '/api/procedures/:key/drafts/import', {
    POST: [plannersOnly, readFile, async (req, res) => {
      const account = plannerOf(req);
      const { name, note, layer } = parseQuery(ImportQuery, req);
      const found = await findProcedure(db, keyOf(req), account);
      if (!found.inArea) throw new Problem('forbidden', 'The boundary lies outside the areas in which you may write.');
      if (!Buffer.isBuffer(req.body) || req.body.length === 0) throw new Problem('invalid-body', 'The file is the body of the request; there is none.');
      const { zones, ...report } = await readZones(name, req.body, layer);
      const number = await importDraft(db, found.key, note, zones, account);
      created(res, found.key, number);
      const answer: DraftImport = { draft: presentDraft(await findDraft(db, found.key, number)), ...report };
      await sendJson(req, res, answer, OWN);
    }],
  });

  resource(router, '/api/procedures/:key/drafts/:number', {
    GET: async (req, res) => {
      planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NONE, req);
      await send(req, res, keyOf(req), numberOf(req));
    },
    DELETE: async (req, res) => {
      const account = plannerOf(req);
      parseQuery(NONE, req);
      await deleteDraft(db, keyOf(req), numberOf(req), versionOf(req), account);
      res.status(204).end();
    },
  });

  resource(router, '/api/procedures/:key/drafts/:number/zones', {
    POST: [plannersOnly, ...readJson(ZONES_BYTES), async (req, res) => {
      const account = plannerOf(req);
      parseQuery(NONE, req);
      const version = versionOf(req);
      const edit = parseBody(ZoneEdit, req.body);
      for (const [index, zone] of edit.write.entries()) {
        const [fault] = faultsOfZone(zone);
        if (fault) throw new Problem('unprocessable', `${zone.symbol}: ${fault.join(' ')}.`, [{ path: `write.${index}.${fault[0]}`, message: fault[1] }]);
        await geometryGate(db, zone.geometry, `write.${index}.geometry`, PLANNER_VERTICES);
      }
      await editZones(db, keyOf(req), numberOf(req), version, edit, account);
      await send(req, res, keyOf(req), numberOf(req));
    }],
  });
  return router;
}
