/** The filter of a watch: read from its text, and as an SQL condition on versions of sites. */
import { type Filter, FilterFault } from '../../../domain/cql2/ast.ts';
import { checkFilter } from '../../../domain/cql2/check.ts';
import { parseFilter } from '../../../domain/cql2/parse-text.ts';
import { filterSql } from '../../registers/filter-sql.ts';
import { QUERYABLES, VERSION_TARGET } from './version-target.ts';

const EVERYTHING: Filter = { op: 'constant', value: true };

/** Empty text is every site. Throws FilterFault. */
export function filterOf(text: string): Filter {
  if (text.trim() === '') return EVERYTHING;
  const filter = parseFilter(text);
  checkFilter(filter, QUERYABLES);
  return filter;
}

export const conditionOn = (filter: Filter): string => filterSql(filter, VERSION_TARGET);

/** Of a watch that was set some time ago: what can no longer be asked, in words; null when all can. */
export function brokenBy(text: string): string | null {
  try {
    filterOf(text);
    return null;
  } catch (error) {
    if (error instanceof FilterFault) return error.message;
    throw error;
  }
}
