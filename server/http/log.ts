/** The log: pino JSON lines without anything personal. */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** What the database and the system say of a fault besides its message; not `detail`, `where` and `query`, which quote rows and statements. */
const SAID_OF_FAULTS = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'file', 'syscall'];

function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const all = error as Error & Readonly<Record<string, unknown>>;
  const said = SAID_OF_FAULTS.flatMap((name) => (all[name] === undefined ? [] : [[name, String(all[name])]]));
  return { type: error.constructor.name, message: error.message, stack: error.stack, ...Object.fromEntries(said), ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }) };
}

/** Cookies and credentials are struck out wherever a logged object carries them, and of faults stays what quotes nobody. */
export function createLog(level: string, to?: DestinationStream): Log {
  return pino({
    level, serializers: { err: faultOf },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'headers.cookie', 'headers.authorization', 'password', '*.password'], censor: '[struck out]' },
  }, ...(to ? [to] : []) as [DestinationStream]);
}

/** The network of an address, not the address: IPv4 /24, IPv6 /48. */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown';
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (ipv4) return `${ipv4[1]}.0/24`;
  return `${address.split('::', 1)[0]!.split(':').slice(0, 3).join(':')}::/48`;
}
