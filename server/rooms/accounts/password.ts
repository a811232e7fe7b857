/** Passwords: argon2id on threads of its own, a few at a time; no trivial ones. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../http/problem.ts';

/** The names of the algorithms exist for the compiler only. */
const ARGON2ID = 2;
/** OWASP's first choice: 19 MiB, two passes, one lane; about 30 ms of a core. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Node has four threads for such work, and files and names need some of them. */
const AT_ONCE = 2;
/** Those who wait for longer than a few seconds are sent away instead. */
const WAITING = 60;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when its turn comes; throws `unavailable` when too many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Problem('unavailable', 'Too many people are signing in at the moment.', undefined, { 'Retry-After': '5' });
    await new Promise<void>((resolve) => { waiting.push(resolve); });
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody new slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same letters typed on another keyboard are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

/** The PHC string that is stored. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), PARAMETERS));

let nobodys: Promise<string> | undefined;

/** Whether the password is right. Without a stored hash it is not, which takes as long to find out. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? await (nobodys ??= hashPassword(randomBytes(24).toString('base64')).catch((error: unknown) => {
    // A crowd sends this one away, not everybody after it.
    nobodys = undefined;
    throw error;
  }));
  const right = await inTurn(() => verify(against, normal(password)));
  return right && typeof stored === 'string';
}

const ROWS = ['0123456789012345', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż'];
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l');

/** What is wrong with a new password, undefined when it will do. */
function weakness(password: string, login: string): string | undefined {
  const folded = fold(normal(password));
  if ([...normal(password)].length < 12) return 'must have at least 12 characters';
  if (folded.includes(fold(login))) return 'must not contain the login';
  if (new Set(folded).size < 5) return 'repeats too few characters';
  if (/^(.{1,6})\1+.{0,5}$/u.test(folded)) return 'repeats itself';
  if (ROWS.some((row) => [row, [...row].reverse().join('')].some((run) => `${run}${run}`.includes(folded)))) return 'is a row of keys';
  if (/^(?:haslo|password|krakow|msip|admin(?:istrator)?|planista|qwerty)[\d\W_]*$/.test(folded)) return 'is a word that everybody tries first';
  return undefined;
}

/** Throws `unprocessable` that says why a new password will not do. */
export function checkNewPassword(password: string, login: string): void {
  const fault = weakness(password, login);
  if (fault !== undefined) throw new Problem('unprocessable', `The password ${fault}.`, [{ path: 'password', message: fault }]);
}
