/** How far away a day is. */

const DAY_MS = 86_400_000;

/** Whole days from `today` to `day` (ISO both); negative: it has passed. */
export const dueIn = (day: string, today: string): number => Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
