/** `npm run user -- add | list | disable | enable | reset | role`: accounts of the office from the command line. */
import { parseArgs } from 'node:util';
import { NewAccount } from '../../domain/contract/office/session.ts';
import type { Area } from '../../domain/office/roles.ts';
import { Problem } from '../http/problem.ts';
import { problemOf } from '../http/problem-of.ts';
import { addAccount, changeAccount, inviteAgain, type Office } from '../rooms/accounts/people.ts';
import { accountRecords } from '../rooms/accounts/people.repository.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run user -- add --login anna --name "Anna Nowak" --role planner (--whole-city | --district 7 --plan plaszow-rybitwy …)
  Makes an account and prints a link that works once, for seven days: its owner sets a password and a second factor. No password is ever printed.
npm run user -- list
npm run user -- disable --login anna           Signed out everywhere, at once
npm run user -- enable --login anna
npm run user -- reset --login anna             A new link, signed out everywhere; the second factor stays
                       [--second-factor]       … unless it is lost
npm run user -- role --login anna [--role chief-planner] [--whole-city | --district 7 --plan plaszow-rybitwy …]

Roles: planner, chief-planner, investor-adviser, administrator. Districts by number (7 or VII), plans by their address on the map; both may be given several times.
The embedded database belongs to one process: stop the server first, or do this at its desk as administrator, or use PostgreSQL.
`;

const OPTIONS = {
  login: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, 'whole-city': { type: 'boolean' }, district: { type: 'string', multiple: true },
  plan: { type: 'string', multiple: true }, 'second-factor': { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
} as const;

const VERBS = ['add', 'list', 'disable', 'enable', 'reset', 'role'] as const;
type Verb = (typeof VERBS)[number];

/** Districts are kept under their Roman number; people also write 7. */
const romanOf = (key: string): string => (/^(?:[1-9]|1\d)$/.test(key) ? `${'X'.repeat(Math.floor(Number(key) / 10))}${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][Number(key) % 10]}` : key.toUpperCase());

class WrongArguments extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const verb = VERBS.find((one) => one === positionals[0]);
  if (!values.help && (verb === undefined || positionals.length > 1)) throw new WrongArguments(`Say what to do: ${VERBS.join(', ')}.`);
  if (verb !== 'list' && !values.help && values.login === undefined) throw new WrongArguments('Name the account with --login.');
  const areas: Area[] = [...(values.district ?? []).map((key) => ({ kind: 'district' as const, key: romanOf(key) })), ...(values.plan ?? []).map((key) => ({ kind: 'plan' as const, key }))];
  if (values['whole-city'] && areas.length > 0) throw new WrongArguments('--whole-city and areas exclude each other.');
  return { verb, values, areas, login: values.login?.toLowerCase() ?? '' };
}

type Arguments = ReturnType<typeof readArguments>;
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Of an account that is to be made; administrators need no area. */
function newAccountOf({ values: { name, role = 'planner', 'whole-city': wholeCity = false }, areas, login }: Arguments): NewAccount {
  if (!wholeCity && areas.length === 0 && role !== 'administrator' && role !== 'investor-adviser') throw new WrongArguments('Say where the account may write: --whole-city, --district or --plan.');
  const parsed = NewAccount.safeParse({ login, name, role, wholeCity, areas });
  if (!parsed.success) throw new WrongArguments(`--${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

async function idOf(office: Office, login: string): Promise<number> {
  const account = (await accountRecords(office.db)).find((one) => one.login === login);
  if (!account) throw new Problem('not-found', `There is no account ${login}.`);
  return account.id;
}

const sayLink = (login: string, { url, expiresAt }: { readonly url: string; readonly expiresAt: string }): void => {
  say(`Jednorazowy link dla ${login}, ważny do ${expiresAt.slice(0, 10)} | One-time link for ${login}, valid until ${expiresAt.slice(0, 10)}:\n${url}`);
};

async function list({ db }: Office): Promise<void> {
  for (const { login, name, role, wholeCity, areas, disabled, secondFactor, signsInBy, lastSignedInAt } of await accountRecords(db)) {
    const where = wholeCity ? 'whole city' : areas.map(({ kind, key }) => `${kind} ${key}`).join(', ') || 'nowhere';
    say([login, name, role, where, signsInBy, secondFactor ? 'second factor' : 'no second factor', lastSignedInAt ?? 'never signed in', ...(disabled ? ['DISABLED'] : [])].join(' · '));
  }
}

async function run(verb: Verb, given: Arguments, office: Office): Promise<void> {
  const { values, areas, login } = given;
  switch (verb) {
    case 'list': return list(office);
    case 'add': return sayLink(login, (await addAccount(office, newAccountOf(given))).invitation);
    case 'disable': case 'enable': {
      await changeAccount(office, await idOf(office, login), { disabled: verb === 'disable' });
      return say(`${login}: ${verb}d`);
    }
    case 'reset': {
      const id = await idOf(office, login);
      if (values['second-factor']) await changeAccount(office, id, { resetSecondFactor: true });
      return sayLink(login, await inviteAgain(office, id, { endingSessions: true }));
    }
    case 'role': {
      const role = values.role === undefined ? undefined : NewAccount.shape.role.safeParse(values.role);
      if (role?.success === false) throw new WrongArguments('--role must be planner, chief-planner, investor-adviser or administrator.');
      const where = values['whole-city'] ? { wholeCity: true } : areas.length > 0 ? { wholeCity: false, areas } : {};
      const account = await changeAccount(office, await idOf(office, login), { ...(role && { role: role.data }), ...where });
      return say(`${login}: ${account.role}, ${account.wholeCity ? 'whole city' : account.areas.map(({ name }) => name).join(', ') || 'nowhere'}`);
    }
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const given = readArguments();
  const { verb } = given;
  if (given.values.help || verb === undefined) { process.stdout.write(HELP); return; }
  if (verb === 'add') newAccountOf(given);
  await runCommand(async ({ config, database: { db } }) => {
    try {
      await run(verb, given, { db, publicUrl: config.publicUrl, now: () => new Date(), actor: null });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'internal') throw error;
      fail(problem.code === 'conflict' ? `There is an account ${given.login} already.` : problem.message);
    }
  });
}

await main().catch((error: unknown) => {
  const wrong = error instanceof WrongArguments || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  fail(wrong ? `${error.message}\n\n${HELP}` : (error as Error).stack ?? String(error));
});
