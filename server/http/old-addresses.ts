/** Old addresses of pages lead on to those of today (domain/aliases.ts): printed links never break. */
import type { RequestHandler } from 'express';
import { presentAddress } from '../../domain/aliases.ts';

/** 301; the browser keeps the hash. Kept for a day only, so that a slip in the table does not last. */
export const oldAddresses = (): RequestHandler => (req, res, next) => {
  const [path = '/', ...query] = req.url.split('?');
  const present = req.method === 'GET' || req.method === 'HEAD' ? presentAddress(path, query.join('?')) : null;
  if (present === null) return next();
  res.status(301).location(present).set('Cache-Control', 'public, max-age=86400').end();
};
