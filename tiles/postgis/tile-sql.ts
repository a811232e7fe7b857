/** The text of a layer's tile query: the one template with the layer's constants filled in. Names come from the catalogue only. */
import { readFileSync } from 'node:fs';
import pgPromise from 'pg-promise';
import type { Field, Layer } from '../../domain/layers/layer.ts';
import { contentOf, hasLabels, labelContent, labelLayerId } from '../content.ts';

const TEMPLATE = readFileSync(new URL('./tile.sql', import.meta.url), 'utf8').replace(/^--.*\n/gm, '');

const { as } = pgPromise;
const columns = (fields: readonly Field[]): string => fields.map((field) => `${as.name(field.name)}, `).join('');
const relation = (view: string): string => view.split('.').map((part) => as.name(part)).join('.');

/** Which features stay when not all may: by extent on the ground for lines and polygons, for points in the order of their ids. */
const RANKINGS = {
  point: 'ORDER BY id LIMIT $5',
  line: 'ORDER BY ST_Length(geom_3857) DESC, id LIMIT $5',
  polygon: 'ORDER BY ST_Area(geom_3857) DESC, id LIMIT $5',
} as const;

/** Values to give with it: $1 z, $2 x, $3 y, $4 day where `usesDay`, $5 limit where ranked. */
export function tileSql(layer: Layer, z: number, ranked: boolean): string {
  const content = contentOf(layer, z);
  const labels = labelContent(layer);
  return as.format(TEMPLATE, {
    layer: layer.id,
    view: relation(content.view),
    columns: columns(content.fields),
    // $4 is named in every text, so that every layer takes the same list of values.
    valid: layer.temporal ? 'valid @> $4::date' : '$4::date IS NOT NULL',
    ranking: ranked ? RANKINGS[layer.geometry] : '',
    label_layer: labelLayerId(layer),
    label_view: relation(labels.view),
    label_columns: columns(labels.fields),
    label_field: layer.label ? as.name(layer.label.field) : 'id',
    labelled: hasLabels(layer, z) ? 'TRUE' : 'FALSE',
  });
}
