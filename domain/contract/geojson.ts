/** GeoJSON (RFC 7946) as it travels here: longitude, latitude. Shape only; extent and validity are the geometry gate's. */
import { z } from 'zod';

export const Position = z.tuple([z.number(), z.number()]).rest(z.number());
const Ring = z.array(Position).min(4);

export const Point = z.strictObject({ type: z.literal('Point'), coordinates: Position });
export const MultiPoint = z.strictObject({ type: z.literal('MultiPoint'), coordinates: z.array(Position) });
export const LineString = z.strictObject({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) });
export const MultiLineString = z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position).min(2)) });
export const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) });
export const MultiPolygon = z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) });

export const Geometry = z.discriminatedUnion('type', [Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon]);
export type Geometry = z.infer<typeof Geometry>;

export const Bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** [west, south, east, north] in degrees. */
export type Bbox = z.infer<typeof Bbox>;
