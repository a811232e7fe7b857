/** What to change in a filter that finds nothing, or too little: conditions left out, or bounds moved to where land lies. */
import type { Condition, Relaxation } from '../contract/investment/search.ts';
import type { Filter } from '../cql2/ast.ts';
import { printFilter } from '../cql2/print-text.ts';
import { intervalOf, printed, propertyOf, withinInterval } from './conditions.ts';
import { type Misses, OUTSIDE, TRUE, UNKNOWN, type Verdicts } from './land-columns.ts';

/** So much land is a choice. */
const CHOICE = 5;
const MOST = 12;

/** The conditions of the outermost AND with what each decides, index by index. */
export interface Judged { readonly conditions: readonly Filter[]; readonly verdicts: readonly Verdicts[]; readonly misses: Misses }

/** What each condition does: alone, and what there would be without it. */
export function conditionFigures({ conditions, verdicts, misses }: Judged): Condition[] {
  return conditions.map((condition, at) => {
    const verdict = verdicts[at]!;
    let [alone, without, unknown] = [0, 0, 0];
    for (let index = 0; index < misses.length; index += 1) {
      const missed = misses[index]!;
      if (missed === OUTSIDE) continue;
      const says = verdict[index];
      if (says === TRUE) alone += 1;
      if (missed === 0 || (missed === 1 && says !== TRUE)) without += 1;
      if (missed === 1 && says === UNKNOWN) unknown += 1;
    }
    return { text: printFilter(condition), property: propertyOf(condition), alone, without, unknown };
  });
}

/** Not yet printed: of hundreds of conditions, each left out in turn, only those that are told are written down. */
type Change = Omit<Relaxation, 'filter' | 'to'> & { readonly to: Filter | null };

/** The conditions as they are after a change. */
const after = (conditions: readonly Filter[], { condition, also, to }: Change): Filter[] => conditions.flatMap((one, at) => (at === condition ? to ?? [] : also.includes(at) ? [] : one));

/** `numbers`: values of a queryable, NaN unknown. Only what gives more than there is; what gives most first, then what changes least. */
export function relaxations(judged: Judged, numbers: (name: string) => Float64Array | undefined): Relaxation[] {
  const { conditions, misses } = judged;
  const total = misses.reduce((sum, missed) => sum + (missed === 0 ? 1 : 0), 0);
  const singles = conditionFigures(judged).flatMap(({ without }, at): Change[] => (without > total ? [
    { condition: at, also: [], to: null, total: without },
    ...moved(judged, at, total, numbers),
  ] : []));
  return (singles.length > 0 ? singles : together(judged, total)).sort((a, b) => b.total - a.total || Number(a.to === null) - Number(b.to === null) || a.condition - b.condition).slice(0, MOST)
    .map((change) => ({ ...change, filter: printed(after(conditions, change)), to: change.to && printFilter(change.to) }));
}

/** A bound moved to the nearest land, and to the nearest five. */
function moved({ conditions, verdicts, misses }: Judged, at: number, total: number, numbers: (name: string) => Float64Array | undefined): Change[] {
  const interval = intervalOf(conditions[at]!);
  const values = interval && numbers(interval.name);
  if (!interval || !values) return [];
  const missed: number[] = [];
  for (let index = 0; index < misses.length; index += 1) if (misses[index] === 1 && verdicts[at]![index] !== TRUE && !Number.isNaN(values[index])) missed.push(values[index]!);
  const beyond = (value: number): number => Math.max(interval.low - value, value - interval.high, 0);
  missed.sort((a, b) => beyond(a) - beyond(b));
  const found = [1, CHOICE].flatMap((wanted): (Change & { readonly to: Filter })[] => {
    if (missed.length < wanted) return [];
    const nearest = missed.slice(0, wanted);
    const [low, high] = [Math.min(interval.low, ...nearest), Math.max(interval.high, ...nearest)];
    const more = missed.filter((value) => value >= low && value <= high).length;
    return [{ condition: at, also: [], to: withinInterval(interval.name, low, high), total: total + more }];
  });
  const texts = found.map(({ to }) => printFilter(to));
  return found.filter((_, index) => texts.indexOf(texts[index]!) === index);
}

/** Where no single condition helps: the fewest that must go together. */
function together({ verdicts, misses }: Judged, total: number): Change[] {
  let least = OUTSIDE;
  for (const missed of misses) if (missed > 1 && missed < least) least = missed;
  if (least === OUTSIDE) return [];
  const sets = new Map<string, { readonly out: readonly number[]; more: number }>();
  for (let index = 0; index < misses.length; index += 1) {
    if (misses[index] !== least) continue;
    const out = verdicts.flatMap((verdict, at) => (verdict[index] === TRUE ? [] : [at]));
    const name = out.join(' ');
    const set = sets.get(name) ?? { out, more: 0 };
    sets.set(name, set);
    set.more += 1;
  }
  return [...sets.values()].map(({ out: [condition, ...also], more }) => ({ condition: condition!, also, to: null, total: total + more }));
}
