/** Backgrounds other than our own base map, as the administrator lists them and as the client is told: raster tiles, or a style of vector tiles. */
import { z } from 'zod';

const Common = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'must be small letters, digits and hyphens'),
  title: z.strictObject({ pl: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  attribution: z.string().min(1).max(200),
  maxZoom: z.int().min(0).max(24).default(19),
};

const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** The names of WMTS for the three parts of a tile's address become those of XYZ. */
const tileAddress = z.string().transform((text) => text.replace('{TileMatrix}', '{z}').replace('{TileRow}', '{y}').replace('{TileCol}', '{x}'))
  .refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)), 'must hold {z}, {x} and {y} (or {TileMatrix}, {TileCol} and {TileRow})')
  .refine((text) => address.safeParse(text.replace(/[{}]/g, '')).success, 'must be an http or https address');

/** Tiles of EPSG:3857: XYZ, WMTS REST, or WMTS KVP with the parameters of GetTile written out. */
const RasterBackground = z.strictObject({ ...Common, kind: z.literal('raster'), tiles: tileAddress, tileSize: z.union([z.literal(256), z.literal(512)]).default(256) });

/** A MapLibre style: its areas and lines are drawn, its names are not – ours stay. `origins`: where its tiles come from, beside the style itself. */
const StyleBackground = z.strictObject({ ...Common, kind: z.literal('style'), style: address, origins: z.array(address).max(10).default([]) });

export const Background = z.discriminatedUnion('kind', [RasterBackground, StyleBackground]);
export type Background = z.infer<typeof Background>;

export const Backgrounds = z.array(Background).max(20).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two backgrounds have the same id');
