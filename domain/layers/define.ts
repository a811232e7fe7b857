/** Makes a layer from its declaration: adds the fields that every layer has and checks what the types cannot. */
import type { Field, Layer, LayerDeclaration } from './layer.ts';

/** Stands in every view and every GeoJSON feature; the source and date of each line come from here. */
export const COMMON_FIELDS: readonly Field[] = [
  { name: 'key', type: 'text', filterable: true, label: { pl: 'Klucz', en: 'Key' }, note: { pl: 'Trwały identyfikator obiektu w warstwie', en: 'Lasting identifier of the object within the layer' } },
  { name: 'source', type: 'text', label: { pl: 'Źródło', en: 'Source' } },
  { name: 'source_date', type: 'date', label: { pl: 'Stan na dzień', en: 'As of' } },
  { name: 'demonstration', type: 'boolean', filterable: true, label: { pl: 'Dane demonstracyjne', en: 'Demonstration data' } },
];

/** Names that a field may not take: parameters of the items route and columns of every view. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  'id', 'geom', 'geom_3857', 'valid', 'dataset_id', 'f', 'bbox', 'bbox-crs', 'crs', 'limit', 'offset', 'datetime', 'properties', 'sortby', 'q', 'filter', 'token',
]);

/** Throws an Error naming the layer and the fault when a declaration contradicts itself. */
export function defineLayer(declaration: LayerDeclaration): Layer {
  const fields = [...declaration.fields, ...COMMON_FIELDS];
  const names = fields.map((field) => field.name);
  const fault = (what: string): never => { throw new Error(`layer ${declaration.id}: ${what}`); };
  for (const name of names) {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) fault(`field name "${name}" is not snake_case`);
    if (RESERVED_NAMES.has(name)) fault(`field name "${name}" is reserved`);
    if (names.indexOf(name) !== names.lastIndexOf(name)) fault(`field "${name}" is declared twice`);
  }
  const tileFields = fields.filter((field) => field.tile).map((field) => field.name);
  const { symbology, label, titleField, generalised } = declaration;
  if (!names.includes(titleField)) fault(`title field "${titleField}" is not declared`);
  if (symbology.field !== null && !tileFields.includes(symbology.field)) fault(`symbology field "${symbology.field}" is not in the tile`);
  if (label && !tileFields.includes(label.field)) fault(`label field "${label.field}" is not in the tile`);
  for (const name of generalised?.fields ?? []) if (!tileFields.includes(name)) fault(`generalised field "${name}" is not in the tile`);
  const { searchContext: declared = null } = declaration;
  const searchContext = typeof declared === 'string' ? { pl: declared, en: declared } : declared;
  for (const [, name] of `${searchContext?.pl} ${searchContext?.en}`.matchAll(/\{(\w+)\}/g)) if (!names.includes(name!)) fault(`search context field "${name}" is not declared`);
  return { ...declaration, fields, searchContext, view: `layer.${declaration.id.replaceAll('-', '_')}` };
}
