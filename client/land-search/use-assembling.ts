/** A search for assemblies as it goes: begun, told line by line, stopped by the reader, by leaving, or at its end. */
import { useEffect, useRef, useState } from 'react';
import type { Assembly } from '../../domain/contract/investment/assemblies.ts';
import { type AssemblyQuestion, streamAssemblies } from '../api/assemblies.ts';

export interface Assembling {
  readonly state: 'idle' | 'looking' | 'stopped' | 'done' | 'failed';
  /** Parcels that each fit; null: not told yet. */
  readonly parcels: number | null;
  /** 0–1 of the search. */
  readonly share: number;
  readonly found: readonly Assembly[];
  /** Of what is done: why not everything was looked at. */
  readonly cut: 'limit' | 'time' | null;
  readonly error: unknown;
}

const IDLE: Assembling = { state: 'idle', parcels: null, share: 0, found: [], cut: null, error: null };

export function useAssembling() {
  const [now, setNow] = useState<Assembling>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const stop = () => running.current?.abort();
  const start = async (question: AssemblyQuestion) => {
    stop();
    const own = new AbortController();
    running.current = own;
    const change = (next: (before: Assembling) => Partial<Assembling>) => { if (running.current === own) setNow((before) => ({ ...before, ...next(before) })); };
    setNow({ ...IDLE, state: 'looking' });
    try {
      await streamAssemblies(question, {
        signal: own.signal,
        onLine: (line) => change(({ found }) => {
          switch (line.line) {
            case 'start': return { parcels: line.parcels };
            case 'progress': return { share: line.done };
            case 'assembly': return { found: [...found, line.assembly] };
            case 'done': return { state: 'done', share: 1, cut: line.stopped };
          }
        }),
      });
    } catch (error) {
      change(() => (own.signal.aborted ? { state: 'stopped' } : { state: 'failed', error }));
    }
  };
  return { now, start, stop };
}
