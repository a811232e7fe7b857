/** Reading ends with the reader: queries that run for a request whose client has gone are cancelled. */
import type { RequestHandler } from 'express';
import { askFor } from '../db/visitor.ts';

/** For routes whose queries may take long; writes are never cut off. */
export const endWithVisitor: RequestHandler = (req, res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') { next(); return; }
  const gone = new AbortController();
  res.once('close', () => { if (!res.writableFinished) gone.abort(); });
  askFor(gone.signal, next);
};
