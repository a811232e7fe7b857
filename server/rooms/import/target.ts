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
  readonly parts: Parts | null;
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

async function findParts(t: Transaction, layer: Layer, table: string): Promise<Parts | null> {
  const [parts, ...more] = await t.any<{ name: string; owner: string }>(queries.targetParts, { table });
  if (!parts) return null;
  const properties = layer.fields.filter(({ type }) => type === 'json');
  if (more.length > 0 || properties.length !== 1) throw new Error(`${layer.view}: one table of parts and one json field are expected`);
  const columns = await t.many<Column>(queries.targetColumns, { table: parts.name });
  return {
    table: parts.name, owner: parts.owner, property: properties[0]!.name,
    columns: columns.filter(({ name }) => name !== parts.owner && name !== 'ordinal'),
  };
}
