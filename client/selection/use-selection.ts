/** Opening and closing objects. The address holds the selection; an object picked from a tile gets its lasting key as soon as it is known. */
import { useEffect } from 'react';
import { useFeature } from '../api/features.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { NOTHING, type ObjectRef, type Selection, selectAll, selectOne } from './selection.ts';

export const openObject = (object: ObjectRef): void => navigate({ selection: selectOne(object) });
export const openObjects = (objects: readonly ObjectRef[]): void => navigate({ selection: selectAll(objects) });
export const closeSelection = (): void => navigate({ selection: NOTHING });

export const useSelection = (): Selection => useUrl().selection;

/** The one open object, or null. */
export function useOpenObject(): ObjectRef | null {
  const selection = useSelection();
  return selection.kind === 'one' ? selection.object : null;
}

/** Once in the app: gives an object opened by id its lasting address, without a step in history. */
export function useLastingAddress(): void {
  const object = useOpenObject();
  const { data } = useFeature(object);
  const key = data?.properties.key;
  useEffect(() => {
    if (object && 'id' in object && key) navigate({ selection: selectOne({ layer: object.layer, key }) }, { replace: true });
  }, [object, key]);
}
