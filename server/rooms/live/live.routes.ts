/** GET /api/annotations/events: what changes in the office, as server-sent events, within a second and without gaps. */
import { Router } from 'express';
import { z } from 'zod';
import { ownPagesOnly, planningAccountOf } from '../../http/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { parseQuery } from '../../http/validation.ts';
import { Hub, type HubOptions } from './hub.ts';
import { Stream } from './stream.ts';

const Seq = z.string().regex(/^\d{1,15}$/, 'must be the number of an event').transform(Number);
const EventsQuery = z.strictObject({ after: Seq.optional() });

export interface Live {
  readonly routes: Router;
  /** Ends every stream and takes no new one: those who listen come back to another server, or to this one when it runs again. */
  drain(): void;
  close(): Promise<void>;
}

/**
 * For accounts only (401). Catches up from the event that Last-Event-ID or `after` names; `hello` when that is done, `reset` when it is too long ago.
 * @example GET /api/annotations/events
 * @example GET /api/annotations/events?after=4711
 */
export function openLive(options: HubOptions): Live {
  const hub = new Hub(options);
  const routes = Router();
  resource(routes, '/api/annotations/events', {
    GET: [ownPagesOnly, async (req, res) => {
      const account = planningAccountOf(req);
      const { after } = parseQuery(EventsQuery, req);
      if (req.accepts('text/event-stream') === false) throw new Problem('not-acceptable', 'This can be served as text/event-stream.');
      if (req.method === 'HEAD') { res.type('text/event-stream').end(); return; }
      // What a browser sends of itself when it comes back is newer than its address.
      const header = req.headers['last-event-id'];
      const last = header === undefined || header === '' ? after : Seq.safeParse(header).data;
      if (header && last === undefined) throw new Problem('invalid-request', 'Last-Event-ID must be the number of an event.', [{ path: 'Last-Event-ID', message: 'must be a number' }]);
      await hub.join(new Stream(req, res, account.id), last);
    }],
  });
  return { routes, drain: () => { hub.drain(); }, close: () => hub.close() };
}
