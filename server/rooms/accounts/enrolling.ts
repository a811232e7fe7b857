/** Setting up an authenticator, the first or another one: the secret that a session has under way, and the code that proves it was taken over. */
import type { Enrolment } from '../../../domain/contract/office/session.ts';
import { Problem } from '../../http/problem.ts';
import { keepEnrolling } from './credentials.repository.ts';
import { placeOfSecret, type Room } from './room.ts';
import { newSecret, stepOf, uriOf } from './second-factor.ts';
import type { LivingSession } from './sessions.repository.ts';

/** The same secret as long as the session sets it up: a page that is loaded anew does not void what was scanned. Throws 401 when the session has ended. */
export async function enrolmentOf({ db, box }: Room, session: LivingSession): Promise<Enrolment> {
  const place = placeOfSecret(session.accountId);
  const sealed = await keepEnrolling(db, session, box.seal(newSecret(), place));
  if (sealed === null) throw new Problem('unauthorized', 'This sign-in has ended. Begin again.');
  const secret = box.open(sealed, place);
  return { secret, uri: uriOf(secret, session.login) };
}

/** The secret under way, sealed, and the step of the code that proves it; throws 422, and 429 after too many. */
export function provenBy({ attempts, box, now }: Room, { accountId, enrollingSealed }: LivingSession, code: string): { readonly sealed: Buffer; readonly step: number } {
  if (enrollingSealed === null) throw new Problem('unprocessable', 'Ask for a secret first.');
  const place = placeOfSecret(accountId);
  const secret = box.open(enrollingSealed, place);
  attempts.code.take(place);
  const step = stepOf(secret, code, now());
  if (step === null) throw new Problem('unprocessable', 'The code is wrong. Check that the clock of the device is right.', [{ path: 'code', message: 'is wrong' }]);
  attempts.code.forget(place);
  return { sealed: enrollingSealed, step };
}
