/** A difference from two partitions of one subject: what is the same, what is compared, and both as matrix, totals and changes. Pure. */
import type { Difference, DifferenceChange, DifferenceSide, DifferenceZone } from '../../../domain/contract/difference.ts';
import { parametersOf } from '../../../domain/planning/zone-parameters.ts';
import type { LawPart, OverlayRow, Partition } from './difference.repository.ts';

/** A changed piece below this (m²) is the noise of two drawings of one border. */
export const SLIVER_M2 = 1;
/** Accuracy of a plan's drawing, m. */
const EDGE_M = 1;

type Parameters = DifferenceZone['parameters'];
type Cells = Pick<Difference, 'matrix' | 'totals'>;

/** m² of the subject by what the law says before and after; `piece` where it is a change of its own. */
interface Cell { readonly before: LawPart; readonly after: LawPart; readonly areaM2: number; readonly piece: OverlayRow | null }

const roundedArea = (areaM2: number): number => Math.round(areaM2 * 10) / 10;
const roundedShare = (part: number, whole: number): number => Math.min(100, Math.round((part / whole) * 10_000) / 100);

/** Parts that stand on both sides as they are need no comparison; each other part gets a number for what the law says there. */
export function separate(before: readonly LawPart[], after: readonly LawPart[]): { readonly same: readonly LawPart[]; readonly before: Partition; readonly after: Partition } {
  const identity = ({ plan, zone_id: zone, geom }: LawPart): string => `${plan} ${zone} ${geom}`;
  const standing = new Set(after.map(identity));
  const same = before.filter((part) => standing.has(identity(part)));
  const matched = new Set(same.map(identity));
  const numbers = new Map<string, number>();
  const numberOf = (part: LawPart): number => {
    const law = JSON.stringify([part.plan, part.key, part.symbol, part.zone_class, part.designation, part.definition_regime, parametersOf(part).map(valueOf)]);
    const number = numbers.get(law) ?? numbers.size;
    numbers.set(law, number);
    return number;
  };
  const others = (all: readonly LawPart[]): Partition => {
    const parts = all.filter((part) => !matched.has(identity(part)));
    return { parts, laws: parts.map(numberOf) };
  };
  return { same, before: others(before), after: others(after) };
}

/** `areaM2`: of the subject. The rows are those of the partitions of `separated`. */
export function presentCells(separated: ReturnType<typeof separate>, rows: readonly OverlayRow[], areaM2: number): Cells & Omit<Difference, 'subject' | 'bbox' | 'from' | 'to' | keyof Cells> {
  const cells: Cell[] = [
    ...separated.same.map((part): Cell => ({ before: part, after: part, areaM2: part.area, piece: null })),
    ...rows.map((row): Cell => {
      const changed = separated.before.laws[row.before] !== separated.after.laws[row.after];
      return { before: separated.before.parts[row.before]!, after: separated.after.parts[row.after]!, areaM2: row.area, piece: changed ? row : null };
    }),
  ];
  const changed = cells.filter(({ piece }) => piece !== null);
  const slivers = changed.filter((cell) => cell.areaM2 < SLIVER_M2);
  const changes = changed.flatMap((cell) => presentChange(cell, areaM2) ?? []);
  return {
    areaM2: roundedArea(areaM2),
    unchangedM2: roundedArea(sum(cells) - sum(changed)), changedM2: roundedArea(sum(changed) - sum(slivers)), sliversM2: roundedArea(sum(slivers)),
    matrix: matrixOf(cells, areaM2), totals: totalsOf(cells), changes, more: changed.length - slivers.length - changes.length,
  };
}

/** The plans that make the law of a side, the largest part first. */
export function plansIn(parts: readonly LawPart[]): DifferenceSide['plans'] {
  return [...grouped(parts.filter(({ plan }) => plan !== null), ({ plan }) => plan!).values()].map((own) => ({ part: own[0]!, areaM2: own.reduce((all, { area }) => all + area, 0) }))
    .sort((a, b) => b.areaM2 - a.areaM2)
    .map(({ part, areaM2 }) => ({
      key: part.plan!, name: part.plan_name, kind: part.kind, resolution: part.resolution, inForceFrom: part.in_force_from, inForceTo: part.in_force_to,
      areaM2: roundedArea(areaM2), provenance: { source: part.source, sourceDate: part.source_date, demonstration: part.demonstration },
    }));
}

