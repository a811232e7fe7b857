/** The conditions on the list, kept in the address, and what the server is asked by them. */
import { useMemo } from 'react';
import type { AnnotationFilters } from '../api/annotations.ts';
import { useViewBox } from '../map/view-box.ts';
import { useSettled } from '../ui/use-settled.ts';
import { navigate, urlState, useUrl } from '../url/use-url.ts';
import { asQuery, type NotesFilter, parseNotes, printNotes } from './notes-filter.ts';

const MOVED_MS = 300;

export function useNotes(): NotesFilter {
  const { notes } = useUrl();
  return useMemo(() => parseNotes(notes), [notes]);
}

/** Without a step in history: conditions are tuned. */
export const setNotes = (change: Partial<NotesFilter>): void => navigate({ notes: printNotes({ ...parseNotes(urlState().notes), ...change }) }, { replace: true });

/** The query of the list as the address has it; the same object as long as nothing changes. */
export function useNotesQuery(): AnnotationFilters {
  const filter = useNotes();
  const box = useSettled(useViewBox(), MOVED_MS);
  const asked = JSON.stringify(asQuery(filter, box));
  return useMemo(() => JSON.parse(asked) as AnnotationFilters, [asked]);
}
