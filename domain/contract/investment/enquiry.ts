/** Enquiries of investors about a listed site: what the form sends, and how the Investor Service Centre reads and answers them. */
import { z } from 'zod';
import { ENQUIRY_STATUSES } from '../../investment/enquiry-status.ts';
import { SiteKey } from './site.ts';

/** Nothing in it can become a header, a second line or another direction of reading. */
const line = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must be one line');
const text = (most: number) => z.string().transform((value) => value.replaceAll(/\r\n?/g, '\n').trim()).pipe(z.string().min(1).max(most).regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'must be plain text'));

/** GET /api/investment/enquiries/token: asked for when the form is opened. */
export const EnquiryTokenParameters = z.strictObject({ site: SiteKey });
/** Taken once, from three seconds to 24 hours after it was given, for this site. */
export const EnquiryToken = z.strictObject({ token: z.string() });
export type EnquiryToken = z.infer<typeof EnquiryToken>;

/** POST /api/investment/enquiries. 422 with `errors: [{ path: "token", message }]` of `too-early`, `expired`, `used` or `unknown`: ask for another token and send again. */
export const NewEnquiry = z.strictObject({
  token: z.string().min(1).max(200), site: SiteKey,
  name: line(120), email: z.email().max(254), phone: z.string().trim().regex(/^\+?[0-9 ()./-]{5,40}$/, 'must be a telephone number').optional(), company: line(160).optional(),
  message: text(4000),
  /** Not shown to people: empty. */
  website: z.string().max(2000),
  /** To the processing of what is written here in order to answer. */
  consent: z.literal(true),
});
export type NewEnquiry = z.infer<typeof NewEnquiry>;
/** 202. The same words sent again within an hour have the same reference. */
export const EnquiryReceipt = z.strictObject({ reference: z.string() });
export type EnquiryReceipt = z.infer<typeof EnquiryReceipt>;

const Person = z.strictObject({ id: z.int(), name: z.string() });
export const EnquiryStatusName = z.enum(ENQUIRY_STATUSES.map(({ value }) => value));

const summary = {
  id: z.int(), reference: z.string(), version: z.int(), site: z.strictObject({ key: z.string(), name: z.string(), listed: z.boolean() }),
  /** Null: erased. */
  name: z.string().nullable(), company: z.string().nullable(), receivedAt: z.iso.datetime(), status: EnquiryStatusName, assignee: Person.nullable(),
};
/** As the list has it. */
export const EnquirySummary = z.strictObject({ ...summary, begins: z.string().nullable().describe('the first words') });
export type EnquirySummary = z.infer<typeof EnquirySummary>;
export const EnquiryListParameters = z.strictObject({
  status: EnquiryStatusName.optional(), site: SiteKey.optional(),
  /** Those before this one (its id), newest first; 50 at a time. */
  before: z.string().regex(/^[1-9]\d{0,8}$/, 'must be the number of an enquiry').transform(Number).optional(),
});
export const EnquiryList = z.strictObject({
  enquiries: z.array(EnquirySummary), numberMatched: z.int(), more: z.boolean(),
  byStatus: z.strictObject({ new: z.int(), answered: z.int(), closed: z.int(), spam: z.int() }),
  /** The most asked about first, at most 100, spam left out. */
  bySite: z.array(z.strictObject({ key: z.string(), name: z.string(), enquiries: z.int() })),
  /** Whether enquiries are also sent by mail. */
  mailed: z.boolean(),
});
export type EnquiryList = z.infer<typeof EnquiryList>;

export const Enquiry = z.strictObject({
  ...summary, email: z.string().nullable(), phone: z.string().nullable(), message: z.string().nullable(), note: z.string(), erasedAt: z.iso.datetime().nullable(),
  changedAt: z.iso.datetime().nullable(), changedBy: Person.nullable(),
  /** What came of the letters to the office; empty: none were written. */
  mail: z.array(z.strictObject({ state: z.enum(['waiting', 'sent', 'failed']), at: z.iso.datetime() })),
  history: z.array(z.strictObject({ at: z.iso.datetime(), by: Person.nullable(), status: EnquiryStatusName, assignee: Person.nullable() })),
  /** Where the status may go. */
  steps: z.array(EnquiryStatusName),
});
export type Enquiry = z.infer<typeof Enquiry>;

/** PATCH …/{id} with If-Match; what is not named stays. */
export const EnquiryChange = z.strictObject({ status: EnquiryStatusName.optional(), assignee: z.int().nullable().optional(), note: z.string().max(4000).optional() })
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');
export type EnquiryChange = z.infer<typeof EnquiryChange>;
