/** Work on something with versions that is not saved yet: the version it began with, what it is now, steps back and forth; kept on the device with every change. */
import { useEffect, useSyncExternalStore } from 'react';
import { dropWork, keepWork, readWork } from './kept-work.ts';

export interface Version<T> { readonly version: number; readonly value: T }
export interface Work<T> {
  readonly account: number;
  readonly id: string;
  /** As the server had it. */
  readonly base: Version<T>;
  readonly value: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** On this device; null: nothing to keep, or not yet. */
  readonly kept: boolean | null;
  /** It was found on this device, from an earlier visit. */
  readonly found: boolean;
  /** What the last step was about: typing goes on in the same step. */
  readonly about: string | null;
}

const HISTORY = 100;
const works = new Map<string, Work<unknown>>();
const listeners = new Set<() => void>();
const nameOf = (account: number, id: string): string => `${account} ${id}`;

function put(work: Work<unknown>): void {
  works.set(nameOf(work.account, work.id), work);
  for (const listener of listeners) listener();
}
const now = (account: number, id: string) => works.get(nameOf(account, id)) ?? null;
export const isTouched = <T>({ base, value }: Pick<Work<T>, 'base' | 'value'>): boolean => value !== base.value;

const begun = (account: number, id: string, base: Version<unknown>): Work<unknown> => ({ account, id, base, value: base.value, past: [], future: [], kept: null, found: false, about: null });

function settle(work: Work<unknown>): void {
  put(work);
  const { account, id, base, value } = work;
  if (!isTouched(work)) return void dropWork(work);
  void keepWork({ account, id, base, value, at: new Date().toISOString() }).then((kept) => {
    const latest = now(account, id);
    if (latest && latest.value === value) put({ ...latest, kept });
  });
}

/** A step: `to` is what stands then. The same object changes nothing. `about`: steps in a row about the same thing (typing in a field) are one. */
export function changeWork<T>({ account, id }: Pick<Work<T>, 'account' | 'id'>, to: (value: T) => T, about: string | null = null): void {
  const work = now(account, id) as Work<T> | null;
  const value = work && to(work.value);
  if (!work || value === work.value) return;
  const goesOn = about !== null && about === work.about && work.past.length > 0;
  settle({ ...work, value: value as T, past: goesOn ? work.past : [...work.past.slice(-HISTORY + 1), work.value], future: [], kept: null, found: false, about });
}
export function stepWork<T>({ account, id }: Pick<Work<T>, 'account' | 'id'>, way: 'undo' | 'redo'): void {
  const work = now(account, id);
  if (!work) return;
  const [from, to] = way === 'undo' ? [work.past, work.future] : [work.future, work.past];
  if (from.length === 0) return;
  const [rest, gone] = [from.slice(0, -1), [...to, work.value]];
  settle({ ...work, value: from.at(-1), past: way === 'undo' ? rest : gone, future: way === 'undo' ? gone : rest, kept: null, about: null });
}
/** The server's version from now on; `value`: what of ours is still to be saved. */
export function rebaseWork<T>({ account, id }: Pick<Work<T>, 'account' | 'id'>, base: Version<T>, value: T = base.value): void {
  settle({ ...begun(account, id, base), value });
}

/** The work of an account on something; null until it is known whether an earlier visit has left some. `server`: the version that stands. */
export function useWork<T>(account: number, id: string, server: Version<T> | null): Work<T> | null {
  const work = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  }, () => now(account, id)) as Work<T> | null;
  useEffect(() => {
    if (!server) return;
    const standing = now(account, id);
    if (standing) {
      if (!isTouched(standing) && standing.base.version < server.version) put(begun(account, id, server));
      return;
    }
    let gone = false;
    void readWork(account, id).then((kept) => {
      if (gone || now(account, id)) return;
      put(kept ? { ...begun(account, id, kept.base), value: kept.value, kept: true, found: true } : begun(account, id, server));
    });
    return () => { gone = true; };
  }, [account, id, server]);
  return work;
}
