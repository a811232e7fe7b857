/** The spatial search of the page's address, and how the panel changes it. */
import { useMemo } from 'react';
import { navigate, urlState, useUrl } from '../url/use-url.ts';
import { parseQuestion, printQuestion, type Question, type Shape, USUAL_LAYERS } from './area-address.ts';

/** Null before an area is chosen. */
export function useQuestion(): Question | null {
  const { area } = useUrl();
  return useMemo(() => parseQuestion(area), [area]);
}

/** A new area: a step in history. The layers stay as they were asked last. */
export function askIn(shape: Shape): void {
  const layers = parseQuestion(urlState().area)?.layers ?? [];
  navigate({ area: printQuestion({ shape, layers }), tool: 'area' });
}

/** Other layers, or another distance, in the same place. */
export function refine(change: Partial<Question>): void {
  const now = parseQuestion(urlState().area);
  if (now) navigate({ area: printQuestion({ ...now, ...change }) }, { replace: true });
}

export const clearQuestion = (): void => navigate({ area: null });

export const askedLayers = ({ layers }: Question): readonly string[] => (layers.length > 0 ? layers : USUAL_LAYERS);
