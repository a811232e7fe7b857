/** What the register says of a parcel (GET /api/parcels/{identifier}), and where a line of any answer comes from. */
import { z } from 'zod';
import { Bbox, MultiPolygon } from './geojson.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where a line of the panel comes from. */
export const Provenance = z.strictObject({
  source: z.string(),
  sourceDate: IsoDate.nullable(),
  demonstration: z.boolean(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Parcel = z.strictObject({
  id: z.int(),
  identifier: z.string(),
  number: z.string(),
  cadastralDistrict: z.strictObject({ id: z.string(), name: z.string() }),
  registrationUnit: z.strictObject({ id: z.string(), name: z.string() }),
  /** By geometry, never from the code; the district with the largest share. Null outside every district. */
  district: z.strictObject({ key: z.string(), roman: z.string(), name: z.string() }).nullable(),
  /** The official value; null when the register gives none. */
  registerAreaM2: z.int().nullable(),
  geometryAreaM2: z.number(),
  registrationGroup: z.int().nullable(),
  landUses: z.array(z.strictObject({ symbol: z.string(), soilClass: z.string().nullable(), areaM2: z.int() })),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  point: z.tuple([z.number(), z.number()]),
  bbox: Bbox,
  geometry: MultiPolygon,
  provenance: Provenance,
});
export type Parcel = z.infer<typeof Parcel>;
