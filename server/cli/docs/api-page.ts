/** The reference page of the HTTP interface, from the OpenAPI document that the server itself serves. */
import { z } from 'zod';
import { openApiDocument } from '../../rooms/openapi/openapi.ts';
import { generatedFrom, table } from './markdown.ts';

/** Paths of single layers differ only in their filters: one of them stands for all. */
const EXAMPLE_LAYER = 'parcels';

const Parameter = z.object({ name: z.string(), in: z.string(), description: z.string().optional(), required: z.boolean().optional() });
const Reference = z.object({ $ref: z.string() });
const Operation = z.object({
  summary: z.string(), tags: z.array(z.string()), parameters: z.array(z.union([Parameter, Reference])).default([]),
});
const Document = z.object({
  paths: z.record(z.string(), z.object({ servers: z.unknown().optional(), get: Operation.optional(), post: Operation.optional() })),
  components: z.object({ parameters: z.record(z.string(), Parameter) }),
});

interface Endpoint { method: string; address: string; operation: z.infer<typeof Operation> }

/** docs/api.md: every address with what it answers and what it takes. */
export function apiPage(): string {
  const { paths, components } = Document.parse(openApiDocument('http://127.0.0.1:3000'));
  const endpoints = Object.entries(paths).flatMap(([path, { servers, get, post }]): Endpoint[] => {
    const [, layer] = /^\/collections\/([a-z-]+)\/items/.exec(path) ?? [];
    if (layer !== undefined && layer !== EXAMPLE_LAYER) return [];
    const address = `${servers === undefined ? '/api' : ''}${path === '/' ? '' : path}`.replace(`/collections/${EXAMPLE_LAYER}/`, '/collections/{collectionId}/');
    return [{ method: 'GET', operation: get }, { method: 'POST', operation: post }].flatMap(({ method, operation }) => (operation ? [{ method, address, operation }] : []));
  });
  const common = (ref: string): z.infer<typeof Parameter> | undefined => components.parameters[ref.split('/').at(-1) ?? ''];

  const section = ({ method, address, operation }: Endpoint): string => {
    // Filters by field stand inline; they are the fields marked "filter" of docs/layers.md.
    const perLayer = address.includes('{collectionId}/items');
    const parameters = operation.parameters.flatMap((each) => ('$ref' in each ? common(each.$ref) ?? [] : perLayer && each.in === 'query' ? [] : each));
    const rows = parameters.map((each) => [`\`${each.name}\``, each.in, each.required ? 'yes' : '', each.description ?? '']);
    if (perLayer && !address.endsWith('{featureId}')) rows.push(['fields', 'query', '', 'every field marked *filter* in [layers](layers.md), by its name; numbers and dates also as `name_min` and `name_max`']);
    const summary = operation.summary.replace(/^[^:]+: (a page of features|one feature)$/, 'A layer: $1');
    return `### \`${method} ${address}\`

${summary}.${rows.length > 0 ? `\n\n${table(['parameter', 'in', 'required', 'meaning'], rows)}` : ''}`;
  };

  const tags = [...new Set(endpoints.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => `## ${tag}\n\n${endpoints.filter(({ operation }) => operation.tags[0] === tag).map(section).join('\n\n')}`);
  return `${generatedFrom('the OpenAPI document')}
# HTTP interface

The server serves the whole document, with schemas, at \`/api/openapi.json\`. Errors are \`application/problem+json\`; unknown parameters are errors.

${sections.join('\n\n')}
`;
}
