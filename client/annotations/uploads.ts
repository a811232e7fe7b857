/** Files on their way to an annotation: kept on the device until they are there, sent one after another, refused with a reason. */
import { useSyncExternalStore } from 'react';
import { forgetAnnotations, newAttachmentPath, writeFault } from '../api/annotations.ts';
import { uploadFile } from '../api/upload.ts';
import { dropFile, filesOf, keepFile, type KeptFile } from './draft-store.ts';

export const MAX_BYTES = 10 * 1024 * 1024;
export const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

export type UploadState = { readonly kind: 'waiting' } | { readonly kind: 'sending'; readonly share: number } | { readonly kind: 'refused'; readonly reason: 'too-large' | 'type' | 'empty' | 'signed-out' | 'forbidden' | 'server'; readonly detail: string };
export interface Upload extends KeptFile {
  readonly state: UploadState;
  /** Survives closing the page. */
  readonly kept: boolean;
}

let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();
function set(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}
const mark = (id: string, change: Partial<Upload>): void => set(uploads.map((one) => (one.id === id ? { ...one, ...change } : one)));

export const useUploads = (annotation: string): readonly Upload[] => {
  const all = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  }, () => uploads);
  return all.filter((one) => one.annotation === annotation);
};

const refusal = (file: Blob): 'too-large' | 'type' | 'empty' | null =>
  file.size === 0 ? 'empty' : file.size > MAX_BYTES ? 'too-large' : (TYPES as readonly string[]).includes(file.type) ? null : 'type';

/** Takes files in; with `send` they go at once, else when the annotation is saved. */
export async function addFiles(account: number, annotation: string, files: readonly File[], send: boolean): Promise<void> {
  for (const file of files) {
    const reason = refusal(file);
    const one: KeptFile = { account, annotation, id: crypto.randomUUID(), name: file.name.slice(-200), blob: file };
    const kept = reason === null && await keepFile(one);
    set([...uploads, { ...one, kept, state: reason ? { kind: 'refused', reason, detail: '' } : { kind: 'waiting' } }]);
  }
  if (send) await sendFiles(annotation);
}

export async function removeUpload(upload: Upload): Promise<void> {
  set(uploads.filter(({ id }) => id !== upload.id));
  await dropFile(upload);
}

async function send(upload: Upload): Promise<void> {
  mark(upload.id, { state: { kind: 'sending', share: 0 } });
  try {
    await uploadFile(newAttachmentPath(upload.annotation, upload.id, upload.name), upload.blob, { onProgress: (share) => mark(upload.id, { state: { kind: 'sending', share } }) });
    await removeUpload(upload);
    await forgetAnnotations(upload.annotation);
  } catch (error) {
    const fault = writeFault(error);
    if (fault.kind === 'offline' || fault.kind === 'unavailable') return mark(upload.id, { state: { kind: 'waiting' } });
    if (fault.kind === 'signed-out' || fault.kind === 'forbidden') return mark(upload.id, { state: { kind: 'refused', reason: fault.kind, detail: '' } });
    const code = fault.kind === 'refused' ? fault.code : '';
    mark(upload.id, { state: { kind: 'refused', reason: code === 'too-large' ? 'too-large' : code === 'unsupported-media-type' ? 'type' : 'server', detail: fault.kind === 'refused' ? fault.detail : '' } });
  }
}

/** Sends what waits, one after another; also what an ended session held up. */
export async function sendFiles(annotation: string): Promise<void> {
  for (const upload of uploads.filter((one) => one.annotation === annotation && (one.state.kind === 'waiting' || (one.state.kind === 'refused' && one.state.reason === 'signed-out')))) await send(upload);
}

/** Files of an earlier visit. Those of annotations in `unsaved` wait for them. */
export async function resumeFiles(account: number, unsaved: ReadonlySet<string>): Promise<void> {
  const known = new Set(uploads.map(({ id }) => id));
  const kept = (await filesOf(account)).filter(({ id }) => !known.has(id)).map((file): Upload => ({ ...file, kept: true, state: { kind: 'waiting' } }));
  if (kept.length > 0) set([...uploads, ...kept]);
  for (const annotation of new Set(uploads.filter((one) => one.account === account).map((one) => one.annotation))) if (!unsaved.has(annotation)) await sendFiles(annotation);
}
