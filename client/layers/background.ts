/** Which background is chosen, and what of it can be drawn. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Background } from '../../domain/contract/backgrounds.ts';
import { type DrawnBackground, drawBackground } from '../../domain/style/background.ts';
import { backgroundsQuery, foreignStyleQuery } from '../api/backgrounds.ts';
import { distrustBackground, trustBackground } from '../map/background-watch.ts';
import { useMapState } from '../map/map-store.ts';
import { navigate, useUrl } from '../url/use-url.ts';

/** null: our own base map. */
export function chooseBackground(id: string | null): void {
  trustBackground();
  navigate({ background: id });
}

/** The chosen background that can be had; undefined: our own base map stands. Nothing is asked while none is chosen. */
export function useChosenBackground(): Background | undefined {
  const { background: id } = useUrl();
  const failed = useMapState((state) => state.backgroundFailed);
  const { data, isError } = useQuery({ ...backgroundsQuery, enabled: id !== null });
  const chosen = data?.find((one) => one.id === id);
  const unknown = id !== null && (isError || (data !== undefined && !chosen));
  useEffect(() => {
    if (unknown) distrustBackground();
  }, [unknown]);
  return failed ? undefined : chosen;
}

/** Sources and layers of the chosen background; null while there are none. */
export function useDrawnBackground(): DrawnBackground | null {
  const chosen = useChosenBackground();
  const { data: style = null, isError } = useQuery(foreignStyleQuery(chosen));
  useEffect(() => {
    if (isError) distrustBackground();
  }, [isError]);
  return useMemo(() => (chosen ? drawBackground(chosen, style) : null), [chosen, style]);
}
