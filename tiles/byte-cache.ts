/** A map that forgets what was not used for longest when the bytes of its values exceed a limit. */

export interface Weighing {
  /** Bytes; may change, `reweigh` then has to be called. */
  readonly weight: number;
}

export class ByteCache<Value extends Weighing> {
  readonly #limit: number;
  // A Map iterates in the order of insertion: deleting and setting again makes a key the youngest.
  readonly #entries = new Map<string, { value: Value; weight: number }>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get bytes(): number { return this.#bytes; }
  get size(): number { return this.#entries.size; }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** A value heavier than the whole limit is not kept. */
  set(key: string, value: Value): void {
    this.delete(key);
    const { weight } = value;
    if (weight > this.#limit) return;
    this.#entries.set(key, { value, weight });
    this.#bytes += weight;
    this.#shrink();
  }

  /** Takes the value's present weight into account; a value that is no longer kept is ignored. */
  reweigh(key: string, value: Value): void {
    const entry = this.#entries.get(key);
    if (entry?.value !== value) return;
    this.#bytes += value.weight - entry.weight;
    entry.weight = value.weight;
    this.#shrink();
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.weight;
  }

  *entries(): IterableIterator<readonly [key: string, value: Value]> {
    for (const [key, { value }] of this.#entries) yield [key, value];
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #shrink(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) return;
      this.delete(key);
    }
  }
}
