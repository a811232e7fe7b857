/** Keeps the threads that write files: one for each file, ended with it or when it takes too long; few at once. */
import { Problem } from '../http/problem.ts';
import { startThread } from '../thread.ts';
import type { FileFormat, FileLayer, FromWriter, ToWriter } from './writer-protocol.ts';

/** Each takes 200 MB and more. */
const AT_ONCE = 2;
const LIMIT_MS = 60_000;

export interface WantedFile {
  readonly format: FileFormat;
  readonly srid: number;
  readonly layers: readonly FileLayer[];
  /** The features of the file in pieces: GeoJSON text with commas between them, by the name of their layer. */
  readonly pieces: AsyncIterable<{ readonly layer: string; readonly text: string }>;
}

let running = 0;

/** The bytes of the file. Throws `unavailable` when others are being written, `query-timeout` when it takes longer than `limitMs`. */
export async function writeFile({ format, srid, layers, pieces }: WantedFile, limitMs = LIMIT_MS): Promise<Buffer> {
  if (running >= AT_ONCE) throw new Problem('unavailable', 'Other files are being written. Try again in a moment.', undefined, { 'Retry-After': '5' });
  running += 1;
  const thread = startThread(new URL('./writer.worker.ts', import.meta.url));
  const tell = (message: ToWriter): void => { thread.postMessage(message); };
  let limit: NodeJS.Timeout | undefined;
  const written = new Promise<Buffer>((resolve, reject) => {
    limit = setTimeout(() => { reject(new Problem('query-timeout', 'The file took too long; ask for fewer objects.')); }, limitMs);
    thread.on('message', (message: FromWriter) => { if ('bytes' in message) resolve(Buffer.from(message.bytes.buffer)); else reject(new Error(message.fault)); });
    thread.once('error', reject);
    thread.once('exit', () => { reject(new Error('the thread that writes files ended')); });
  });
  // Told to whoever waits for it below, or nobody, when the pieces fail first.
  written.catch(() => {});
  const send = async (): Promise<Buffer> => {
    tell({ kind: 'begin', format, srid, layers });
    for await (const { layer, text } of pieces) tell({ kind: 'features', layer, text });
    tell({ kind: 'end' });
    return written;
  };
  try {
    return await Promise.race([written, send()]);
  } finally {
    clearTimeout(limit);
    running -= 1;
    await thread.terminate();
  }
}
