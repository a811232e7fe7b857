/** A layer's features out of its database view, in portions, so that one connection is never held for long. */
import { readFileSync } from 'node:fs';
import type { Geometry, Point } from 'geojson';
import type { Field, Layer } from '../../domain/layers/layer.ts';
import { contentOf, labelContent, type TileContent } from '../content.ts';
import type { Query } from '../engine.ts';
import { fill, literal, relation, valueOn } from '../sql-text.ts';
import type { Attribute, FeatureSource } from './source.ts';

const TEMPLATE = readFileSync(new URL('./features.sql', import.meta.url), 'utf8');
const PORTION = 4000;

interface Row { readonly id: number; readonly attributes: Record<string, Attribute>; readonly geometry: string }

const attributes = (layer: Layer, fields: readonly Field[]): string =>
  `json_build_object(${fields.map((field) => `${literal(field.name)}, ${valueOn(layer, field, '$1::date')}`).join(', ')})`;

function textOf(layer: Layer, content: TileContent, geometry: string, labelled: string): string {
  // $1 is named in every text, so that every layer takes the same list of values.
  const valid = layer.temporal ? 'valid @> $1::date' : '$1::date IS NOT NULL';
  return fill(TEMPLATE, { view: relation(content.view), attributes: attributes(layer, content.fields), geometry, valid, labelled });
}

export function databaseSource(query: Query): FeatureSource {
  async function* portions(text: string, day: string): AsyncIterable<Row[]> {
    for (let after = -1; ;) {
      const rows = await query<Row>(text, [day, after, PORTION]);
      if (rows.length > 0) yield rows;
      if (rows.length < PORTION) return;
      after = rows.at(-1)!.id;
    }
  }
  return {
    async *features(layer, generalised, day) {
      const content = contentOf(layer, generalised ? layer.zooms.min : layer.zooms.max);
      for await (const rows of portions(textOf(layer, content, 'geom_3857', 'TRUE'), day)) {
        yield rows.map((row) => ({ ...row, geometry: JSON.parse(row.geometry) as Geometry }));
      }
    },
    async *labels(layer, day) {
      if (!layer.label) return;
      const text = textOf(layer, labelContent(layer), 'ST_PointOnSurface(geom_3857)', `${relation(layer.label.field)} IS NOT NULL`);
      for await (const rows of portions(text, day)) {
        yield rows.map((row) => ({ ...row, point: (JSON.parse(row.geometry) as Point).coordinates as [number, number] }));
      }
    },
  };
}
