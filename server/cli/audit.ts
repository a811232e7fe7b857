/** `npm run audit -- verify | show`: whether the audit trail is as it was written, and what it tells of one thing. */
import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import { entriesOf, type FaultKind, type Head, verifyTrail } from '../registers/audit-trail.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run audit -- verify [--head NUMBER:HASH]
  Walks the whole chain: numbers without gaps, each entry's hash and the one before it, and every version of an annotation against the entry that
  tells of it. Ends with the head, to be noted outside of this database; with --head also finds a tail that was cut off since. Exit code 1: tampered.

npm run audit -- show --subject KIND ID
  What happened to one thing: number, moment, who, what, details (e.g. --subject annotation 3b241101-e2bb-4255-8caf-4136c566a962).
`;

const MEANING: Readonly<Record<FaultKind, string>> = {
  missing: 'is missing', altered: 'was altered: it does not have its hash', unchained: 'does not follow the entry before it',
  'version missing': 'tells of a version of an annotation that is gone', 'version altered': 'and the version of an annotation that names it do not agree',
  'cut off': 'was noted as the head, but the trail ends before it', 'not as noted': 'has another hash than was noted',
};

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}

function headOf(text: string): Head {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new TypeError('--head must be NUMBER:HASH as verify prints it');
  return { seq: Number(seq), hash };
}

async function verify({ db }: Database, noted: Head | undefined): Promise<void> {
  const { entries, versions, head, fault } = await verifyTrail(db, noted ? { noted } : {});
  process.stdout.write(`${entries} entries and ${versions} versions of annotations looked at\n`);
  if (fault) {
    process.stdout.write(`TAMPERED: entry ${fault.seq} ${MEANING[fault.kind]}\n`);
    process.exitCode = 1;
  } else process.stdout.write(head ? `As written. Head, to be noted outside: ${head.seq}:${head.hash}\n` : 'The trail is empty\n');
}

async function show({ db }: Database, kind: string, subject: string): Promise<void> {
  for await (const { seq, at, by, action, detail } of entriesOf(db, kind, subject)) {
    process.stdout.write(`${[seq, at.toISOString(), by ?? '–', action, JSON.stringify(detail)].join('\t')}\n`);
  }
}

async function main(): Promise<void> {
  const { values, positionals: [command, subject, ...rest] } = parseArgs({
    allowPositionals: true, options: { head: { type: 'string' }, subject: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) { process.stdout.write(HELP); return; }
  const noted = values.head === undefined ? undefined : headOf(values.head);
  if (command === 'verify' && subject === undefined) await runCommand(({ database }) => verify(database, noted));
  else if (command === 'show' && values.subject !== undefined && subject !== undefined && rest.length === 0) await runCommand(({ database }) => show(database, values.subject!, subject));
  else fail(HELP);
}

await main().catch((error: unknown) => {
  if (!(error instanceof TypeError)) throw error;
  fail(`${error.message}\n\n${HELP}`);
});
