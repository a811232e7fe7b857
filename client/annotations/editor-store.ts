/** The annotation that is being written: draft and drawing, kept on the device with every keystroke, and saved as soon as that can be done. */
import { useSyncExternalStore } from 'react';
import { fetchAnnotation, type WriteFault } from '../api/annotations.ts';
import type { Annotation, AnnotationContent, AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import { createDrawingStore, type DrawingStore } from '../draw/drawing-store.ts';
import { contentOf, EMPTY, geometryOfShapes, shapesOf } from './content.ts';
import { type Draft, dropDraft, keepDraft } from './draft-store.ts';
import { type Choices, decided, type Field, merge, type Merged, stillChosen } from './merge.ts';
import { type Outcome, saveDraft } from './save-draft.ts';

export interface Conflicted {
  readonly theirs: Annotation;
  readonly base: AnnotationContent;
  readonly merged: Merged;
  readonly choices: Choices;
  /** Somebody wrote again while the choices were being made. */
  readonly again: boolean;
}

export interface Editing {
  readonly draft: Draft;
  readonly drawing: DrawingStore;
  readonly touched: boolean;
  readonly saving: boolean;
  /** On this device; null: not yet. */
  readonly kept: boolean | null;
  readonly fault: WriteFault | null;
  readonly conflict: Conflicted | null;
}

let editing: Editing | null = null;
let unwatch = (): void => undefined;
const listeners = new Set<() => void>();
function set(next: Editing | null): void {
  editing = next;
  for (const listener of listeners) listener();
}

export const editingNow = (): Editing | null => editing;
export const useEditing = (): Editing | null => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}, editingNow);

/** What the sheet is to open with: set by whoever opens it. */
export interface Wish {
  readonly subjects: readonly AnnotationSubject[];
}
let wished: Wish | null = null;
export const wish = (one: Wish): void => { wished = one; };
export const takeWish = (): Wish | null => {
  const one = wished;
  wished = null;
  return one;
};

function open(draft: Draft, touched: boolean): void {
  unwatch();
  const drawing = createDrawingStore(shapesOf(draft.content.geometry));
  for (const at of draft.hand?.vertices ?? []) drawing.act({ do: 'add', kind: draft.hand!.kind, at });
  let { shapes, current } = drawing.drawing();
  unwatch = drawing.subscribe(() => {
    const now = drawing.drawing();
    const hand = now.current && { kind: now.current.kind as 'line' | 'polygon' | 'point', vertices: now.current.vertices };
    if (now.shapes !== shapes) change({ geometry: geometryOfShapes(now.shapes) }, hand);
    else if (now.current !== current) change({}, hand);
    ({ shapes, current } = now);
  });
  set({ draft, drawing, touched, saving: false, kept: touched ? true : null, fault: null, conflict: null });
}

export function openNew(account: number, subjects: readonly AnnotationSubject[]): void {
  open({ account, id: crypto.randomUUID(), base: null, content: { ...EMPTY, subjects: [...subjects] }, hand: null, at: new Date().toISOString(), waiting: false }, false);
}
export function openEdit(account: number, annotation: Annotation): void {
  const content = contentOf(annotation);
  open({ account, id: annotation.id, base: { version: annotation.version, content }, content, hand: null, at: new Date().toISOString(), waiting: false }, false);
}
export const openDraft = (draft: Draft): void => open({ ...draft, waiting: false }, true);

function keep(draft: Draft): void {
  void keepDraft(draft).then((kept) => { if (editing?.draft === draft) set({ ...editing, kept }); });
}

/** Every change is kept at once. */
export function change(content: Partial<AnnotationContent>, hand: Draft['hand'] = editing?.draft.hand ?? null): void {
  if (!editing) return;
  const draft: Draft = { ...editing.draft, content: { ...editing.draft.content, ...content }, hand, at: new Date().toISOString(), waiting: false };
  set({ ...editing, draft, touched: true, fault: editing.fault?.kind === 'refused' ? null : editing.fault });
  keep(draft);
}

/** The sheet is closed: the draft stays on the device. */
export function leave(): void {
  unwatch();
  set(null);
}

