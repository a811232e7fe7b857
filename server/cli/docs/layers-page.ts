/** The reference page of the layers, from the catalogue. */
import { LAYERS } from '../../../domain/layers/index.ts';
import type { Field, Layer } from '../../../domain/layers/layer.ts';
import { generatedFrom, table } from './markdown.ts';

function fieldRow(field: Field): string[] {
  const uses = [field.tile && 'tile', field.searchable && 'search', field.filterable && 'filter'].filter(Boolean).join(', ');
  return [`\`${field.name}\``, `${field.type}${field.unit ? ` (${field.unit})` : ''}`, field.label.pl, field.label.en, uses, field.note?.en ?? ''];
}

/** Code lists; a list of more than 12 values is told by its length, it stands in the OpenAPI document. */
function codeLists(layer: Layer): string {
  const lists = layer.fields.flatMap((field) => {
    if (!field.codes) return [];
    const values = field.codes.length > 12 ? `${field.codes.length} values` : field.codes.map((code) => `\`${code.value}\` ${code.label.en}`).join(' · ');
    return [`* \`${field.name}\`: ${values}`];
  });
  return lists.length > 0 ? `\n\nCode lists:\n\n${lists.join('\n')}` : '';
}

function layerSection(layer: Layer): string {
  const { zooms, generalised, source } = layer;
  const facts = [
    `view \`${layer.view}\``, layer.geometry, `zooms ${zooms.min}–${zooms.max} (tiles to ${zooms.maxTile})`,
    ...(generalised ? [`generalised below zoom ${generalised.belowZoom}`] : []), ...(layer.temporal ? ['temporal: `datetime=` chooses the day'] : []),
  ];
  return `## ${layer.title.en} – ${layer.title.pl}

\`${layer.id}\` · ${facts.join(' · ')}

${layer.abstract.en}

${table(['field', 'type', 'nazwa', 'label', 'used in', 'note'], layer.fields.map(fieldRow))}${codeLists(layer)}

Source: ${source.publisher}, ${source.licence}. ${source.notice.en}`;
}

/** docs/layers.md: every layer with its fields, code lists and source. */
export function layersPage(): string {
  const overview = table(['layer', 'subject', 'title', 'tytuł', 'geometry'], LAYERS.map((layer) => [`\`${layer.id}\``, layer.subject, layer.title.en, layer.title.pl, layer.geometry]));
  return `${generatedFrom('domain/layers')}
# Layers

${LAYERS.length} layers, in drawing order from the bottom up. Every one is a tile layer (\`/tiles/{layer}/{z}/{x}/{y}.mvt\`) and an OGC collection
(\`/api/collections/{layer}\`).

${overview}

${LAYERS.map(layerSection).join('\n\n')}
`;
}
