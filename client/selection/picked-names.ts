/** What a tile said about objects when they were clicked: enough to name them before the server is asked. */
import { findLayer } from '../../domain/layers/index.ts';
import { type ObjectRef, objectName } from './selection.ts';

const names = new Map<string, { readonly title: string; readonly value: string | null }>();
const LIMIT = 500;

/** Remembers title and class of a clicked object from its tile attributes. */
export function rememberPicked(object: ObjectRef, properties: Readonly<Record<string, unknown>>): void {
  const layer = findLayer(object.layer);
  const title = layer && properties[layer.titleField];
  if (!layer || title === undefined || title === null) return;
  if (names.size > LIMIT) names.clear();
  const value = layer.symbology.field === null ? null : properties[layer.symbology.field];
  names.set(objectName(object), { title: String(title), value: value === undefined || value === null ? null : String(value) });
}

export const pickedName = (object: ObjectRef) => names.get(objectName(object)) ?? null;
