/** What is open: nothing, one object, or several to choose from – and its address in the path of the page. */
import { layerOfWord, objectPath } from '../../domain/paths.ts';

/** An object of a layer: by lasting key, or by the integer id of a tile until its key is known. */
export type ObjectRef = { readonly layer: string; readonly key: string } | { readonly layer: string; readonly id: number };

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly object: ObjectRef }
  | { readonly kind: 'several'; readonly objects: readonly ObjectRef[] };

export const NOTHING: Selection = { kind: 'none' };

const LAYER_ID = /^[a-z][a-z0-9-]{0,49}$/;

export const selectOne = (object: ObjectRef): Selection => ({ kind: 'one', object });

/** One object is opened, more become a choice, none closes the panel. */
export const selectAll = (objects: readonly ObjectRef[]): Selection =>
  objects.length === 0 ? NOTHING : objects.length === 1 ? selectOne(objects[0]!) : { kind: 'several', objects };

/** A short name of the object, unlike that of any other: `parcels/126104_9.0009.191/13`, `zones/~42`. */
export const objectName = (object: ObjectRef): string => `${object.layer}/${token(object)}`;

const token = (object: ObjectRef): string => ('key' in object ? object.key : `~${object.id}`);

function refOf(layer: string, text: string): ObjectRef | null {
  if (!LAYER_ID.test(layer) || text === '' || text.length > 200) return null;
  return /^~\d{1,10}$/.test(text) ? { layer, id: Number(text.slice(1)) } : { layer, key: text };
}

/** `/dzialka/126104_9.0009.191/13`, `/obiekt/river-parks/drwinka`, `/obiekty/parcels~12,zones~7`; '/' for nothing. */
export function printSelection(selection: Selection): string {
  if (selection.kind === 'none') return '/';
  if (selection.kind === 'several') return `/obiekty/${selection.objects.map((object) => encodeURIComponent(`${object.layer}:${token(object)}`)).join(',')}`;
  const { object } = selection;
  return objectPath(object.layer, token(object));
}

/** The selection a path names; nothing when it names none. Never throws: paths come from anywhere. */
export function parseSelection(path: string): Selection {
  const [, word = '', ...rest] = path.split('/');
  try {
    if (word === 'obiekty') {
      const refs = rest.join('/').split(',').slice(0, 50).map((part) => {
        const [layer = '', ...key] = decodeURIComponent(part).split(':');
        return refOf(layer, key.join(':'));
      });
      return selectAll(refs.filter((ref) => ref !== null));
    }
    const key = decodeURIComponent((word === 'obiekt' ? rest.slice(1) : rest).join('/'));
    const ref = refOf(word === 'obiekt' ? rest[0] ?? '' : layerOfWord(word, key) ?? '', key);
    return ref ? selectOne(ref) : NOTHING;
  } catch {
    return NOTHING;
  }
}
