/** Investment sites as the Investor Service Centre edits them: drafts with versions, their files, publishing. Fields are called as the catalogue calls them. */
import { z } from 'zod';
import { OFFER_FORMS, SITE_STATUSES } from '../../layers/investment-sites.ts';
import { STRATEGIC_AREAS } from '../../layers/land-fact-fields.ts';
import { Bbox, MultiPolygon } from '../geojson.ts';
import { SiteKey } from './site.ts';

const oneOf = <const T extends readonly { readonly value: string }[]>(codes: T) => z.enum(codes.map(({ value }) => value) as [T[number]['value'], ...T[number]['value'][]]);
const line = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must be one line');
/** `126103_9.0025.41/3` */
const ParcelId = z.string().regex(/^[0-9A-Za-z_./;-]{5,60}$/, 'must be the identifier of a parcel');

/** What people write; the whole of it is sent with every change. Its land is the union of its parcels. */
export const SiteContent = z.strictObject({
  name: line(200), status: oneOf(SITE_STATUSES), strategic_area: oneOf(STRATEGIC_AREAS), offer_form: oneOf(OFFER_FORMS),
  /** Null: set by tender, or not yet known. */
  price_pln: z.number().min(0.01).max(1e12).nullable(), by_tender: z.boolean(),
  parcels: z.array(ParcelId).min(1).max(100),
  utilities: z.array(line(80)).max(20), power_kw: z.int().positive().max(10_000_000).nullable(),
  road_access: line(500).nullable(), rail_access: line(500).nullable(), contact: line(500).nullable(),
  /** In the order in which they are shown; the title says what is to be seen. */
  files: z.array(z.strictObject({ id: z.uuid().toLowerCase(), title: line(200) })).max(40),
}).refine(({ by_tender, price_pln }) => by_tender || price_pln !== null, { path: ['price_pln'], message: 'a price, or by tender' })
  .refine(({ parcels }) => new Set(parcels).size === parcels.length, { path: ['parcels'], message: 'names a parcel twice' })
  .refine(({ files }) => new Set(files.map(({ id }) => id)).size === files.length, { path: ['files'], message: 'names a file twice' });
export type SiteContent = z.infer<typeof SiteContent>;

/** POST /api/investment/desk/sites: a new one, by a key that is free (409) and stays its address; the same request again makes no second one. Its files come later. */
export const NewSite = z.strictObject({ key: SiteKey, content: SiteContent });
export type NewSite = z.infer<typeof NewSite>;
/** POST /api/investment/desk/sites: a draft from what is listed under this key, by whomever. */
export const TakenOverSite = z.strictObject({ takeOver: SiteKey });

const Person = z.strictObject({ id: z.int(), name: z.string() });
/** `published`: as it stands; `changed`: an earlier version is public. */
export const DeskSiteState = z.enum(['unpublished', 'published', 'changed', 'withdrawn']);
export const DeskSiteSummary = z.strictObject({
  key: z.string(), version: z.int(), name: z.string(), status: oneOf(SITE_STATUSES), state: DeskSiteState, areaM2: z.number(), demonstration: z.boolean(), changedAt: z.iso.datetime(), changedBy: Person,
});
export type DeskSiteSummary = z.infer<typeof DeskSiteSummary>;
/** Listed, and not yet taken over for editing. */
export const ListedSite = z.strictObject({ key: z.string(), name: z.string(), status: z.string(), areaM2: z.number(), source: z.string(), demonstration: z.boolean() });
export type ListedSite = z.infer<typeof ListedSite>;
export const DeskSiteList = z.strictObject({ sites: z.array(DeskSiteSummary), listed: z.array(ListedSite) });
export type DeskSiteList = z.infer<typeof DeskSiteList>;

export const DeskFile = z.strictObject({ id: z.uuid(), kind: z.enum(['picture', 'document']), name: z.string(), mediaType: z.string(), bytes: z.int(), addedBy: Person, addedAt: z.iso.datetime() });
export type DeskFile = z.infer<typeof DeskFile>;

export const DeskSite = z.strictObject({
  ...DeskSiteSummary.shape, publishedVersion: z.int().nullable(), content: SiteContent, geometry: MultiPolygon, bbox: Bbox, createdAt: z.iso.datetime(),
  /** Parcels that stand no more: the land stays as it was until others are named. */
  missingParcels: z.array(z.string()),
  /** Whose the public row of this key is; `other`: an import has taken its place since. */
  listedBy: z.enum(['desk', 'other', 'nobody']),
  /** Every one that was brought, also those that the content does not name (any more). */
  files: z.array(DeskFile),
});
export type DeskSite = z.infer<typeof DeskSite>;

/** POST …/{key}/publication · …/withdrawal · …/restoration, each with If-Match. */
export const SitePublication = z.strictObject({});
export const SiteWithdrawal = z.strictObject({ reason: z.string().trim().min(1).max(1000) });
export const SiteRestoration = z.strictObject({ version: z.int().positive() });

export const SITE_ACTIONS = ['created', 'taken-over', 'changed', 'restored', 'published', 'withdrawn'] as const;
export const SiteHistory = z.strictObject({
  versions: z.array(z.strictObject({ version: z.int(), at: z.iso.datetime(), by: Person, action: z.enum(SITE_ACTIONS), note: z.string().nullable(), areaM2: z.number(), content: SiteContent })),
});
export type SiteHistory = z.infer<typeof SiteHistory>;
