/** Drafts and files that are not saved yet, on this device: IndexedDB, and localStorage where that fails or a page closes too soon. By account and annotation. */
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';
import type { Position } from '../draw/drawing.ts';

export interface Draft {
  readonly account: number;
  /** Of the annotation; the client's own, so that saving twice makes no second one. */
  readonly id: string;
  /** What it is a change of; null: it is new. */
  readonly base: { readonly version: number; readonly content: AnnotationContent } | null;
  readonly content: AnnotationContent;
  /** The shape that is not finished yet. */
  readonly hand: { readonly kind: 'line' | 'polygon' | 'point'; readonly vertices: readonly Position[] } | null;
  /** When it was last written on. */
  readonly at: string;
  /** Saving was asked for and could not be done yet: it is tried again. */
  readonly waiting: boolean;
}

export interface KeptFile {
  readonly account: number;
  readonly annotation: string;
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
}

const DATABASE = 'msip-annotations';
const LOCAL = 'msip.draft.';
/** Of a device: what is kept beyond the draft itself. */
export const MAX_KEPT_FILES = 20;

let opened: Promise<IDBDatabase> | null = null;
const open = (): Promise<IDBDatabase> => (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('drafts', { keyPath: ['account', 'id'] });
    request.result.createObjectStore('files', { keyPath: ['account', 'id'] });
  });
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error(DATABASE)));
  request.addEventListener('blocked', () => reject(new Error(DATABASE)));
}));

/** One request in a transaction of its own; resolves when it is on disk. */
async function within<T>(store: 'drafts' | 'files', mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(store, mode);
  const request = ask(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result));
    for (const event of ['error', 'abort']) transaction.addEventListener(event, () => reject(transaction.error ?? new Error(store)));
  });
}

const localKey = ({ account, id }: Pick<Draft, 'account' | 'id'>): string => `${LOCAL}${account}.${id}`;
function locally<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}
const putLocally = (draft: Draft): boolean => locally((storage) => { storage.setItem(localKey(draft), JSON.stringify(draft)); return true; }) ?? false;

/** On their way into IndexedDB. */
const pending = new Map<string, Draft>();
if (typeof addEventListener === 'function') addEventListener('pagehide', () => { for (const draft of pending.values()) putLocally(draft); });

/** Whether it is kept now. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  const key = localKey(draft);
  pending.set(key, draft);
  try {
    await within('drafts', 'readwrite', (store) => store.put(draft));
    if (pending.get(key) === draft) locally((storage) => storage.removeItem(key));
    return true;
  } catch {
    return putLocally(draft);
  } finally {
    if (pending.get(key) === draft) pending.delete(key);
  }
}

export async function dropDraft(draft: Pick<Draft, 'account' | 'id'>): Promise<void> {
  pending.delete(localKey(draft));
  locally((storage) => storage.removeItem(localKey(draft)));
  await within('drafts', 'readwrite', (store) => store.delete([draft.account, draft.id])).catch(() => undefined);
}

/** The drafts of an account, the latest first. Those of other accounts on this device stay unseen. */
export async function draftsOf(account: number): Promise<readonly Draft[]> {
  const kept = await within<Draft[]>('drafts', 'readonly', (store) => store.getAll(IDBKeyRange.bound([account], [account, []]))).catch(() => []);
  const local = locally((storage) => Object.keys(storage).filter((key) => key.startsWith(`${LOCAL}${account}.`)).map((key) => JSON.parse(storage.getItem(key)!) as Draft)) ?? [];
  const latest = new Map<string, Draft>();
  for (const draft of [...kept, ...local, ...[...pending.values()].filter((one) => one.account === account)]) if ((latest.get(draft.id)?.at ?? '') <= draft.at) latest.set(draft.id, draft);
  return [...latest.values()].toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Whether it is kept now; there is room for some files only. */
export async function keepFile(file: KeptFile): Promise<boolean> {
  try {
    if (await within('files', 'readonly', (store) => store.count()) >= MAX_KEPT_FILES) return false;
    await within('files', 'readwrite', (store) => store.put(file));
    return true;
  } catch {
    return false;
  }
}
export const dropFile = async ({ account, id }: Pick<KeptFile, 'account' | 'id'>): Promise<void> => {
  await within('files', 'readwrite', (store) => store.delete([account, id])).catch(() => undefined);
};
export const filesOf = (account: number): Promise<readonly KeptFile[]> =>
  within<KeptFile[]>('files', 'readonly', (store) => store.getAll(IDBKeyRange.bound([account], [account, []]))).catch(() => []);
