/** The planning acts of the demonstration as plans.json lists them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { STAGES, type PlanStatus, type Stage } from '../../domain/planning/stages.ts';
import { fromLonLat } from './plane.ts';

const date = z.iso.date();
const stages = STAGES.map((stage) => stage.value) as [Stage, ...Stage[]];

const Plan = z.strictObject({
  key: z.string(),
  name: z.string(),
  /** Middle, area and shape of a plan that is one piece; nature plans gather what natureHa allows instead. */
  at: z.tuple([z.number(), z.number()]).transform(fromLonLat).optional(),
  areaHa: z.number().optional(),
  shape: z.tuple([z.number(), z.number()]).optional(),
  natureHa: z.number().optional(),
  resolution: z.string().nullable(),
  resolutionDate: date.nullable(),
  journal: z.string().nullable(),
  publishedOn: date.nullable(),
  inForceFrom: date.nullable(),
  inForceTo: date.optional(),
  initiatedOn: date,
  initiation: z.string().optional(),
  replaces: z.string().optional(),
  /** The plan that this one changes in a part of its area. */
  changes: z.string().optional(),
  status: z.enum(['in-consultation', 'in-preparation', 'superseded']).optional(),
  stage: z.enum(stages).optional(),
  procedure: z.enum(['OLD', 'NEW']).default('OLD'),
  consultation: z.tuple([date, date]).optional(),
  remarksUntil: date.optional(),
  councilOn: date.optional(),
}).transform((plan) => ({ ...plan, status: plan.status ?? ('in-force' as PlanStatus) }));

export type PlanEntry = z.infer<typeof Plan>;

export const PLANS: readonly PlanEntry[] = z.object({ plans: z.array(Plan) }).parse(JSON.parse(readFileSync(new URL('./plans.json',
  import.meta.url), 'utf8'))).plans;

export const GENERAL_PLAN_KEY = 'plan-ogolny-krakowa';
