/** The OpenAPI 3.0 document, made from the catalogue and the contract. */
import { LAYERS } from '../../../domain/layers/index.ts';
import { PROBLEM_TYPE } from '../../http/problem.ts';
import { differencePaths } from './difference-paths.ts';
import { FEATURE_PARAMETERS, featurePaths } from './feature-paths.ts';
import { investmentPaths } from './investment-paths.ts';
import { linkPaths } from './link-paths.ts';
import { type Schema, contractSchemas, featureSchema, featureSchemaName, ref } from './schemas.ts';
import { rootPaths, searchPaths } from './search-paths.ts';
import { statementPaths } from './statement-paths.ts';

/** Links in it are absolute, from `publicUrl` (without a trailing slash). */
export function openApiDocument(publicUrl: string): Schema {
  return {
    openapi: '3.0.3',
    info: {
      title: 'MSIP Kraków', version: '1.0.0', license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      description: "The city's spatial data: OGC API Features, search, parcels, vector tiles. Errors are application/problem+json; unknown parameters are errors.",
    },
    servers: [{ url: `${publicUrl}/api` }],
    tags: ['features', 'search', 'parcels', 'planning', 'investment', 'links', 'tiles', 'styles', 'operation'].map((name) => ({ name })),
    paths: { ...featurePaths(), ...searchPaths(), ...differencePaths(), ...statementPaths(), ...investmentPaths(), ...linkPaths(), ...rootPaths(publicUrl) },
    components: {
      schemas: { ...contractSchemas(), ...Object.fromEntries(LAYERS.map((layer) => [featureSchemaName(layer), featureSchema(layer)])) },
      parameters: FEATURE_PARAMETERS,
      responses: { Problem: { description: 'What is wrong, and with what', content: { [PROBLEM_TYPE]: { schema: ref('schemas', 'Problem') } } } },
    },
  };
}
