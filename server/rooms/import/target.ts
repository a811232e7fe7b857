/** Where the objects of a layer are stored, asked of the database itself: a new layer needs a view and a table, nothing here. */
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Transaction } from '../../db/database.ts';
import { queries } from './queries.ts';

export interface Column { readonly name: string; readonly type: string; readonly required: boolean }
export interface Parts {
  readonly table: string;
  /** The column that refers to the owner's id. */
  readonly owner: string;
  readonly columns: readonly Column[];
  /** The property of a feature, and the field of the layer, that lists the parts. */
  readonly property: string;
}
export interface Target {
  readonly table: string;
  /** Writable columns but dataset_id and valid; key and geom are among them. */
  readonly columns: readonly Column[];
  /** Rows carry `valid daterange`. */
  readonly temporal: boolean;
  readonly parts: readonly Parts[];
  /** CHECK expressions over the columns. */
  readonly checks: readonly string[];
}

/** The target of a layer; throws when its view does not follow the convention (one table behind it gives geom, with key and dataset_id). */
export async function findTarget(t: Transaction, layer: Layer): Promise<Target> {
  const { name: table } = await t.one<{ name: string }>(queries.targetTable, { view: layer.view });
  const columns = await t.many<Column>(queries.targetColumns, { table });
  const names = columns.map(({ name }) => name);
  if (!['key', 'dataset_id', 'geom'].every((name) => names.includes(name))) throw new Error(`${table} behind ${layer.view} lacks key, dataset_id or geom`);
  const checks = await t.map<string>(queries.targetChecks, { table }, (row: { expression: string }) => row.expression);
  return {
    table, checks, temporal: names.includes('valid'), parts: await findParts(t, layer, table),
    columns: columns.filter(({ name }) => name !== 'dataset_id' && name !== 'valid'),
  };
}

/** A table of parts is named after its owner (`plan_event` of `plan`) or not (`land_use` of `parcel`); the property is the rest of its name in plural. */
async function findParts(t: Transaction, layer: Layer, table: string): Promise<readonly Parts[]> {
  const found = await t.any<{ name: string; owner: string }>(queries.targetParts, { table });
  const [owner = ''] = table.split('.').slice(-1);
  const all: Parts[] = [];
  for (const { name, owner: reference } of found) {
    const [bare = ''] = name.split('.').slice(-1);
    const property = `${bare.replace(new RegExp(`^${owner}_`), '')}s`;
    if (!layer.fields.some((field) => field.name === property && field.type === 'json')) throw new Error(`${layer.view}: ${name} has no json field "${property}"`);
    const columns = await t.many<Column>(queries.targetColumns, { table: name });
    all.push({ table: name, owner: reference, property, columns: columns.filter((column) => column.name !== reference && column.name !== 'ordinal') });
  }
  return all;
}
