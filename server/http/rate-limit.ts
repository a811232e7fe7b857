/** Generous limits on what costs the database most, per network address. */
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Problem } from './problem.ts';

/** At most `perMinute` requests a minute from one address; then 429 with Retry-After. 0: no limit. */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => { next(); };
  const windowMs = 60_000;
  return rateLimit({
    windowMs, limit: perMinute, standardHeaders: 'draft-8', legacyHeaders: false, validate: { xForwardedForHeader: false },
    handler: (req, _res, next) => {
      const reset = (req as { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime() ?? Date.now() + windowMs;
      const seconds = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
      next(new Problem('too-many-requests', `At most ${perMinute} such requests a minute.`, undefined, { 'Retry-After': String(seconds) }));
    },
  });
}
