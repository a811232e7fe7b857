/** Rounding of parts: areas to a tenth of a square metre, shares to a hundredth of a per cent. */

export const roundedArea = (areaM2: number): number => Math.round(areaM2 * 10) / 10;
export const roundedShare = (part: number, whole: number): number => (whole > 0 ? Math.min(100, Math.round((part / whole) * 10_000) / 100) : 0);

/** Parts that miss the whole, or exceed it, by more than this (per cent) are not its partition. */
const PARTITION_TOLERANCE = 0.05;

/**
 * Shares (per cent, two decimals) of the parts of a whole. Where the parts are a partition the shares add up to exactly 100: what rounding
 * leaves goes to the parts that lost most by it.
 */
export function sharesOf(parts: readonly number[], whole: number): number[] {
  const exact = parts.map((part) => (whole > 0 ? (part / whole) * 10_000 : 0));
  const sum = exact.reduce((total, part) => total + part, 0);
  const rounded = exact.map(Math.round);
  if (Math.abs(sum - 10_000) > PARTITION_TOLERANCE * 100) return rounded.map((part) => part / 100);
  const left = 10_000 - rounded.reduce((total, part) => total + part, 0);
  const step = Math.sign(left);
  const order = exact.map((part, index) => ({ index, lost: (part - rounded[index]!) * step })).sort((a, b) => b.lost - a.lost || a.index - b.index);
  for (let given = 0; given < Math.abs(left); given += 1) rounded[order[given % order.length]!.index]! += step;
  return rounded.map((part) => part / 100);
}
