/** The text of a layer's tile query: the one template with the layer's constants filled in. Names come from the catalogue only. */
import { readFileSync } from 'node:fs';
import type { Field, Layer } from '../../domain/layers/layer.ts';
import { contentOf, hasLabels, labelContent, labelLayerId } from '../content.ts';
import { columnList, fill, literal, relation } from '../sql-text.ts';

const TEMPLATE = readFileSync(new URL('./tile.sql', import.meta.url), 'utf8');

const DAY = '$4::date';

const prefixed = (layer: Layer, fields: readonly Field[]): string => (fields.length > 0 ? `${columnList(layer, fields, DAY)},` : '');

/** Which features stay when not all may: by size on the map for lines and polygons, for points in the order of their ids. */
const RANKINGS = {
  point: 'ORDER BY id LIMIT $5',
  line: 'ORDER BY ST_Length(geom_3857) DESC, id LIMIT $5',
  polygon: 'ORDER BY ST_Area(geom_3857) DESC, id LIMIT $5',
} as const;

/** Takes the values $1 z, $2 x, $3 y, $4 day, and where ranked $5 how many features at most. */
export function tileSql(layer: Layer, z: number, ranked: boolean): string {
  const content = contentOf(layer, z);
  const labels = labelContent(layer);
  return fill(TEMPLATE, {
    layer: literal(layer.id),
    view: relation(content.view),
    columns: prefixed(layer, content.fields),
    // $4 is named in every text, so that every layer takes the same list of values.
    valid: layer.temporal ? `valid @> ${DAY}` : `${DAY} IS NOT NULL`,
    ranking: ranked ? RANKINGS[layer.geometry] : '',
    labelled: hasLabels(layer, z) ? 'TRUE' : 'FALSE',
    label_layer: literal(labelLayerId(layer)),
    label_view: relation(labels.view),
    label_columns: prefixed(layer, labels.fields),
    label_field: layer.label ? relation(layer.label.field) : 'id',
  });
}
