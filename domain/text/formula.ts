/** Texts that a spreadsheet would compute. */

const FORMULA = /^[=+\-@\t\r]/;

/** The text as it may stand in a cell: one that begins like a formula gets an apostrophe before it. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
