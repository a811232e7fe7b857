/** What a layer's declaration means over HTTP: its filter parameters and the JSON Schemas of its properties. */
import type { Field, Layer } from '../layers/layer.ts';

export type Language = 'pl' | 'en';
export type Comparison = 'equals' | 'at-least' | 'at-most';

/** One query parameter of …/items made from a `filterable` field. */
export interface FilterParameter {
  readonly name: string;
  readonly field: Field;
  readonly comparison: Comparison;
}

export interface PropertySchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  readonly title: string;
  readonly description?: string;
  readonly format?: 'date';
  readonly items?: { readonly type: 'string' };
  /** Unit of measure (UCUM-like). */
  readonly 'x-ogc-unit'?: string;
}

const RANGED: ReadonlySet<Field['type']> = new Set(['integer', 'number', 'date']);

/** Equality for every filterable field; numbers and dates also as `name_min` and `name_max`. */
export function filterParameters(layer: Layer): FilterParameter[] {
  return layer.fields.filter((field) => field.filterable).flatMap((field): FilterParameter[] => [
    { name: field.name, field, comparison: 'equals' },
    ...(RANGED.has(field.type) ? [
      { name: `${field.name}_min`, field, comparison: 'at-least' } as const,
      { name: `${field.name}_max`, field, comparison: 'at-most' } as const,
    ] : []),
  ]);
}

/** JSON Schema of one property, also an OpenAPI 3.0 schema. Codes are explained, not enforced: a register may hold one that we do not know. */
export function propertySchema(field: Field, language: Language): PropertySchema {
  const type = field.type === 'text' || field.type === 'date' ? 'string' : field.type === 'list' ? 'array' : field.type === 'json' ? undefined : field.type;
  const codes = field.codes?.map(({ value, label }) => `${value} – ${label[language]}`).join('; ');
  const description = [field.note?.[language], codes].filter(Boolean).join('. ');
  return {
    title: field.label[language],
    ...(description ? { description } : {}),
    ...(type ? { type } : {}),
    ...(field.type === 'date' ? { format: 'date' as const } : {}),
    ...(field.type === 'list' ? { items: { type: 'string' as const } } : {}),
    ...(field.unit ? { 'x-ogc-unit': field.unit } : {}),
  };
}

/** The period in which a version of an object stands, for layers with time; not columns but parts of `valid`. */
export const VALIDITY_FIELDS: readonly Field[] = [
  { name: 'valid_from', type: 'date', label: { pl: 'Ważny od', en: 'Valid from' } },
  { name: 'valid_to', type: 'date', label: { pl: 'Ważny do (bez tego dnia)', en: 'Valid until (exclusive)' } },
];

/** Everything that stands in `properties` of a feature, in order. */
export const featureFields = (layer: Layer): readonly Field[] => (layer.temporal ? [...layer.fields, ...VALIDITY_FIELDS] : layer.fields);