const sum = (cells: readonly Cell[]): number => cells.reduce((all, { areaM2 }) => all + areaM2, 0);

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}

/** Distinguishes no plan from a plan whose zones are not known. */
const useOf = ({ plan, zone_class: zoneClass }: LawPart): string => JSON.stringify([plan !== null, zoneClass]);

function matrixOf(cells: readonly Cell[], wholeM2: number): Difference['matrix'] {
  const side = (parts: readonly LawPart[]): Difference['matrix'][number]['before'] =>
    parts[0]!.plan === null ? null : { zoneClass: parts[0]!.zone_class, plans: [...new Set(parts.map(({ plan }) => plan!))].sort() };
  return [...grouped(cells, ({ before, after }) => `${useOf(before)} ${useOf(after)}`)]
    .map(([name, own]) => ({ name, areaM2: sum(own), before: side(own.map(({ before }) => before)), after: side(own.map(({ after }) => after)) }))
    .sort((a, b) => b.areaM2 - a.areaM2 || (a.name < b.name ? -1 : 1))
    .map(({ before, after, areaM2 }) => ({ before, after, areaM2: roundedArea(areaM2), sharePct: roundedShare(areaM2, wholeM2) }))
    .filter(({ areaM2 }) => areaM2 > 0);
}

function totalsOf(cells: readonly Cell[]): Difference['totals'] {
  const before = grouped(cells, (cell) => useOf(cell.before));
  const after = grouped(cells, (cell) => useOf(cell.after));
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((use) => {
    const [planned, zoneClass] = JSON.parse(use) as [boolean, string | null];
    const [beforeM2, afterM2] = [roundedArea(sum(before.get(use) ?? [])), roundedArea(sum(after.get(use) ?? []))];
    return { zoneClass, planned, beforeM2, afterM2, changeM2: roundedArea(afterM2 - beforeM2) };
  }).filter(({ beforeM2, afterM2 }) => beforeM2 > 0 || afterM2 > 0)
    .sort((a, b) => Math.abs(b.changeM2) - Math.abs(a.changeM2) || b.beforeM2 + b.afterM2 - a.beforeM2 - a.afterM2);
}

/** Null for a piece that has no geometry: a sliver, or one beyond the limit. */
function presentChange({ before, after, areaM2, piece }: Cell, wholeM2: number): DifferenceChange | null {
  if (!piece?.geometry) return null;
  const parameters = changedParameters(parametersOf(before), parametersOf(after));
  const use = useOf(before) !== useOf(after);
  return {
    kind: use ? 'use' : parameters.length > 0 ? 'parameters' : 'plan',
    before: presentZone(before), after: presentZone(after), areaM2: roundedArea(areaM2), sharePct: roundedShare(areaM2, wholeM2),
    // A subject that changes as a whole is certain however narrow it is.
    edge: roundedArea(areaM2) < roundedArea(wholeM2) && (2 * areaM2) / piece.perimeter < EDGE_M,
    parameters, geometry: piece.geometry,
  };
}

function presentZone(part: LawPart): DifferenceZone | null {
  if (part.plan === null) return null;
  return {
    plan: part.plan, planName: part.plan_name, key: part.key, symbol: part.symbol, zoneClass: part.zone_class, designation: part.designation,
    parameters: parametersOf(part), definitionRegime: part.definition_regime,
  };
}

/** What a parameter says, without where it says so. */
const valueOf = ({ name, min, max, text }: Parameters[number]): string => JSON.stringify([name, min, max, text]);

function changedParameters(before: Parameters, after: Parameters): DifferenceChange['parameters'] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].map((name) => {
    const of = (parameters: Parameters): Parameters[number] | null => parameters.find((parameter) => parameter.name === name) ?? null;
    return { name, before: of(before), after: of(after) };
  }).filter((pair) => !pair.before || !pair.after || valueOf(pair.before) !== valueOf(pair.after));
}
