/** /api/annotations: what the office notes at places – list, map, one of them, made, changed and deleted. For our own pages. */
import { Router } from 'express';
import { AnnotationContent, AnnotationMapQuery, AnnotationQuery, NewAnnotation } from '../../../domain/contract/office/annotation.ts';
import type { Database } from '../../db/database.ts';
import { acceptsJson, formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { plannerOf, viewerOf } from '../../http/viewer.ts';
import { actionRoutes } from './actions.routes.ts';
import { findAnnotation, listAnnotations, mapOfAnnotations } from './read.repository.ts';
import { annotationBody, asRead, idOf, NoParameters, onlyIds, plannersOnly, PRIVATE, sendOne, wantedBy } from './requests.ts';
import { createAnnotation, deleteAnnotation, editAnnotation } from './write.ts';

/** Mounted behind `ownPagesOnly`. */
export function annotationRoutes({ database: { db }, publicUrl }: { readonly database: Database; readonly publicUrl: string }): Router {
  const router = onlyIds(Router());

  /**
   * @example GET /api/annotations?bbox=19.93,50.05,19.95,50.07&assigned=true&due=week&sort=due
   * @example POST /api/annotations {"id": "0b8c6a4e-…", "title": "Wysokość w 1MN", "text": "", "category": "question", "tags": [], "priority": "normal", "dueOn": null, "assignee": null, "visibility": "office", "geometry": null, "subjects": [{"kind": "zone", "key": "bronowice:1MN"}]}
   */
  resource(router, '/api/annotations', {
    GET: async (req, res) => {
      acceptsJson(req);
      await sendJson(req, res, await listAnnotations(db, viewerOf(req), parseQuery(AnnotationQuery, req)), PRIVATE);
    },
    POST: [plannersOnly, ...annotationBody, async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      const wanted = parseBody(NewAnnotation, req.body);
      const { annotation, created } = await createAnnotation(db, plannerOf(req), { ...wanted, id: wanted.id.toLowerCase() });
      if (created) res.status(201).set('Location', `${publicUrl}/api/annotations/${annotation.id}`);
      await sendOne(req, res, annotation);
    }],
  });
  /** @example GET /api/annotations/map?bbox=19.93,50.05,19.95,50.07&status=open,in-review&full=true */
  resource(router, '/api/annotations/map', {
    GET: async (req, res) => {
      formatOf(req, { geojson: 'application/geo+json' });
      const { full, ...filters } = parseQuery(AnnotationMapQuery, req);
      await sendText(req, res, await mapOfAnnotations(db, viewerOf(req), filters, full), { type: 'application/geo+json', ...PRIVATE });
    },
  });
  // "bulk" is an address, not an id.
  router.use(actionRoutes(db));
  resource(router, '/api/annotations/:id', {
    GET: async (req, res) => {
      acceptsJson(req);
      parseQuery(NoParameters, req);
      await sendOne(req, res, await findAnnotation(db, idOf(req), viewerOf(req)));
    },
    PUT: [asRead, ...annotationBody, async (req, res) => { await sendOne(req, res, await editAnnotation(db, wantedBy(req), parseBody(AnnotationContent, req.body))); }],
    DELETE: async (req, res) => { await sendOne(req, res, await deleteAnnotation(db, wantedBy(req))); },
  });
  return router;
}
