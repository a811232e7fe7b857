/** TileJSON 3.0 of every layer says what its tiles hold, with absolute addresses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LAYERS } from '../../domain/layers/index.ts';
import { type Door, openDoor, PUBLIC_URL, scriptedDatabase } from './support/door.ts';

const Zoom = z.int().min(0).max(30);
const Lon = z.number().min(-180).max(180);
const Lat = z.number().min(-90).max(90);

/** The schema of the specification, with what it leaves optional and we promise made required. */
const TileJson = z.strictObject({
  tilejson: z.literal('3.0.0'),
  name: z.string().min(1), description: z.string().min(1), attribution: z.string().min(1), scheme: z.literal('xyz'),
  tiles: z.tuple([z.url()]),
  minzoom: Zoom, maxzoom: Zoom,
  bounds: z.tuple([Lon, Lat, Lon, Lat]),
  center: z.tuple([Lon, Lat, Zoom]),
  vector_layers: z.array(z.strictObject({ id: z.string(), description: z.string(), minzoom: Zoom, maxzoom: Zoom, fields: z.record(z.string(), z.string()) })).min(1),
});

let door: Door;
beforeAll(async () => { door = await openDoor(scriptedDatabase(() => Promise.resolve(Buffer.alloc(0))).database); });
afterAll(() => door.close());

const document = async (layers: string): Promise<z.infer<typeof TileJson>> => {
  const { status, headers, body } = await door.ask(`/tiles/${layers}.json`, { Accept: 'application/json', 'Accept-Encoding': 'identity' });
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  return TileJson.parse(JSON.parse(body.toString()));
};

describe.each(LAYERS)('TileJSON of $id', (layer) => {
  it('holds to the specification and to the catalogue', async () => {
    const { tiles, minzoom, maxzoom, bounds, center, vector_layers: [own, labels], attribution } = await document(layer.id);
    expect(tiles).toEqual([`${PUBLIC_URL}/tiles/${layer.id}/{z}/{x}/{y}.mvt`]);
    expect([minzoom, maxzoom, attribution]).toEqual([layer.zooms.min, layer.zooms.maxTile, layer.source.attribution]);
    expect(Object.keys(own?.fields ?? {})).toEqual(layer.fields.filter((field) => field.tile).map((field) => field.name));
    expect(own?.id).toBe(layer.id);
    expect(labels?.id).toBe(layer.geometry === 'polygon' && layer.label ? `${layer.id}-labels` : undefined);
    if (labels) expect(labels.minzoom).toBeLessThanOrEqual(labels.maxzoom);
    expect(bounds[0] < center[0] && center[0] < bounds[2] && bounds[1] < center[1] && center[1] < bounds[3]).toBe(true);
    expect(center[2]).toBeGreaterThanOrEqual(minzoom);
    expect(center[2]).toBeLessThanOrEqual(maxzoom);
  });
});

describe('TileJSON', () => {
  it('of several layers is one document with the zooms of all', async () => {
    const { tiles, minzoom, maxzoom, attribution, vector_layers: layers } = await document('parcels,city');
    expect(attribution).toBe('Gmina Miejska Kraków, GUGiK');
    expect([tiles[0].endsWith('/tiles/parcels,city/{z}/{x}/{y}.mvt'), minzoom, maxzoom]).toEqual([true, 6, 16]);
    expect(layers.map(({ id }) => id)).toEqual(['parcels', 'parcels-labels', 'city']);
  });

  it('ignores the Host header', async () => {
    const { body } = await door.ask('/tiles/city.json', { Host: 'evil.example' });
    expect(body.toString()).not.toContain('evil');
  });

  it('is revalidated with its ETag', async () => {
    const { headers: { etag = '' } } = await door.ask('/tiles/city.json');
    expect((await door.ask('/tiles/city.json', { 'If-None-Match': etag })).status).toBe(304);
  });
});
