/** What every part of the accounts room works with. */
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Db } from '../../db/database.ts';
import { readJson } from '../../http/json-body.ts';
import { acceptsJson } from '../../http/negotiation.ts';
import { parseQuery } from '../../http/validation.ts';
import type { AllAttempts } from './attempts.ts';
import type { Cookie } from './cookies.ts';
import type { SecretBox } from './secret-box.ts';

export interface Room {
  readonly config: Config;
  readonly db: Db;
  readonly now: () => Date;
  readonly cookie: Cookie;
  readonly attempts: AllAttempts;
  readonly box: SecretBox;
}

/** Answers here are for whoever asked, at that moment. */
export const NOT_KEPT = { cacheControl: 'no-store' };

const Nothing = z.strictObject({});

/** No parameters, JSON as answer. */
export const asked: RequestHandler = (req, _res, next) => {
  acceptsJson(req);
  parseQuery(Nothing, req);
  next();
};

/** Bodies here are a few texts; 4 kB. An administrator's list of areas is longer. */
export const smallJson = (limitBytes = 4 * 1024): RequestHandler[] => readJson(limitBytes);

/** What the secret of an authenticator is sealed for. */
export const placeOfSecret = (accountId: number): string => `totp:${accountId}`;
