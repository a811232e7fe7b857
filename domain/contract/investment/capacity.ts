/**
 * How much may be built on a listed site, or on a set of parcels taken together, by the plans in force on a day (GET /api/investment/capacity):
 * each figure split by zones and tied to its paragraph, and the allowed envelope beside what plans allow next door. What a plan does not set is
 * unknown, never a guess; drafts and the general plan set nothing here.
 */
import { z } from 'zod';
import { parseParcelIdentifier } from '../../geo/parcel-identifier.ts';
import { CAPACITY_FIGURES, UNKNOWN_REASONS } from '../../planning/capacity.ts';
import { PARKING_BASES } from '../../planning/parking.ts';
import { Day } from '../day.ts';
import { Extract, OverlapClass, ZoneShare } from '../extract.ts';
import { MultiPolygon, Polygon } from '../geojson.ts';
import { Provenance } from '../parcel.ts';

export const MOST_PARCELS = 20;

const Parcels = z.string().max(800).transform((text) => text.split(',')).pipe(z.array(z.string().refine((one) => parseParcelIdentifier(one) !== null, 'must be identifiers like 126105_9.0001.580/4, separated by commas'))
  .min(1).max(MOST_PARCELS, `must be at most ${MOST_PARCELS}`).refine((all) => new Set(all).size === all.length, 'names a parcel twice'));

export const CapacityParameters = z.strictObject({
  /** Key of a site of `investment-sites`. */
  site: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/i, 'must be the key of a site').optional(),
  /** Identifiers of parcels, separated by commas. */
  parcels: Parcels.optional(),
  /** The day whose plans and parcels are meant, default today. */
  datetime: Day.optional(),
}).refine(({ site, parcels }) => (site === undefined) !== (parcels === undefined), { path: ['site'], message: 'either site or parcels must be given' });

export const CapacitySubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), key: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('parcels'), identifiers: z.array(z.string()) }),
]);
export type CapacitySubject = z.infer<typeof CapacitySubject>;

export const CapacityPlan = z.strictObject({
  key: z.string(), name: z.string(), resolution: z.string().nullable(), resolutionDate: z.iso.date().nullable(), journal: z.string().nullable(), inForceFrom: z.iso.date().nullable(), provenance: Provenance,
});

/** A part of the land under one zone in force, or under none. */
export const CapacityLand = z.strictObject({
  /** `no-plan`: no plan in force there; `no-zone`: within a plan whose zones leave it out; `outside-city`; `not-known`: the register of plans does not speak of that day. */
  land: z.enum(['zone', 'no-plan', 'no-zone', 'outside-city', 'not-known']),
  areaM2: z.number(),
  /** As in the extract: `edge` is narrower than the drawings are accurate, and counted as measured. Null without a zone. */
  overlap: OverlapClass.nullable(),
  zone: ZoneShare.pick({ layer: true, key: true, symbol: true, zoneClass: true, designation: true, paragraph: true, definitionRegime: true, accuracyM: true, provenance: true }).nullable(),
  plan: CapacityPlan.nullable(),
  /** What the office says of the overlap of this zone with parcels of the set; the measure stays as it is. */
  overruled: z.array(z.strictObject({ parcel: z.string(), says: z.enum(['does-not-apply', 'applies']), reason: z.string(), since: z.iso.date() })),
});
export type CapacityLand = z.infer<typeof CapacityLand>;

const ParkingRule = z.strictObject({ least: z.number().nullable(), most: z.number().nullable(), per: z.number(), basis: z.enum(PARKING_BASES) });

export const CapacityPart = z.strictObject({
  zone: z.strictObject({ layer: z.string(), key: z.string(), symbol: z.string() }).nullable(),
  areaM2: z.number(),
  /** m², m or places, not rounded; null: `unknown` says why. */
  value: z.number().nullable(),
  /** The figure of the plan: 40 (%), 1.2, 16 (m), 20 (places). */
  rule: z.number().nullable(),
  /** Parking: the rule as the plan words it, and as it was understood. */
  text: z.string().nullable(),
  parking: ParkingRule.nullable(),
  paragraph: z.string().nullable(),
  unknown: z.enum(UNKNOWN_REASONS).nullable(),
});

export const CapacityFigure = z.strictObject({
  name: z.enum(CAPACITY_FIGURES),
  unit: z.enum(['m2', 'm', 'places']),
  /** `most`: no more is allowed; `least`: no less; `most-needed`: at most that is asked for, if the whole floor area were of the use that the rule counts. */
  bound: z.enum(['most', 'least', 'most-needed']),
  /** Of the whole land; null as soon as it is unknown on any part of it, but for strips narrower than the drawings are accurate (`unknownEdgeM2`). */
  value: z.number().nullable(),
  /** Of the parts where it is known: a sum, for height the highest. */
  known: z.number().nullable(),
  unknownM2: z.number(),
  /** Of `unknownM2` what lies in strips narrower than the drawings are accurate. */
  unknownEdgeM2: z.number(),
  /** One for each of `pieces`, in their order. */
  parts: z.array(CapacityPart),
});
export type CapacityFigure = z.infer<typeof CapacityFigure>;

const Collection = <Properties extends z.ZodType>(properties: Properties) => z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.strictObject({ type: z.literal('Feature'), geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]), properties })),
});
const block = { zone: z.string().nullable(), symbol: z.string().nullable(), /** Metres; null: no plan in force sets one there. */ height: z.number().nullable() };

export const Capacity = z.strictObject({
  subject: CapacitySubject,
  day: z.iso.date(),
  /** m² in PL-2000; parcels that overlap count once. */
  areaM2: z.number(),
  /** The answer of the extract: `in-force`, `in-preparation`, `none`, `unknown`. */
  answer: Extract.shape.answer,
  /** The parts add up to the area; zones in force first. */
  pieces: z.array(CapacityLand),
  figures: z.array(CapacityFigure),
  /** Land that lies in two zones at once, m²; when there is any no figure is given of the whole. */
  overlapM2: z.number(),
  /** `middle`: longitude, latitude of a point in its largest part. */
  envelope: Collection(z.strictObject({ kind: z.literal('subject'), ...block, middle: z.tuple([z.number(), z.number()]) })),
  /** Not buildings, of which the register has none: parcels within `reachM` and the height that plans in force allow on them. */
  neighbours: Collection(z.strictObject({ kind: z.literal('neighbour'), ...block, parcel: z.string() })).extend({ reachM: z.number(), complete: z.boolean() }),
  /** What a reader must know, in words. */
  remarks: z.array(z.strictObject({ id: z.string(), pl: z.string(), en: z.string() })),
});
export type Capacity = z.infer<typeof Capacity>;
