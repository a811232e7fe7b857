/** Adjoining parcels that together meet a need, told line by line while the server looks. */
import type { AssemblyLine } from '../../domain/contract/investment/assemblies.ts';
import { exchange, Failure, withQuery } from './http.ts';

/** What is asked; without a value there is no such limit, but for `maxParcels` and `limit`, which the server sets. */
export interface AssemblyQuestion {
  /** CQL2 text, on each parcel; conditions on area in its outermost AND are understood of the whole. */
  readonly filter?: string | undefined;
  /** Hectares of the whole. */
  readonly areaMin?: number | undefined;
  readonly areaMax?: number | undefined;
  /** 2–8 parcels, and kinds of holder. */
  readonly maxParcels?: number | undefined;
  readonly maxOwners?: number | undefined;
  /** 0–1, 4πA/P². */
  readonly minCompactness?: number | undefined;
  /** Some parcel of it lies beside a road. */
  readonly road?: boolean | undefined;
  readonly limit?: number | undefined;
}

interface Listening {
  /** Aborting ends the search on the server too. */
  readonly signal?: AbortSignal | undefined;
  readonly onLine: (line: AssemblyLine) => void;
}

const pathOf = ({ filter, areaMin, areaMax, maxParcels, maxOwners, minCompactness, road, limit }: AssemblyQuestion): string => withQuery('/api/investment/assemblies', {
  filter: filter === '' ? undefined : filter, area_min: areaMin, area_max: areaMax, max_parcels: maxParcels, max_owners: maxOwners, min_compactness: minCompactness, road: road === true ? 'true' : undefined, limit,
});

/** Resolves after the line `done`. Throws Failure when the answer is refused, breaks off or is not understood, and the reason of `signal` once that is aborted. */
export async function streamAssemblies(question: AssemblyQuestion, { signal, onLine }: Listening): Promise<void> {
  const response = await exchange(pathOf(question), { headers: { accept: 'application/x-ndjson' }, ...(signal ? { signal } : {}) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Failure('unavailable', 'The answer broke off.', { status: response.status });
      const lines = (rest + value).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const told = understood(line, response.status);
        onLine(told);
        if (told.line === 'done') return;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof TypeError ? new Failure('offline', String(error)) : error;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Trusted to follow the contract, whose server tests hold it to it. */
function understood(line: string, status: number): AssemblyLine {
  try {
    return JSON.parse(line) as AssemblyLine;
  } catch {
    throw new Failure('broken', 'A line of the answer is not understood.', { status });
  }
}
