/** The catalogue and the database agree: every layer has its view, with the declared columns in the declared types. */
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import type { Field } from '../../domain/layers/layer.ts';
import { testDatabase } from '../support/database.ts';

/** PostgreSQL types (udt names) that carry each type of the catalogue. */
const COLUMN_TYPES: Readonly<Record<Field['type'], readonly string[]>> = {
  text: ['text', 'varchar'], integer: ['int4', 'int2', 'int8'], number: ['float8'], boolean: ['bool'], date: ['date'], list: ['_text'], json: ['json', 'jsonb'],
};
const GEOMETRIES: Readonly<Record<string, readonly string[]>> = {
  point: ['POINT', 'MULTIPOINT'], line: ['LINESTRING', 'MULTILINESTRING'], polygon: ['POLYGON', 'MULTIPOLYGON'],
};
const GENERALISED = LAYERS.flatMap((layer) => (layer.generalised ? [{ ...layer, generalised: layer.generalised }] : []));

interface Column { view: string; name: string; type: string }

let columns: ReadonlyMap<string, ReadonlyMap<string, string>>;

beforeAll(async () => {
  const { database: { db } } = await testDatabase();
  const rows = await db.any<Column>(
    "SELECT table_schema || '.' || table_name AS view, column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = 'layer'");
  const views = new Map<string, Map<string, string>>();
  for (const { view, name, type } of rows) views.set(view, (views.get(view) ?? new Map<string, string>()).set(name, type));
  columns = views;
});

describe.each(LAYERS)('layer $id', (layer) => {
  it('has a view with exactly the declared fields and the columns every view has', () => {
    const expected = ['id', ...layer.fields.map((field) => field.name), ...(layer.temporal ? ['valid'] : []), 'geom', 'geom_3857'];
    expect([...(columns.get(layer.view)?.keys() ?? [])].sort()).toEqual(expected.sort());
  });

  it('declares the types the view has', () => {
    const view = columns.get(layer.view);
    const wrong = layer.fields.filter((field) => !COLUMN_TYPES[field.type].includes(view?.get(field.name) ?? '')).map((field) => `${field.name}: ${field.type} is ${view?.get(field.name)}`);
    expect(wrong).toEqual([]);
    expect(view?.get('id')).toBe('int4');
    if (layer.temporal) expect(view?.get('valid')).toBe('daterange');
  });

  it('stores the declared kind of geometry, in EPSG:2178 and for tiles in EPSG:3857', async () => {
    const { database: { db } } = await testDatabase();
    const stored = await db.any<{ name: string; type: string; srid: number }>(
      "SELECT f_geometry_column AS name, type, srid FROM geometry_columns WHERE f_table_schema || '.' || f_table_name = $1 ORDER BY name", [layer.view]);
    expect(stored.map(({ name, srid }) => [name, srid])).toEqual([['geom', 2178], ['geom_3857', 3857]]);
    for (const { type } of stored) expect(GEOMETRIES[layer.geometry]).toContain(type);
  });
});

describe.each(GENERALISED)('generalised layer $id', ({ generalised, temporal }) => {
  it('has its view for low zooms, with exactly the named fields', () => {
    expect([...(columns.get(`layer.${generalised.view}`)?.keys() ?? [])].sort()).toEqual(['id', ...generalised.fields, ...(temporal ? ['valid'] : []), 'geom_3857'].sort());
  });
});

describe('schema layer', () => {
  it('holds no view that no layer declares', () => {
    const declared = LAYERS.flatMap((layer) => [layer.view, ...(layer.generalised ? [`layer.${layer.generalised.view}`] : [])]);
    expect([...columns.keys()].filter((view) => !declared.includes(view))).toEqual([]);
  });
});
