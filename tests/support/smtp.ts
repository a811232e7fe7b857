/** A mail server for suites, on a port of its own: keeps what it is given, refuses what it is told to refuse. */
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Mail { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly headers: ReadonlyMap<string, string>; readonly text: string }

export interface MailServer {
  readonly url: string;
  readonly mails: Mail[];
  /** Asked for each letter once it has arrived: throws to refuse it, may wait. */
  whenGiven: (mail: Mail) => void | Promise<void>;
  close(): Promise<void>;
}

/** Header names in lower case, folded lines joined; the text decoded. */
function read(raw: string, { envelope }: SMTPServerSession): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map(head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodeWords(line.slice(line.indexOf(':') + 1).trim())]));
  const body = rest.join('\r\n\r\n');
  const coding = headers.get('content-transfer-encoding');
  const text = coding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : coding === 'quoted-printable' ? decodeQuoted(body) : body;
  return { from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), raw, headers, text: text.replaceAll('\r\n', '\n').trimEnd() };
}
const decodeQuoted = (text: string): string => Buffer.from(text.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
const decodeWords = (line: string): string => line.replaceAll(/\?= =\?/g, '?==?').replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, coding: string, text: string) =>
  coding.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeQuoted(text.replaceAll('_', ' ')));

/** `port`: one that is free when it is not given. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const mail = read(Buffer.concat(parts).toString('utf8'), session);
        void answer(mail, done);
      });
    },
  });
  async function answer(mail: Mail, done: (error?: Error) => void): Promise<void> {
    try {
      await made.whenGiven(mail);
    } catch (error) {
      done(error as Error);
      return;
    }
    mails.push(mail);
    done();
  }
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  const { port: open } = server.server.address() as { port: number };
  const made: MailServer = { url: `smtp://127.0.0.1:${open}`, mails, whenGiven: () => undefined, close: () => new Promise((resolve) => { server.close(resolve); }) };
  return made;
}

/** As a mail server refuses: 4xx for now, 5xx for ever. */
export const refusal = (responseCode: number): Error => Object.assign(new Error('refused'), { responseCode });
