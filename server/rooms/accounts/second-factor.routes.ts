/** The second factor: giving a code, and setting an authenticator up. */
import { Router } from 'express';
import { type RecoveryCodes, SecondFactor, type Session } from '../../../domain/contract/office/session.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import { enrolFactor } from './credentials.repository.ts';
import { enrolmentOf, provenBy } from './enrolling.ts';
import { asked, NOT_KEPT, type Room, smallJson } from './room.ts';
import { newRecoveryCodes, recoveryHashOf } from './second-factor.ts';
import { freshlySignedIn } from './session.present.ts';
import { checkCode, rise, sessionIn } from './sign-in.ts';
import { record } from './trail.ts';

/**
 * @example POST /api/session/second-factor {"code": "123456"}
 * @example POST /api/session/enrolment
 * @example POST /api/session/enrolment/confirmation {"code": "123456"}
 */
export function secondFactorRoutes(room: Room): Router {
  const router = Router();
  resource(router, '/api/session/second-factor', {
    POST: [asked, ...smallJson(), async (req, res) => {
      const session = sessionIn(req, 'second-factor');
      const factor = await checkCode(room, req, res, session, parseBody(SecondFactor, req.body).code);
      await rise(room, req, res, session, factor);
      await sendJson(req, res, { state: 'signed-in', account: await freshlySignedIn(room, session.accountId) } satisfies Session, NOT_KEPT);
    }],
  });

  resource(router, '/api/session/enrolment', {
    POST: [asked, async (req, res) => {
      await sendJson(req, res, await enrolmentOf(room, sessionIn(req, 'enrolment')), NOT_KEPT);
    }],
  });

  resource(router, '/api/session/enrolment/confirmation', {
    POST: [asked, ...smallJson(), async (req, res) => {
      const session = sessionIn(req, 'enrolment');
      const { sealed, step } = provenBy(room, session, parseBody(SecondFactor, req.body).code);
      const recoveryCodes = newRecoveryCodes();
      await rise(room, req, res, session, 'enrolled', async (t) => {
        const enrolled = await enrolFactor(t, { id: session.accountId, sealed, step, recoveryHashes: recoveryCodes.map(recoveryHashOf) });
        if (!enrolled) throw new Problem('conflict', 'A second factor has been set up meanwhile. Sign in with it.');
        await record(t, { actor: session.accountId, deed: 'second-factor.enrolled', account: session.accountId });
      });
      await sendJson(req, res, { recoveryCodes, account: await freshlySignedIn(room, session.accountId) } satisfies RecoveryCodes, NOT_KEPT);
    }],
  });
  return router;
}
