/** What is selected in the list: one by one, from the last one to this one (shift), or all that match. Pure. */
import type { AnnotationSummary } from '../../domain/contract/office/annotation.ts';

export interface Picked {
  readonly ones: ReadonlyMap<string, AnnotationSummary>;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const NONE: Picked = { ones: new Map(), anchor: null };
/** As many as the server changes at once. */
export const PICK_MAX = 500;

const withAll = (ones: Picked['ones'], more: readonly AnnotationSummary[]): Picked['ones'] => new Map([...ones, ...more.map((one) => [one.id, one] as const)].slice(0, PICK_MAX));

/** Selects or gives up one of the shown; `range`: everything from the last one selected to it. */
export function pick({ ones, anchor }: Picked, shown: readonly AnnotationSummary[], id: string, range: boolean): Picked {
  const at = shown.findIndex((one) => one.id === id);
  const from = shown.findIndex((one) => one.id === anchor);
  if (at < 0) return { ones, anchor };
  if (range && from >= 0) return { ones: withAll(ones, shown.slice(Math.min(at, from), Math.max(at, from) + 1)), anchor };
  const without = new Map(ones);
  return without.delete(id) ? { ones: without, anchor: id } : { ones: withAll(ones, [shown[at]!]), anchor: id };
}

export const pickAll = (all: readonly AnnotationSummary[]): Picked => ({ ones: withAll(new Map(), all), anchor: null });

/** After the list was asked again: what is still there has its version of now; what is gone stays selected no more than it is there. */
export function refresh({ ones, anchor }: Picked, shown: readonly AnnotationSummary[]): Picked {
  const news = new Map(shown.map((one) => [one.id, one]));
  return { ones: new Map([...ones].map(([id, one]) => [id, news.get(id) ?? one])), anchor };
}