/** The draft is thrown away. */
export async function discard(): Promise<void> {
  const draft = editing?.draft;
  leave();
  if (draft) await dropDraft(draft);
}

async function settle(outcome: Outcome, draft: Draft): Promise<Outcome> {
  if (outcome.kind === 'saved') {
    await dropDraft(draft);
    if (editing?.draft.id === draft.id) leave();
    return outcome;
  }
  if (editing?.draft.id !== draft.id) return outcome;
  if (outcome.kind === 'conflict') {
    const { theirs, merged, draft: { base } } = outcome;
    const before = editing.conflict;
    set({ ...editing, saving: false, fault: null, draft: { ...editing.draft, waiting: false }, conflict: { theirs, merged, base: base!.content, choices: before ? stillChosen(before.merged, merged, before.choices) : {}, again: before !== null } });
  } else {
    const waits = ['offline', 'unavailable', 'signed-out'].includes(outcome.fault.kind);
    set({ ...editing, saving: false, fault: outcome.fault, draft: { ...editing.draft, waiting: waits } });
  }
  keep(editing.draft);
  return outcome;
}

/** Saves what is being written; null when nothing is, or it is being saved already. What is typed meanwhile stays a draft. */
export async function save(): Promise<Outcome | null> {
  if (!editing || editing.saving) return null;
  if (editing.draft.hand) editing.drawing.act({ do: 'finish' });
  const draft: Draft = { ...editing.draft, waiting: true };
  set({ ...editing, draft, saving: true, fault: null });
  keep(draft);
  return settle(await saveDraft(draft), draft);
}

export const choose = (field: Field, choice: 'theirs' | 'mine' | 'both'): void => {
  if (editing?.conflict) set({ ...editing, conflict: { ...editing.conflict, choices: { ...editing.conflict.choices, [field]: choice } } });
};

/** Saves the merged content against their version; null while a choice is open. */
export async function saveMerged(): Promise<Outcome | null> {
  if (!editing?.conflict || editing.saving) return null;
  const { conflict, draft: mine } = editing;
  const content = decided(conflict.merged, conflict.choices);
  if (!content) return null;
  set({ ...editing, saving: true });
  // Against their version as the base. Should a third be quicker, my own words are asked again and the choices kept.
  const draft: Draft = { ...mine, content, base: { version: conflict.theirs.version, content: contentOf(conflict.theirs) } };
  const outcome = await saveDraft(draft);
  if (outcome.kind !== 'conflict' || editing?.draft.id !== mine.id) return settle(outcome, mine);
  const merged = merge(conflict.base, contentOf(outcome.theirs), mine.content);
  return settle({ ...outcome, merged, draft: { ...mine, base: { version: mine.base!.version, content: conflict.base } } }, mine);
}

/** Back to writing, with theirs as what mine is a change of. Every choice that was made is in the text. */
export function writeOn(): void {
  if (!editing?.conflict) return;
  const { conflict, draft } = editing;
  const content = { ...conflict.merged.content, ...Object.fromEntries(conflict.merged.conflicts.map(({ field, theirs, mine }) => [field, conflict.choices[field] === 'theirs' ? theirs : mine])) };
  open({ ...draft, content, base: { version: conflict.theirs.version, content: contentOf(conflict.theirs) }, at: new Date().toISOString(), waiting: false }, true);
  if (editing) keep(editing.draft);
}

/** The newest version, for whoever learns that there is one while writing: merged at once, or asked. */
export async function catchUp(): Promise<void> {
  if (!editing?.draft.base || editing.saving) return;
  const theirs = await fetchAnnotation(editing.draft.id);
  if (!editing?.draft.base || theirs.version <= editing.draft.base.version) return;
  const { base, content } = editing.draft;
  const merged = merge(base.content, contentOf(theirs), content);
  if (merged.conflicts.length > 0) return set({ ...editing, conflict: { theirs, merged, base: base.content, choices: {}, again: false } });
  open({ ...editing.draft, content: merged.content, base: { version: theirs.version, content: contentOf(theirs) } }, true);
  if (editing) keep(editing.draft);
}
