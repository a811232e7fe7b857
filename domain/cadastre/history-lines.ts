/** The history of a parcel number as a dated list to read: each change once, oldest first, however it was reached. */
import type { LineageStep, ParcelHistory } from '../contract/lineage.ts';
import type { LineageKind } from './lineage.ts';

type Side = LineageStep['from'];
export interface Origin extends Side {
  /** Per cent of it that went over; null: all of it. */
  readonly partPct: number | null;
}
export type HistoryLine =
  | { readonly on: string; readonly what: LineageKind; readonly parcel: Side; readonly origins: readonly Origin[] }
  /** The same number and the same boundary, other facts. */
  | { readonly on: string; readonly what: 'facts' | 'ended'; readonly parcel: Side; readonly origins: readonly [] };

/** Measuring anew does not make a part of a whole. */
const WHOLE_PCT = 99.5;

/** Empty when the number has stood unchanged since the register knows it. */
export function historyLines({ identifier, standsToday, versions, madeFrom, became }: ParcelHistory): HistoryLine[] {
  const steps = new Map([...madeFrom, ...became].map((step) => [`${step.on} ${step.from.identifier} ${step.to.identifier}`, step]));
  const lines = new Map<string, { on: string; what: LineageKind; parcel: Side; origins: Origin[] }>();
  for (const { on, kind, from, to, shareOfFromPct } of steps.values()) {
    const name = `${on} ${to.identifier} ${kind}`;
    const line = lines.get(name) ?? { on, what: kind, parcel: to, origins: [] };
    line.origins.push({ ...from, partPct: shareOfFromPct < WHOLE_PCT ? shareOfFromPct : null });
    lines.set(name, line);
  }
  const self: Side = { identifier, standsToday };
  const told = (day: string, side: 'from' | 'to'): boolean => [...steps.values()].some((step) => step.on === day && step[side].identifier === identifier);
  const facts = versions.slice(1).flatMap(({ validFrom }): HistoryLine[] => (validFrom && !told(validFrom, 'to') ? [{ on: validFrom, what: 'facts', parcel: self, origins: [] }] : []));
  const last = versions.at(-1)?.validTo;
  const ended: HistoryLine[] = last && !standsToday && !told(last, 'from') ? [{ on: last, what: 'ended', parcel: self, origins: [] }] : [];
  return [...lines.values(), ...facts, ...ended].toSorted((a, b) => a.on.localeCompare(b.on) || a.parcel.identifier.localeCompare(b.parcel.identifier, 'pl', { numeric: true }));
}

/** What a number that is no more became when it ended; empty when nothing followed. */
export const successorsOf = ({ versions, became }: ParcelHistory): LineageStep[] => became.filter(({ on, steps }) => steps === 1 && on === versions.at(-1)?.validTo);

/** The day before, ISO: the last one of what ended on a day. */
export const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
