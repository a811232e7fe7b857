/** Spatial search: POST /api/search/area – a polygon, a circle or a distance from an object → what is there. */
import { z } from 'zod';
import { Day } from './day.ts';
import { Bbox, MultiPolygon, Polygon, Position } from './geojson.ts';
import { Provenance } from './parcel.ts';

export const AreaOfInterest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('geometry'), geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]) }),
  z.strictObject({ type: z.literal('circle'), center: Position, radiusM: z.number().min(0.1).max(5_000) }),
  z.strictObject({ type: z.literal('distance'), layer: z.string().max(50), key: z.string().min(1).max(200), distanceM: z.number().min(0).max(5_000) }),
]);
export type AreaOfInterest = z.infer<typeof AreaOfInterest>;

/** Objects of a layer in one answer. */
export const MAX_AREA_PAGE = 1_000;

export const AreaRequest = z.strictObject({
  area: AreaOfInterest,
  /** Layer ids, at most 12, each once. */
  layers: z.array(z.string().max(50)).min(1).max(12).refine((ids) => new Set(ids).size === ids.length, 'a layer is named twice'),
  /** Objects listed per layer (a page), at most 1000: more gives 1000. Counts are always of all. */
  limit: z.int().min(1).default(50),
  offset: z.int().min(0).max(100_000).default(0),
  /** The day the answer is for, default today. */
  datetime: Day.optional(),
});
export type AreaRequest = z.input<typeof AreaRequest>;

export const AreaHit = z.strictObject({
  id: z.int(),
  key: z.string(),
  /** Value of the layer's title field. */
  title: z.string(),
  /** Value of the symbology field, to draw the chip; null where the layer has one class. */
  class: z.union([z.string(), z.number(), z.null()]),
  point: z.tuple([z.number(), z.number()]),
  bbox: Bbox,
  /** Area of the object (polygons) or length (lines), m² or m in PL-2000; null for points. */
  measure: z.number().nullable(),
  /** The part of that inside the area of interest. */
  measureInside: z.number().nullable(),
  /** measureInside ÷ measure, 0–1; null for points. */
  shareInside: z.number().nullable(),
});
export type AreaHit = z.infer<typeof AreaHit>;

export const AreaAnswer = z.strictObject({
  /** The area of interest as it was understood (a circle becomes a polygon), longitude latitude. */
  area: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
  areaM2: z.number(),
  layers: z.array(z.strictObject({
    layer: z.string(),
    count: z.int(),
    /** Sum of `measureInside` over all objects, m² or m. */
    measureInside: z.number().nullable(),
    /** Whose data all these objects are, and of which day; empty when there are none. */
    sources: z.array(Provenance),
    hits: z.array(AreaHit),
    /** Offset of the next page; null at the end. */
    next: z.int().nullable(),
  })),
});
export type AreaAnswer = z.infer<typeof AreaAnswer>;
