/** Accounts for administrators, and the list of colleagues for everybody who is signed in. */
import { type Request, Router } from 'express';
import { z } from 'zod';
import { AccountChange, NewAccount } from '../../../domain/contract/office/session.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import { accountOf, administratorOf } from '../../http/viewer.ts';
import { addAccount, changeAccount, inviteAgain, type Office } from './people.ts';
import { accountRecords, colleagues } from './people.repository.ts';
import { asked, NOT_KEPT, type Room, smallJson } from './room.ts';

const AccountId = z.coerce.number().int().positive().max(2_147_483_647);
/** 200 areas with their keys. */
const BODY_BYTES = 64 * 1024;

/**
 * @example GET /api/accounts
 * @example POST /api/accounts {"login": "anna", "name": "Anna Nowak", "role": "planner", "wholeCity": false, "areas": [{"kind": "district", "key": "7"}]}
 * @example PATCH /api/accounts/3 {"disabled": true}
 * @example POST /api/accounts/3/invitation
 * @example GET /api/colleagues
 */
export function peopleRoutes({ db, now, config: { publicUrl } }: Room): Router {
  const officeOf = (req: Request): Office => ({ db, now, publicUrl, actor: administratorOf(req).id });
  const idOf = (req: Request): number => {
    const parsed = AccountId.safeParse(req.params['id']);
    if (!parsed.success) throw new Problem('not-found', 'There is no such account.');
    return parsed.data;
  };
  const router = Router();
  router.use('/api/accounts', (req, _res, next) => {
    administratorOf(req);
    next();
  });
  resource(router, '/api/accounts', {
    GET: [asked, async (req, res) => { await sendJson(req, res, { accounts: await accountRecords(db) }, NOT_KEPT); }],
    POST: [asked, ...smallJson(BODY_BYTES), async (req, res) => {
      const made = await addAccount(officeOf(req), parseBody(NewAccount, req.body));
      res.status(201);
      await sendJson(req, res, made, NOT_KEPT);
    }],
  });
  resource(router, '/api/accounts/:id', {
    PATCH: [asked, ...smallJson(BODY_BYTES), async (req, res) => {
      await sendJson(req, res, await changeAccount(officeOf(req), idOf(req), parseBody(AccountChange, req.body)), NOT_KEPT);
    }],
  });
  resource(router, '/api/accounts/:id/invitation', {
    POST: [asked, async (req, res) => { await sendJson(req, res, await inviteAgain(officeOf(req), idOf(req)), NOT_KEPT); }],
  });
  resource(router, '/api/colleagues', {
    GET: [asked, async (req, res) => {
      accountOf(req);
      await sendJson(req, res, { colleagues: await colleagues(db) }, NOT_KEPT);
    }],
  });
  return router;
}
