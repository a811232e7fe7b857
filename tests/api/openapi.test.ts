/** The OpenAPI document is valid, and what it promises is what the server does. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMIT, FeatureCollection, MAX_LIMIT } from '../../domain/contract/features.ts';
import { filterParameters } from '../../domain/contract/layer-schema.ts';
import { LAYERS } from '../../domain/layers/index.ts';
import { testApp, type TestApp } from '../support/app.ts';

interface Parameter { readonly $ref?: string; readonly name: string; readonly in: string; readonly schema: { readonly type: string; readonly format?: string; readonly enum?: string[] } }
interface Operation { readonly parameters: Parameter[]; readonly responses: Record<string, { content?: object }> }
interface Document {
  readonly servers: { url: string }[];
  readonly paths: Record<string, { servers?: { url: string }[]; get?: Operation }>;
  readonly components: { parameters: Record<string, Parameter>; schemas: Record<string, { allOf?: { properties?: { properties?: { properties: object } } }[] }> };
}

let app: TestApp;
let document: Document;
beforeAll(async () => {
  app = await testApp();
  document = await (await fetch(`${app.url}/api/openapi.json`)).json() as Document;
});

const resolved = (parameter: Parameter): Parameter => (parameter.$ref ? document.components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter);
const queryNames = (operation: Operation): string[] => operation.parameters.map(resolved).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);

describe('the document', () => {
  it('is valid OpenAPI 3.0 by the official schema', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect([valid, errors]).toEqual([true, undefined]);
    expect(validator.version).toBe('3.0');
  });

  it('is sent as what it is', async () => {
    expect((await fetch(`${app.url}/api/openapi.json`)).headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.0');
    for (const accept of ['application/vnd.oai.openapi+json;version=3.0', 'application/openapi+json;version=3.0, application/json', '*/*']) {
      expect((await fetch(`${app.url}/api/openapi.json`, { headers: { Accept: accept } })).status).toBe(200);
    }
  });

  it('says where QGIS and GDAL look for it how many features a page may hold', () => {
    expect(document.components.parameters['limit']!.schema).toMatchObject({ maximum: MAX_LIMIT, default: DEFAULT_LIMIT });
    expect(document.paths['/collections/parcels/items']!.get!.parameters).toContainEqual({ $ref: '#/components/parameters/limit' });
  });

  it('describes every layer with its own filters and properties', () => {
    for (const layer of LAYERS) {
      const names = queryNames(document.paths[`/collections/${layer.id}/items`]!.get!);
      expect(names).toEqual(['f', 'bbox', 'bbox-crs', 'crs', 'limit', 'offset', 'datetime', 'filter', 'filter-lang', 'filter-crs', ...filterParameters(layer).map((parameter) => parameter.name)]);
    }
  });
});

describe('the server', () => {
  const samples: Record<string, string> = { string: 'x', integer: '1', number: '1.5', boolean: 'true', array: '19.9,50,20,50.1', date: '2024-05-01', uri: '' };
  const wellFormed: Record<string, string> = { datetime: '2024-05-01', filter: 'TRUE' };
  const sampleOf = ({ schema }: Parameter): string => schema.enum?.[0] ?? samples[schema.format ?? schema.type]!;

  it('takes every parameter that is described, on every layer, and answers with what is described', async () => {
    for (const layer of LAYERS) {
      const operation = document.paths[`/collections/${layer.id}/items`]!.get!;
      const query = operation.parameters.map(resolved).map((parameter) => [parameter.name, wellFormed[parameter.name] ?? sampleOf(parameter)]);
      const response = await fetch(`${document.servers[0]!.url}/collections/${layer.id}/items?${new URLSearchParams(query).toString()}`);
      const text = await response.text();
      expect([layer.id, response.status, text.slice(0, 300)]).toEqual([layer.id, 200, expect.anything()]);
    }
  });

  it('gives features of every layer with exactly the properties that are described', async () => {
    let seen = 0;
    for (const layer of LAYERS) {
      const response = await fetch(`${document.servers[0]!.url}/collections/${layer.id}/items?limit=3`);
      const page = FeatureCollection.parse(await response.json());
      const name = `${layer.id.split('-').map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}Feature`;
      const described = document.components.schemas[name]!.allOf![1]!.properties!.properties!.properties;
      for (const feature of page.features) {
        expect([layer.id, Object.keys(feature.properties)]).toEqual([layer.id, Object.keys(described)]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('answers at every described address that needs no argument', async () => {
    const addresses = Object.entries(document.paths).filter(([path, item]) => item.get && !path.includes('{') && !['/search', '/places/extract', '/places/statement', '/investment/capacity', '/investment/report.pdf', '/investment/assemblies', '/investment/export'].includes(path))
      .map(([path, item]) => `${(item.servers ?? document.servers)[0]!.url}${path === '/' ? '' : path}`);
    expect(addresses.length).toBeGreaterThan(LAYERS.length);
    for (const address of addresses) expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });
});
