/** What the chief planner alone does: publishes a draft, and takes it away again. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { Publication, Withdrawal } from '../../../domain/contract/office/procedure.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Database } from '../../db/database.ts';
import { versionOf } from '../../http/if-match.ts';
import { readJson } from '../../http/json-body.ts';
import { resource } from '../../http/resource.ts';
import { parseBody, parseQuery } from '../../http/validation.ts';
import { chiefOf } from '../../http/viewer.ts';
import { publish, withdraw } from './publication.repository.ts';

const NONE = z.strictObject({});
const chiefOnly: RequestHandler = (req, _res, next) => { chiefOf(req); next(); };

/**
 * Both answer with the procedure as it is then; `send` sends it.
 * @example POST /api/procedures/czyzyny-zachod/publication {"draft": 2, "draftVersion": 6} If-Match: "3"
 * @example POST /api/procedures/czyzyny-zachod/withdrawal {"reason": "Rysunek bez terenów drogowych."} If-Match: "4"
 */
export function publicationRoutes({ database, send }: {
  readonly database: Database;
  readonly send: (req: Request, res: Response, key: string, account: Account) => Promise<void>;
}): Router {
  const router = Router();
  resource(router, '/api/procedures/:key/publication', {
    POST: [chiefOnly, ...readJson(), async (req, res) => {
      const [account, key] = [chiefOf(req), String(req.params['key'])];
      parseQuery(NONE, req);
      await publish(database, key, versionOf(req), parseBody(Publication, req.body), dayInKrakow(), account);
      await send(req, res, key, account);
    }],
  });
  resource(router, '/api/procedures/:key/withdrawal', {
    POST: [chiefOnly, ...readJson(), async (req, res) => {
      const [account, key] = [chiefOf(req), String(req.params['key'])];
      parseQuery(NONE, req);
      await withdraw(database, key, versionOf(req), parseBody(Withdrawal, req.body).reason, dayInKrakow(), account);
      await send(req, res, key, account);
    }],
  });
  return router;
}
