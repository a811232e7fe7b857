/** The parameters of a report of land on paper (GET /api/investment/report.pdf). */
import { z } from 'zod';
import { checkFilter, type Queryables } from '../../cql2/check.ts';
import { type Filter, FilterFault } from '../../cql2/ast.ts';
import { parseFilter } from '../../cql2/parse-text.ts';
import { type LandRef, parseLandRef, printLandRef } from '../../investment/land-ref.ts';
import { LANGUAGES } from '../../text/language.ts';

export const MOST_LANDS = 5;

const Lands = z.string().max(1300).transform((text, context): readonly LandRef[] => {
  const refs = text.split(',').map(parseLandRef);
  if (refs.length > MOST_LANDS || refs.includes(null) || new Set(refs.map((ref) => ref && printLandRef(ref))).size < refs.length) {
    context.addIssue({ code: 'custom', message: `must be one to ${MOST_LANDS} different keys of sites, parcel: and an identifier, or assembly: and identifiers with ~ between, separated by commas` });
    return z.NEVER;
  }
  return refs as LandRef[];
});

/** `need`: CQL2 text over what can be asked of land. */
const needOf = (queryables: Queryables) => z.string().max(8000).transform((text, context): Filter => {
  try {
    const filter = parseFilter(text);
    checkFilter(filter, queryables);
    return filter;
  } catch (error) {
    if (!(error instanceof FilterFault)) throw error;
    context.addIssue({ code: 'custom', message: `${error.message}, at ${typeof error.at === 'number' ? `character ${error.at + 1}` : error.at}` });
    return z.NEVER;
  }
});

export const reportParameters = (queryables: Queryables) => z.strictObject({
  sites: Lands, lang: z.enum(LANGUAGES, 'must be pl or en').default('pl'), need: needOf(queryables).optional(),
});
