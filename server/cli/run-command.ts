/** What every command shares: settings read, database opened and brought up to date, faults told in one sentence, exit code. */
import { type Config, ConfigError, readConfig } from '../config.ts';
import { type Database, DatabaseUnusable, type Progress } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';

export interface CommandContext {
  readonly config: Config;
  /** Open and of today's schema. */
  readonly database: Database;
  /** Writes a line to stderr. */
  readonly progress: Progress;
}

const ADDRESS_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program: stop it, or set PORT to another number',
  EACCES: 'may not be used: set PORT to a number above 1023',
  EADDRNOTAVAIL: 'does not exist on this machine: set HOST to one of its addresses',
};

/** Runs `work` on the database of the environment; a fault that a person can mend is one sentence on stderr and exit code 1. */
export function runCommand(work: (context: CommandContext) => Promise<void>): Promise<void> {
  return tellFaults(async (progress) => {
    const config = readConfig(process.env);
    await withDatabase(config, progress, (database) => work({ config, database, progress }));
  });
}

/** Gives `work` a database of today's schema and closes it afterwards. */
export async function withDatabase(config: Config, progress: Progress, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(config, progress);
  try {
    await migrate(database, progress);
    await work(database);
  } finally {
    await database.close();
  }
}

/** Runs `work`; what a person can mend (settings, address, database) is one sentence on stderr and exit code 1. */
export async function tellFaults(work: (progress: Progress) => Promise<void>): Promise<void> {
  const progress: Progress = (line) => { process.stderr.write(`${line}\n`); };
  try {
    await work(progress);
  } catch (error) {
    const sentence = inOneSentence(error);
    if (sentence === undefined) throw error;
    progress(sentence);
    process.exitCode = 1;
  }
}

/** Undefined for a fault of the program itself: that keeps its stack. */
function inOneSentence(error: unknown): string | undefined {
  if (error instanceof DatabaseUnusable || error instanceof ConfigError) return error.message;
  const { code = '', syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const fault = syscall === 'listen' ? ADDRESS_FAULTS[code] : undefined;
  return fault && `The address ${address}:${port} ${fault}.`;
}
