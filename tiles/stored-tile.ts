/** A finished tile and its bodies: made in the coding first asked for, kept as brotli 5 alone, unpacked again for the few who want another. */
import { createHash } from 'node:crypto';
import { compressBrotli, compressGzip, decompressBrotli, type Encoding } from './encoding.ts';

/** Below this many bytes compression gains nothing. */
const WORTH_COMPRESSING = 256;
/** What the bookkeeping of a tile weighs in memory, roughly. */
const OVERHEAD = 400;

export class StoredTile {
  /** Hash of the uncompressed content; the opaque part of every coding's ETag. */
  readonly hash: string;
  /** Bytes of the uncompressed content; 0: nothing is in the tile. */
  readonly size: number;
  /** Told after every change of `weight`. */
  onWeight: () => void = () => {};
  readonly #bodies = new Map<Encoding, Buffer>();
  readonly #making = new Map<Encoding, Promise<Buffer>>();
  #packed = false;

  constructor(mvt: Buffer) {
    this.hash = createHash('sha256').update(mvt).digest('base64url').slice(0, 22);
    this.size = mvt.length;
    this.#bodies.set('identity', mvt);
  }

  /** Memory it takes, in bytes. */
  get weight(): number {
    let weight = OVERHEAD;
    for (const body of this.#bodies.values()) weight += body.length;
    return weight;
  }

  /** The coding really used: small tiles go as they are. */
  encodingFor(wanted: Encoding): Encoding {
    return this.size < WORTH_COMPRESSING ? 'identity' : wanted;
  }

  /** The bytes in that coding; the same work is never done twice at a time. */
  async body(encoding: Encoding): Promise<Buffer> {
    const ready = this.#bodies.get(encoding);
    if (ready) return ready;
    let making = this.#making.get(encoding);
    if (!making) {
      making = this.#make(encoding).finally(() => this.#making.delete(encoding));
      this.#making.set(encoding, making);
    }
    return making;
  }

  /** Leaves only the smallest body, brotli 5, in memory. To be called once the first answer is out. */
  async pack(): Promise<void> {
    const plain = this.#bodies.get('identity');
    if (this.#packed || !plain || this.size < WORTH_COMPRESSING) return;
    this.#packed = true;
    const packed = await compressBrotli(plain, 5);
    this.#bodies.clear();
    this.#bodies.set('br', packed);
    this.onWeight();
  }

  async #make(encoding: Encoding): Promise<Buffer> {
    const plain = this.#bodies.get('identity') ?? await decompressBrotli(await this.body('br'));
    if (encoding === 'identity') return plain;
    const body = encoding === 'br' ? await compressBrotli(plain, 4) : await compressGzip(plain);
    // While it was made the tile may have been packed: brotli 5 is not thrown away for brotli 4.
    if (!this.#bodies.has(encoding)) this.#bodies.set(encoding, body);
    this.onWeight();
    return this.#bodies.get(encoding) ?? body;
  }
}
