/** What may stand in a cell of a sheet. */
import { withoutFormula } from '../../domain/text/formula.ts';

// What XML cannot hold would make a sheet unreadable.
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** No cell of XLSX holds more. */
export const LONGEST_CELL = 32_767;

/** Nothing that a program would compute, nothing that XML cannot hold. */
export const sheetCell = <Value extends string | number | boolean | null>(value: Value): Value | string => (typeof value === 'string' ? withoutFormula(value.replaceAll(UNWRITABLE, '')) : value);
