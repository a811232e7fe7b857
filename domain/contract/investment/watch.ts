/** Watches of the investor's search (/api/investment/watches): what one would have told, how one is set, what it tells. */
import { z } from 'zod';
import { MAX_LENGTH } from '../../cql2/ast.ts';
import { LANGUAGES } from '../../text/language.ts';

/** A site came to fit, is another than it was while it fits, ceased to fit. */
export const WATCH_KINDS = ['appeared', 'changed', 'left'] as const;
export const WatchKind = z.enum(WATCH_KINDS);
export type WatchKind = z.infer<typeof WatchKind>;

const Kinds = z.array(WatchKind).min(1).max(WATCH_KINDS.length).refine((kinds) => new Set(kinds).size === kinds.length, 'names a kind twice');
/** CQL2 text over the queryables of layer investment-sites, geometries in CRS84; empty: every site. */
const filter = z.string().max(MAX_LENGTH);

export const WatchPreviewRequest = z.strictObject({ filter, kinds: Kinds.optional() });

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
/** A property of the layer before and after; `geom`: the shape, without values. */
export const WatchChange = z.strictObject({ field: z.string(), from: Value, to: Value });
export type WatchChange = z.infer<typeof WatchChange>;

export const WatchEvent = z.strictObject({
  /** Number of the version of the site that it tells of: greater is later, and none comes twice. */
  seq: z.number(), key: z.string(), title: z.string(), kind: WatchKind,
  /** When it was told. */
  at: z.iso.datetime(),
  /** Whether it was put on or taken off the list of sites, or is listed on and came to fit or ceased to. */
  by: z.enum(['listing', 'condition']),
  /** Against what was told of the site before; of a site that was put on or taken off the list nothing. */
  changes: z.array(WatchChange),
  demonstration: z.boolean(),
});
export type WatchEvent = z.infer<typeof WatchEvent>;

/** What a watch with this filter would have told in the last twelve months. */
export const WatchPreview = z.strictObject({
  from: z.iso.datetime(), to: z.iso.datetime(),
  /** Since when it is recorded what was listed, if that is later than `from`: before that nothing is known. Null: nothing is recorded yet. */
  recordedSince: z.iso.datetime().nullable(),
  /** How many sites fit now. */
  fitting: z.int(),
  total: z.int(), counts: z.record(WatchKind, z.int()),
  /** The newest first, at most 200. */
  events: z.array(WatchEvent),
});
export type WatchPreview = z.infer<typeof WatchPreview>;

/** Shown in mail programs and feed readers: one line, no signs that turn text around. */
const name = z.string().transform((text) => text.trim()).pipe(z.string().min(1, 'must not be empty').max(120)
  .refine((text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u.test(text) && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'must be one line of plain text'));

const common = { name, filter, kinds: Kinds.optional(), lang: z.enum(LANGUAGES) };
export const NewWatch = z.discriminatedUnion('notify', [
  z.strictObject({ notify: z.literal('feed'), ...common }),
  z.strictObject({ notify: z.literal('email'), email: z.string().max(254), ...common }),
]);
export type NewWatch = z.input<typeof NewWatch>;

/** `feed`: where it is read, and the page on which it is ended. `confirm`: nothing is told until the link in the first letter is used; the same whoever's address it is. */
export const WatchSet = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('feed'), id: z.string(), feedUrl: z.url(), endUrl: z.url() }),
  z.strictObject({ state: z.literal('confirm') }),
]);
export type WatchSet = z.infer<typeof WatchSet>;

/** How this server can tell. */
export const WatchWays = z.strictObject({ feed: z.literal(true), email: z.boolean() });
export type WatchWays = z.infer<typeof WatchWays>;
