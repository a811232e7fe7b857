/** OGC API – Features Part 1 (Core, GeoJSON, HTML, OpenAPI) and Part 2 (coordinate systems) for every layer of the catalogue. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { CONFORMANCE, type Collections, type Conformance, type LayerSources } from '../../../domain/contract/features.ts';
import { LAYERS } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { htmlPage } from '../../http/html-page.ts';
import { acceptsJson, formatOf, languageOf } from '../../http/negotiation.ts';
import { note } from '../../http/observe.ts';
import { Problem } from '../../http/problem.ts';
import { resource } from '../../http/resource.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { gateFilter } from '../../registers/filter.ts';
import { addressOf, layerOf, sendDocument } from './answer.ts';
import { CRS_URIS, collection, featureSchema, landing, queryables } from './collections.present.ts';
import { csvOf } from './csv.ts';
import { featurePresenter } from './features.present.ts';
import { featuresRepository } from './features.repository.ts';
import { FORMATS, ItemQuery, itemsQuerySchema } from './items-query.ts';
import { pageLinks, selfLinks } from './links.ts';

const SCHEMA = { type: 'application/schema+json' };
const MAX_ID = 2_147_483_647;

export function featuresRoutes({ config: { publicUrl }, database }: { config: Config; database: Database }): Router {
  const router = Router();
  const features = featuresRepository(database.db);
  const schemas = new Map(LAYERS.map((layer) => [layer, itemsQuerySchema(layer)]));
  const collectionUrl = (layer: Layer): string => `${publicUrl}/api/collections/${layer.id}`;
  const describe = async (layer: Layer, language: 'pl' | 'en', self = selfLinks(collectionUrl(layer), 'application/json', {})) =>
    collection(publicUrl, layer, await features.extent(layer), language, self);

  /** https://…/api */
  resource(router, '/api', { GET: (req, res) => sendDocument(req, res, publicUrl, (language, self) => landing(publicUrl, language, self)) });

  resource(router, '/api/conformance', { GET: (req, res) => sendDocument(req, res, publicUrl, (): Conformance => ({ conformsTo: [...CONFORMANCE] })) });

  resource(router, '/api/collections', {
    GET: (req, res) => sendDocument(req, res, publicUrl, async (language, links): Promise<Collections> => ({
      links, crs: [...CRS_URIS], collections: await Promise.all(LAYERS.map((layer) => describe(layer, language))),
    })),
  });

  /** https://…/api/sources: what the legend and the marks of the map ask, a tenth of all collections. */
  resource(router, '/api/sources', { GET: async (req, res) => {
    acceptsJson(req);
    parseQuery(z.strictObject({}), req);
    const entries = await Promise.all(LAYERS.map(async (layer): Promise<[string, LayerSources['sources'][string]]> => {
      const extent = await features.extent(layer);
      return [layer.id, extent && { source: extent.source, sourceDate: extent.source_date, demonstration: extent.demonstration }];
    }));
    await sendJson(req, res, { sources: Object.fromEntries(entries) } satisfies LayerSources);
  } });

  /** https://…/api/collections/parcels */
  resource(router, '/api/collections/:layer', { GET: (req, res) => sendDocument(req, res, publicUrl, (language, self) => describe(layerOf(req), language, self)) });

  resource(router, '/api/collections/:layer/queryables', {
    GET: (req, res) => sendDocument(req, res, publicUrl, (language) => queryables(publicUrl, layerOf(req), language), SCHEMA),
  });

  resource(router, '/api/collections/:layer/schema', {
    GET: (req, res) => sendDocument(req, res, publicUrl, (language) => featureSchema(publicUrl, layerOf(req), language), SCHEMA),
  });

  /** https://…/api/collections/zones/items?bbox=19.93,50.06,19.94,50.07&zone_class=MW&limit=50 */
  resource(router, '/api/collections/:layer/items', { GET: sendItems });

  /** https://…/api/collections/districts/items/13?crs=http://www.opengis.net/def/crs/EPSG/0/2178 */
  resource(router, '/api/collections/:layer/items/:id', { GET: sendItem });

  async function sendItems(req: Request, res: Response): Promise<void> {
    const layer = layerOf(req);
    note(req, { layer: layer.id });
    const query = parseQuery(schemas.get(layer)!, req);
    const format = formatOf(req, FORMATS, query.format);
    if (query.expression) await gateFilter(database.db, query.expression);
    const { rows, matched } = await features.page(layer, query);
    const url = addressOf(req, publicUrl);
    const present = featurePresenter(layer);
    const page = {
      type: 'FeatureCollection', features: rows.map((row) => present(row)), numberMatched: matched, numberReturned: rows.length,
      links: [
        ...selfLinks(url, FORMATS[format], FORMATS), ...pageLinks(url, query, matched, FORMATS[format]),
        { href: collectionUrl(layer), rel: 'collection', type: 'application/json' },
      ],
    };
    res.set('Content-Crs', `<${query.system.uri}>`).set('OGC-NumberMatched', String(matched));
    if (format === 'json') return sendJson(req, res, page, { type: FORMATS.json, volatile: { timeStamp: new Date().toISOString() } });
    if (format === 'html') {
      const listed = page.features.map(({ id, properties }) => ({ ...properties, links: [{ href: `${collectionUrl(layer)}/items/${id}?f=html`, rel: 'item', type: 'text/html' }] }));
      const language = languageOf(req, res);
      return sendText(req, res, htmlPage(layer.title[language], { ...page, features: listed }, language), { type: 'text/html' });
    }
    res.set('Link', page.links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(', '));
    res.attachment(`${layer.id}.csv`);
    return sendText(req, res, csvOf(layer, page.features), { type: 'text/csv' });
  }

  async function sendItem(req: Request, res: Response): Promise<void> {
    const layer = layerOf(req);
    const { crs: system } = parseQuery(ItemQuery, req);
    const id = String(req.params.id);
    const row = /^\d{1,10}$/.test(id) && Number(id) <= MAX_ID ? await features.byId(layer, Number(id), system) : null;
    if (!row) throw new Problem('feature-not-found', `The layer "${layer.id}" has no feature "${id.slice(0, 100)}".`);
    res.set('Content-Crs', `<${system.uri}>`);
    const parent = { href: collectionUrl(layer), rel: 'collection', type: 'application/json' };
    return sendDocument(req, res, publicUrl, (_language, self) => featurePresenter(layer)(row, [...self, parent]), { type: FORMATS.json, query: ItemQuery });
  }

  return router;
}
