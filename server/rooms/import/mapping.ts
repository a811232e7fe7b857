/** Field mappings are data: one JSON file per known source says how its fields become columns, who published it and how it replaces what is there. */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import type { Layer } from '../../../domain/layers/layer.ts';
import { ImportFault } from '../../gdal/import-fault.ts';
import { Rule } from '../../gdal/rule.ts';

const Dataset = z.strictObject({
  name: z.string().min(1), publisher: z.string().min(1), licence: z.string().min(1),
  source_date: z.iso.date().nullable(), demonstration: z.boolean(),
});
export type Dataset = z.infer<typeof Dataset>;

const Mapping = z.strictObject({
  layer: z.string().min(1).optional(),
  /** Recognised when the file has all these fields. */
  recognise: z.array(z.string()).min(1).optional(),
  dataset: Dataset.optional(),
  crs: z.string().optional(),
  encoding: z.string().optional(),
  sourceLayer: z.string().optional(),
  csv: z.strictObject({ x: z.string().optional(), y: z.string().optional(), wkt: z.string().optional() }).optional(),
  /** Column → rule, in order: later rules may use earlier columns. Absent: columns are the fields of the same names. */
  fields: z.record(z.string(), Rule).optional(),
  /** Columns of which the source knows nothing and that keep what they hold. */
  keep: z.array(z.string()).optional(),
  /** `dataset`: the file is the whole dataset; rows of an earlier edition that are no longer in it go. */
  replace: z.enum(['none', 'dataset']).optional(),
  /** What becomes of demonstration rows of the layer: all go, those overlapped go, those of the same name go, or all stay (but for equal keys, which are always replaced). */
  demonstration: z.enum(['replace', 'displace', 'namesakes', 'keep']).optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping checked against its schema; throws an `ImportFault` naming the fault. */
export function parseMapping(name: string, json: unknown): Mapping {
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportFault(`The mapping ${name} is wrong at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`);
}

/** All shipped mappings by name. */
export function shippedMappings(): ReadonlyMap<string, Mapping> {
  const folder = new URL('./mappings/', import.meta.url);
  return new Map(readdirSync(folder).filter((file) => file.endsWith('.json')).toSorted().map((file) => {
    const name = file.slice(0, -'.json'.length);
    return [name, parseMapping(name, JSON.parse(readFileSync(new URL(file, folder), 'utf8')))];
  }));
}

/** The mapping of that name, for that layer. Throws an `ImportFault` that lists the known ones. */
export function namedMapping(name: string, layer: Layer): Mapping {
  const mappings = shippedMappings();
  const mapping = mappings.get(name);
  if (!mapping) throw new ImportFault(`There is no mapping "${name}"; known are ${[...mappings.keys()].join(', ')}.`);
  if (mapping.layer !== undefined && mapping.layer !== layer.id) throw new ImportFault(`The mapping "${name}" is for the layer ${mapping.layer}, not ${layer.id}.`);
  return mapping;
}

/** The shipped mapping whose layer and fields fit, the one that asks for most fields first. */
export function recogniseMapping(layer: Layer, fields: ReadonlySet<string>): { name: string; mapping: Mapping } | undefined {
  return [...shippedMappings()].map(([name, mapping]) => ({ name, mapping }))
    .filter(({ mapping }) => mapping.layer === layer.id && mapping.recognise?.every((field) => fields.has(field)))
    .toSorted((a, b) => b.mapping.recognise!.length - a.mapping.recognise!.length)[0];
}
