/** One's own second factor, renewed by somebody who is signed in: new recovery codes, another authenticator. */
import { type Request, type Response, Router } from 'express';
import { type RecoveryCodes, SecondFactor } from '../../../domain/contract/office/session.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseBody } from '../../http/validation.ts';
import { credentialsOf, endEnrolling, keepRecoveryCodes, replaceFactor } from './credentials.repository.ts';
import { enrolmentOf, provenBy } from './enrolling.ts';
import { asked, NOT_KEPT, type Room, smallJson } from './room.ts';
import { newRecoveryCodes, recoveryHashOf } from './second-factor.ts';
import { signedIn } from './session.present.ts';
import { endSessions, type LivingSession } from './sessions.repository.ts';
import { sessionIn, takeCode } from './sign-in.ts';
import { record } from './trail.ts';

const wrongCode = async (): Promise<Problem> => new Problem('unprocessable', 'The code is wrong, or was used before. Wait for the next one.', [{ path: 'code', message: 'is wrong' }]);
const noFactor = (): Problem => new Problem('forbidden', 'This account has no second factor here: the provider asks for it.');
const meanwhile = (): Problem => new Problem('conflict', 'The second factor has been changed meanwhile. Begin again.');

/**
 * @example POST /api/session/recovery-codes {"code": "123456"}
 * @example POST /api/session/authenticator {"code": "123456"}
 * @example POST /api/session/authenticator/confirmation {"code": "654321"}
 */
export function ownFactorRoutes(room: Room): Router {
  const { db, config } = room;
  const router = Router();

  /** Whose session it is, once a code of what is in force now was taken; a recovery code is one, for those whose phone is gone. */
  async function proven(req: Request): Promise<LivingSession> {
    const session = sessionIn(req, 'signed-in');
    const { code } = parseBody(SecondFactor, req.body);
    if (!(await credentialsOf(db, { id: session.accountId }))?.totpSealed) throw noFactor();
    await takeCode(room, req, session, code, wrongCode);
    return session;
  }
  const sendCodes = async (req: Request, res: Response, session: LivingSession, recoveryCodes: string[]): Promise<void> =>
    sendJson(req, res, { recoveryCodes, account: await signedIn(db, session.accountId, session, config.session) } satisfies RecoveryCodes, NOT_KEPT);

  resource(router, '/api/session/recovery-codes', {
    POST: [asked, ...smallJson(), async (req, res) => {
      const session = await proven(req);
      const { accountId } = session;
      const recoveryCodes = newRecoveryCodes();
      await inTransaction(db, async (t) => {
        await keepRecoveryCodes(t, accountId, recoveryCodes.map(recoveryHashOf));
        await record(t, { actor: accountId, deed: 'second-factor.codes-renewed', account: accountId });
      });
      await sendCodes(req, res, session, recoveryCodes);
    }],
  });

  resource(router, '/api/session/authenticator', {
    POST: [asked, ...smallJson(), async (req, res) => { await sendJson(req, res, await enrolmentOf(room, await proven(req)), NOT_KEPT); }],
  });

  resource(router, '/api/session/authenticator/confirmation', {
    POST: [asked, ...smallJson(), async (req, res) => {
      const session = sessionIn(req, 'signed-in');
      const { accountId, id } = session;
      const { sealed, step } = provenBy(room, session, parseBody(SecondFactor, req.body).code);
      const recoveryCodes = newRecoveryCodes();
      await inTransaction(db, async (t) => {
        if (!(await endEnrolling(t, id, sealed)) || !(await replaceFactor(t, { id: accountId, sealed, step, recoveryHashes: recoveryCodes.map(recoveryHashOf) }))) throw meanwhile();
        await endSessions(t, accountId, { except: id });
        await record(t, { actor: accountId, deed: 'second-factor.replaced', account: accountId });
      });
      await sendCodes(req, res, session, recoveryCodes);
    }],
  });
  return router;
}
