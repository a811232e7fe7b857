/**
 * A statement: the facts of one subject in words of one language. Made by one function per subject (domain/statement) and shown by all:
 * panel, HTML page, PDF and JSON have the same facts because they have the same statement. Everything is plain text, never markup.
 */
import { z } from 'zod';
import { Verdict } from './extract.ts';

export const Fact = z.strictObject({
  label: z.string(),
  value: z.string(),
  /** What a reader must know of the value: "only this area is official". */
  note: z.string().optional(),
  /** Path within this site, or an http(s) address. */
  href: z.string().optional(),
});
export type Fact = z.infer<typeof Fact>;

/** A sentence of plain language with the place in the act that it is made from; null: the act does not say where. */
export const Sentence = z.strictObject({ text: z.string(), paragraph: z.string().nullable() });
export type Sentence = z.infer<typeof Sentence>;

/** One object within a topic: a zone, a plan, a flood area. */
export const Entry = z.strictObject({
  /** Lasting and unique within its topic: `zones/stare-miasto:MW.3`. */
  id: z.string(),
  title: z.string(),
  href: z.string().optional(),
  /** The legend class that draws it: catalogue layer and class value. */
  symbol: z.strictObject({ layer: z.string(), class: z.string() }).optional(),
  /** Law status or certainty, in words: "projekt, jeszcze nie obowiązuje". */
  badge: z.string().optional(),
  /** Per cent of the subject, for a bar of shares. */
  sharePct: z.number().optional(),
  facts: z.array(Fact),
  sentences: z.array(Sentence),
  /** Publisher, day, whether demonstration data: one line. */
  source: z.string().optional(),
});
export type Entry = z.infer<typeof Entry>;

export const Topic = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Null: a topic that is no question (the register, the documents). */
  verdict: Verdict.nullable(),
  /** The verdict in a word of its own, where that of themes would mislead. */
  verdictWord: z.string().optional(),
  /** The answer in one sentence; absent where the verdict's word says it all. */
  answer: z.string().optional(),
  facts: z.array(Fact),
  entries: z.array(Entry),
  /** Within the accuracy of the drawings, or only touching: to be checked at the office. */
  apart: z.array(Entry),
  /** Where an answer without an entry comes from. */
  source: z.string().optional(),
});
export type Topic = z.infer<typeof Topic>;

export const Statement = z.strictObject({
  kind: z.enum(['parcel', 'place', 'area', 'plan', 'district', 'plans']),
  lang: z.enum(['pl', 'en']),
  title: z.string(),
  subtitle: z.string(),
  /** ISO day the answer is for. */
  day: z.string(),
  /** Path of the page in the map client. */
  path: z.string(),
  /** Shown first, before any topic: legal force, demonstration data. */
  notices: z.array(z.string()),
  topics: z.array(Topic),
});
export type Statement = z.infer<typeof Statement>;
