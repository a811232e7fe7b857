/** A word of the office on one overlap of a parcel and a zone that was measured: it stays on record, the measure too. For planners; residents read it in the extract. */
import { z } from 'zod';

/** POST /api/overlaps/overrulings; it counts from today. 409 while another word on the same overlap stands. */
export const NewOverlapOverruling = z.strictObject({
  parcel: z.string().min(1).max(100), layer: z.enum(['zones', 'general-plan-zones']), zone: z.string().min(1).max(200),
  says: z.enum(['does-not-apply', 'applies']), reason: z.string().trim().min(10).max(1000),
});
export type NewOverlapOverruling = z.infer<typeof NewOverlapOverruling>;

const Person = z.strictObject({ id: z.int(), name: z.string() });
export const OverlapOverruling = NewOverlapOverruling.extend({
  id: z.int(), fromDay: z.iso.date(), by: Person, at: z.iso.datetime(),
  /** The first day on which it counts no more; null while it stands. */
  untilDay: z.iso.date().nullable(), revokedBy: Person.nullable(), revokedAt: z.iso.datetime().nullable(),
});
export type OverlapOverruling = z.infer<typeof OverlapOverruling>;
/** GET /api/overlaps/overrulings?parcel=…: the newest first, with those that were revoked. DELETE …/{id} revokes one. */
export const OverlapOverrulings = z.strictObject({ overrulings: z.array(OverlapOverruling) });
export type OverlapOverrulings = z.infer<typeof OverlapOverrulings>;
