/** The legal day in Kraków: what stands on the map changes at midnight there, whatever the clocks of server and database say. */

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', year: 'numeric', month: '2-digit', day: '2-digit' });

/** ISO date, e.g. `2026-03-29`. */
export const dayInKrakow = (at: Date = new Date()): string => DAY.format(at);
