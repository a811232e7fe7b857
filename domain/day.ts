/** The legal day in Kraków: what stands on the map changes at midnight there, whatever the clocks of server and database say. */

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Whether a text is a day of the calendar as ISO writes it; year 0 is none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** ISO date, e.g. `2026-03-29`. */
export const dayInKrakow = (at: Date = new Date()): string => DAY.format(at);
