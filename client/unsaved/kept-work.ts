/** Unsaved work on what has versions, on this device: IndexedDB, and localStorage where that fails. By account; others on this device do not see it. */

export interface KeptWork {
  readonly account: number;
  /** What it is work on: `procedure:czyzyny-zachod`, `draft:czyzyny-zachod:2`. */
  readonly id: string;
  readonly base: { readonly version: number; readonly value: unknown };
  readonly value: unknown;
  readonly at: string;
}

const DATABASE = 'msip-procedures';
const LOCAL = 'msip.procedure.';

let opened: Promise<IDBDatabase> | null = null;
const open = (): Promise<IDBDatabase> => (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('work', { keyPath: ['account', 'id'] }));
  request.addEventListener('success', () => resolve(request.result));
  for (const event of ['error', 'blocked']) request.addEventListener(event, () => reject(request.error ?? new Error(DATABASE)));
}));

async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction('work', mode);
  const request = ask(transaction.objectStore('work'));
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result));
    for (const event of ['error', 'abort']) transaction.addEventListener(event, () => reject(transaction.error ?? new Error(DATABASE)));
  });
}

const localKey = ({ account, id }: Pick<KeptWork, 'account' | 'id'>): string => `${LOCAL}${account}.${id}`;
function locally<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

/** On their way into IndexedDB. */
const pending = new Map<string, KeptWork>();
const putLocally = (work: KeptWork): boolean => locally((storage) => { storage.setItem(localKey(work), JSON.stringify(work)); return true; }) ?? false;
if (typeof addEventListener === 'function') addEventListener('pagehide', () => { for (const work of pending.values()) putLocally(work); });

/** Whether it is kept now. */
export async function keepWork(work: KeptWork): Promise<boolean> {
  const key = localKey(work);
  pending.set(key, work);
  try {
    await within('readwrite', (store) => store.put(work));
    if (pending.get(key) === work) locally((storage) => storage.removeItem(key));
    return true;
  } catch {
    return putLocally(work);
  } finally {
    if (pending.get(key) === work) pending.delete(key);
  }
}

export async function dropWork(work: Pick<KeptWork, 'account' | 'id'>): Promise<void> {
  pending.delete(localKey(work));
  locally((storage) => storage.removeItem(localKey(work)));
  await within('readwrite', (store) => store.delete([work.account, work.id])).catch(() => undefined);
}

/** The later of what both places hold. */
export async function readWork(account: number, id: string): Promise<KeptWork | null> {
  const kept = await within<KeptWork | undefined>('readonly', (store) => store.get([account, id])).catch(() => undefined);
  const text = locally((storage) => storage.getItem(localKey({ account, id })));
  const local = text ? JSON.parse(text) as KeptWork : null;
  return [kept ?? null, local].filter((one) => one !== null).toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
}
