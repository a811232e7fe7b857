/** Whether an extract that somebody holds is what the registers say: GET /api/verify/{hash}, and /verify/{hash} for people. */
import { z } from 'zod';

const IsoDate = z.iso.date();

export const ExtractRecord = z.strictObject({
  /** For people: `MSIP-1A2B-3C4D-5E6F`. */
  number: z.string(),
  hash: z.string(),
  identifier: z.string(),
  /** The day the extract is for. */
  day: IsoDate,
  /** Day of the last import and number of editions when it was issued. */
  dataVersion: z.string(),
  issuedAt: z.string(),
  /** Where it can be checked. */
  url: z.string(),
});
export type ExtractRecord = z.infer<typeof ExtractRecord>;

/** `unchanged`: the registers say the same today of that day; `superseded`: they say something else, or nothing; `unknown`: no such extract was issued. */
export const Verification = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unchanged'), record: ExtractRecord }),
  z.strictObject({
    state: z.literal('superseded'),
    record: ExtractRecord,
    /** Not earlier than this import; null: the rows were changed without one. */
    since: z.strictObject({ day: IsoDate, dataset: z.string() }).nullable(),
    /** The extract of that day as it would be issued now; null: the registers no longer know the parcel on that day. */
    by: ExtractRecord.nullable(),
  }),
  z.strictObject({ state: z.literal('unknown'), hash: z.string() }),
]);
export type Verification = z.infer<typeof Verification>;
