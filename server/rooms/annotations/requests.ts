/** What requests that write annotations have in common: who writes, which one, which version they have read; and how one of them is sent. */
import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Annotation } from '../../../domain/contract/office/annotation.ts';
import type { Account } from '../../../domain/office/roles.ts';
import { showVersion, versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { plannerOf } from '../../http/viewer.ts';

/** 10,000 vertices take about 400 kB. */
const BODY_BYTES = 1024 * 1024;
export const annotationBody = readJson(BODY_BYTES);
export const NoParameters = z.strictObject({});
export const PRIVATE = { cacheControl: 'no-store' } as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Addresses below `/api/annotations/` that hold no id are other rooms', or nobody's. */
export function onlyIds(router: Router): Router {
  return router.param('id', (_req, _res, next, id: string) => { next(UUID.test(id) ? undefined : 'router'); });
}
export const idOf = (req: Request): string => String(req.params['id']).toLowerCase();

/** Who writes to which version: 401, 403, 406, 400, 404, 428. */
export function wantedBy(req: Request): { readonly id: string; readonly version: number; readonly by: Account } {
  const by = plannerOf(req);
  acceptsJson(req);
  parseQuery(NoParameters, req);
  return { id: idOf(req), version: versionOf(req), by };
}

/** Before a body is read. */
export const plannersOnly: RequestHandler = (req, _res, next) => { plannerOf(req); next(); };
export const asRead: RequestHandler = (req, _res, next) => { wantedBy(req); next(); };

export async function sendOne(req: Request, res: Response, annotation: Annotation): Promise<void> {
  showVersion(res, annotation.version);
  await sendJson(req, res, annotation, PRIVATE);
}
