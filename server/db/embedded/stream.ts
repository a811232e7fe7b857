/** The "socket" that pg-promise is given: speaks the PostgreSQL wire protocol to the embedded database's thread. */
import { Duplex } from 'node:stream';
import { ENDS_BATCH, TERMINATE } from './protocol.ts';

/** What a stream needs of the host that owns the thread. */
export interface Backend {
  attach(session: EmbeddedStream): number;
  send(session: number, bytes: Uint8Array): void;
  detach(session: number): void;
}

export class EmbeddedStream extends Duplex {
  readonly #backend: Backend;
  #session: number | undefined;
  #unread: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  /** The start-up message alone has no type byte. */
  #started = false;

  constructor(backend: Backend) {
    super();
    this.#backend = backend;
  }

  /** Called by pg in place of a socket's connect. */
  connect(): this {
    this.#session = this.#backend.attach(this);
    setImmediate(() => this.emit('connect'));
    return this;
  }

  /** What the database answered. */
  answer(bytes: Uint8Array): void {
    this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  override _read(): void { /* answers are pushed as they come */ }

  // A batch (up to Query or Sync) goes in one piece: PGlite mixes up answers when Parse, Bind and Sync of a failing query come one by one.
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#unread = this.#unread.length > 0 ? Buffer.concat([this.#unread, chunk]) : chunk;
    for (let message = this.#nextMessage(); message; message = this.#nextMessage()) {
      const type = this.#started ? message[0] ?? 0 : undefined;
      if (type === TERMINATE) { this.#end(); this.push(null); continue; }
      this.#batch.push(message);
      if (type === undefined || ENDS_BATCH.has(type)) this.#send();
      this.#started = true;
    }
    done();
  }

  #nextMessage(): Buffer | undefined {
    const header = this.#started ? 5 : 4;
    if (this.#unread.length < header) return undefined;
    const length = header - 4 + this.#unread.readInt32BE(header - 4);
    if (this.#unread.length < length) return undefined;
    const message = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return message;
  }

  #send(): void {
    const bytes = new Uint8Array(Buffer.concat(this.#batch));
    this.#batch = [];
    if (this.#session !== undefined) this.#backend.send(this.#session, bytes);
  }

  #end(): void {
    if (this.#session !== undefined) this.#backend.detach(this.#session);
    this.#session = undefined;
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#end();
    done(error);
  }

  // pg treats what it is given as a socket.
  setNoDelay(): this { return this; }
  setKeepAlive(): this { return this; }
  ref(): this { return this; }
  unref(): this { return this; }
}
