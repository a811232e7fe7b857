/** /api/annotations/{id}/attachments: pictures and PDF documents beside an annotation, for people of the office. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Account } from '../../../domain/office/roles.ts';
import type { Database } from '../../db/database.ts';
import { fileBytes, readFile, sendFile } from '../../files/exchange.ts';
import { cleanName } from '../../files/file-name.ts';
import { inspect } from '../../files/inspect.ts';
import { showVersion } from '../../http/if-match.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { ownPagesOnly, plannerOf, viewerOf } from '../../http/viewer.ts';
import { noAnnotation } from '../../registers/annotation.ts';
import { attach, checkMayAttach, detach, fileOf } from './attachments.repository.ts';

const NoParameters = z.strictObject({});
const NewAttachment = z.strictObject({ id: z.uuid().toLowerCase(), name: z.string().trim().min(1).max(400) });

/** Residents see no attachments, not even that there are any. */
function whereOf(req: Request): { readonly annotation: string; readonly id: string; readonly by: Account } {
  const by = viewerOf(req);
  if (by.kind === 'resident') throw noAnnotation();
  const id = String(req.params['attachment'] ?? '');
  if (req.params['attachment'] !== undefined && !z.uuid().safeParse(id).success) throw new Problem('not-found', 'There is no such attachment.');
  return { annotation: String(req.params['id']).toLowerCase(), id: id.toLowerCase(), by };
}
const writingTo = (req: Request): ReturnType<typeof whereOf> => ({ ...whereOf(req), by: plannerOf(req) });

/**
 * The body is the file; its kind is decided by its content. The ETag is the new version of the annotation.
 * @example POST /api/annotations/0b8c6a4e-…/attachments?id=7d44…&name=wizja%20lokalna.jpg
 * @example GET /api/annotations/0b8c6a4e-…/attachments/7d44…
 */
export function attachmentRoutes({ database: { db } }: { readonly database: Database }): Router {
  const router = Router();
  resource(router, '/api/annotations/:id/attachments', {
    POST: [ownPagesOnly, async (req, _res, next) => {
      const { annotation, by } = writingTo(req);
      acceptsJson(req);
      parseQuery(NewAttachment, req);
      await checkMayAttach(db, annotation, by);
      next();
    }, readFile, async (req, res) => {
      const { id, name } = parseQuery(NewAttachment, req);
      const inspected = inspect(fileBytes(req));
      const { attachment, version, created } = await attach(db, { ...writingTo(req), id }, cleanName(name, inspected.mediaType), inspected);
      showVersion(res.status(created ? 201 : 200), version);
      await sendJson(req, res, attachment, { cacheControl: 'no-store' });
    }],
  });
  resource(router, '/api/annotations/:id/attachments/:attachment', {
    GET: [ownPagesOnly, async (req, res) => {
      parseQuery(NoParameters, req);
      sendFile(req, res, await fileOf(db, whereOf(req)));
    }],
    DELETE: [ownPagesOnly, async (req, res) => {
      parseQuery(NoParameters, req);
      showVersion(res, await detach(db, writingTo(req)));
      res.status(204).end();
    }],
  });
  return router;
}
