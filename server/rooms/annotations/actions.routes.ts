/** What is done with annotations besides writing their content: steps of the status, earlier versions, the thread, many at once. */
import { Router } from 'express';
import { z } from 'zod';
import { BulkChange, NewComment, Restoration, ReviewDecision, StatusChange } from '../../../domain/contract/office/annotation.ts';
import type { Db } from '../../db/database.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { plannerOf, planningAccountOf } from '../../http/viewer.ts';
import { findStanding } from '../../registers/annotation.ts';
import { changeMany } from './bulk.ts';
import { addComment, withdrawComment } from './comments.ts';
import { historyOf } from './read.repository.ts';
import { annotationBody, asRead, idOf, NoParameters, onlyIds, plannersOnly, PRIVATE, sendOne, wantedBy } from './requests.ts';
import { decideReview } from './reviews.ts';
import { changeStatus, restoreAnnotation } from './write.ts';

/**
 * @example POST /api/annotations/0b8c6a4e-5d0f-4c39-9a61-4b7c1a2d3e4f/status {"to": "in-review"}
 * @example POST /api/annotations/0b8c6a4e-5d0f-4c39-9a61-4b7c1a2d3e4f/comments {"id": "7d1f…", "text": "@jan.nowak proszę o sprawdzenie"}
 */
export function actionRoutes(db: Db): Router {
  const router = onlyIds(Router());
  const one = '/api/annotations/:id';
  resource(router, '/api/annotations/bulk', {
    POST: [plannersOnly, ...annotationBody, async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      await sendJson(req, res, await changeMany(db, plannerOf(req), parseBody(BulkChange, req.body)), PRIVATE);
    }],
  });
  resource(router, `${one}/status`, { POST: [asRead, ...annotationBody, async (req, res) => { await sendOne(req, res, await changeStatus(db, wantedBy(req), parseBody(StatusChange, req.body))); }] });
  resource(router, `${one}/restore`, { POST: [asRead, ...annotationBody, async (req, res) => { await sendOne(req, res, await restoreAnnotation(db, wantedBy(req), parseBody(Restoration, req.body).version)); }] });
  resource(router, `${one}/reviews`, { POST: [asRead, ...annotationBody, async (req, res) => { await sendOne(req, res, await decideReview(db, wantedBy(req), parseBody(ReviewDecision, req.body))); }] });
  resource(router, `${one}/versions`, {
    GET: async (req, res) => {
      const account = planningAccountOf(req);
      acceptsJson(req);
      parseQuery(NoParameters, req);
      await findStanding(db, idOf(req), account);
      await sendJson(req, res, await historyOf(db, idOf(req), account.id), PRIVATE);
    },
  });
  resource(router, `${one}/comments`, {
    POST: [plannersOnly, ...annotationBody, async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const wanted = parseBody(NewComment, req.body);
      const { comment, created } = await addComment(db, idOf(req), plannerOf(req), { ...wanted, id: wanted.id.toLowerCase() });
      await sendJson(req, created ? res.status(201) : res, comment, PRIVATE);
    }],
  });
  resource(router, `${one}/comments/:comment`, {
    DELETE: async (req, res) => {
      const by = plannerOf(req);
      parseQuery(NoParameters, req);
      const comment = z.uuid().safeParse(req.params['comment']);
      if (!comment.success) throw new Problem('not-found', 'There is no such comment.');
      await sendJson(req, res, await withdrawComment(db, idOf(req), by, comment.data), PRIVATE);
    },
  });
  return router;
}
