/** Which day the map shows and which it is compared with: read from the address, changed through it, so that Back undoes it. */
import { dayInKrakow } from '../../domain/day.ts';
import { navigate, useUrl } from '../url/use-url.ts';

/** ISO; today unless the address names another day. */
export const useShownDay = (): string => useUrl().day ?? dayInKrakow();

/** Shows a day (ISO). A comparison with the same day would compare nothing: it ends. */
export function showDay(day: string): void {
  navigate(({ compare }) => ({ day: day === dayInKrakow() ? null : day, compare: compare === day ? null : compare }));
}

/** Shows a second day beside; null: no more. */
export const compareWith = (day: string | null): void => navigate({ compare: day });

export const backToToday = (): void => showDay(dayInKrakow());
