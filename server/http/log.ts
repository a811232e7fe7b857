/** The log: pino JSON lines without anything personal. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Cookies and credentials are struck out wherever a logged object carries them. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'headers.cookie', 'headers.authorization', 'password', '*.password'], censor: '[struck out]' },
  });
}

/** The network of an address, not the address: IPv4 /24, IPv6 /48. */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown';
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (ipv4) return `${ipv4[1]}.0/24`;
  return `${address.split('::', 1)[0]!.split(':').slice(0, 3).join(':')}::/48`;
}
