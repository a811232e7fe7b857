/** Saving a draft: under its own id, against the version it is a change of. Who was second merges what merges by itself, and asks about the rest. */
import { createAnnotation, fetchAnnotation, updateAnnotation, type WriteFault, writeFault } from '../api/annotations.ts';
import type { Annotation } from '../../domain/contract/office/annotation.ts';
import { contentOf } from './content.ts';
import type { Draft } from './draft-store.ts';
import { changedFields, type Field, merge, type Merged } from './merge.ts';

export type Outcome =
  /** `taken`, `joined`: what came from others on the way. */
  | { readonly kind: 'saved'; readonly annotation: Annotation; readonly taken: readonly Field[]; readonly joined: readonly Field[] }
  | { readonly kind: 'conflict'; readonly theirs: Annotation; readonly merged: Merged; readonly draft: Draft }
  | { readonly kind: 'failed'; readonly fault: WriteFault };

/** How often somebody may be quicker before it is left to people. */
const ATTEMPTS = 4;

export interface Writing {
  readonly create: typeof createAnnotation;
  readonly update: typeof updateAnnotation;
  readonly fetch: typeof fetchAnnotation;
}

/** Never throws. The title is saved without spaces at its ends. */
export async function saveDraft(draft: Draft, { create, update, fetch: newest }: Writing = { create: createAnnotation, update: updateAnnotation, fetch: fetchAnnotation }): Promise<Outcome> {
  let { base } = draft;
  let content = { ...draft.content, title: draft.content.title.trim() };
  const [taken, joined] = [new Set<Field>(), new Set<Field>()];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const annotation = base ? await update(draft.id, base.version, content) : await create(draft.id, content);
      return { kind: 'saved', annotation, taken: [...taken], joined: [...joined] };
    } catch (error) {
      const fault = writeFault(error);
      if (fault.kind !== 'conflict' || !base) return { kind: 'failed', fault };
      let theirs: Annotation;
      try {
        theirs = fault.current ?? await newest(draft.id);
      } catch (again) {
        return { kind: 'failed', fault: writeFault(again) };
      }
      const standing = contentOf(theirs);
      const merged = merge(base.content, standing, content);
      if (merged.conflicts.length > 0) return { kind: 'conflict', theirs, merged, draft: { ...draft, base, content } };
      for (const field of merged.taken) taken.add(field);
      for (const field of merged.joined) joined.add(field);
      // The answer to a write that did arrive was lost: nothing is left to save.
      if (changedFields(standing, merged.content).length === 0) return { kind: 'saved', annotation: theirs, taken: [...taken], joined: [...joined] };
      base = { version: theirs.version, content: standing };
      content = merged.content;
    }
  }
  return { kind: 'failed', fault: { kind: 'unavailable' } };
}
