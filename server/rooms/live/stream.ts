/** One listener's connection: server-sent events written to it, and cut when it does not read. */
import type { Request, Response } from 'express';
import type { AnnotationEvent } from '../../../domain/contract/office/annotation.ts';
import { note } from '../../http/observe.ts';

/** What may wait unread; a whole catching up has room. It comes back and catches up, or is told to read all again. */
const UNREAD_BYTES = 1024 * 1024;
/** When to come back; not all at once after a restart. */
const RETRY_MS = 500;

export class Stream {
  readonly account: number;
  readonly #req: Request;
  readonly #res: Response;
  #sent = 0;
  /** The last entry that was looked at for this listener, sent or not. */
  position = 0;

  constructor(req: Request, res: Response, account: number) {
    this.#req = req;
    this.#res = res;
    this.account = account;
  }

  get request(): Request { return this.#req; }
  get over(): boolean { return this.#res.writableEnded || this.#res.destroyed; }

  begin(): void {
    this.#req.socket.setTimeout(0).setNoDelay(true).setKeepAlive(true, 30_000);
    // Proxies keep such answers back to compress or to gather them.
    this.#res.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
    this.#write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_MS)}\n\n`);
  }

  onClose(closed: () => void): void { this.#res.once('close', closed); }

  annotation(seq: number, event: AnnotationEvent): void {
    this.#sent += 1;
    this.#write(`id: ${seq}\nevent: annotation\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** `hello`: caught up. `reset`: too far behind, read all again. */
  say(name: 'hello' | 'reset'): void { this.#write(`id: ${this.position}\nevent: ${name}\ndata: {}\n\n`); }

  /** Keeps the connection and tells how far it is, so that somebody who heard nothing for long need not read all again. */
  beat(): void { this.#write(`: \nid: ${this.position}\n\n`); }

  end(): void { if (!this.over) this.#res.end(); }

  #write(text: string): void {
    if (this.over) return;
    this.#res.write(text);
    note(this.#req, { events: this.#sent });
    if (this.#res.writableLength > UNREAD_BYTES) this.#res.destroy();
  }
}
