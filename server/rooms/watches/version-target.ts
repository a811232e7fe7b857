/** Versions of listed sites as the filter language sees them: the queryables of the layer, read from what was told. */
import { type Queryables, queryablesOf, type ValueType } from '../../../domain/cql2/check.ts';
import { investmentSites } from '../../../domain/layers/investment-sites.ts';
import { pgp } from '../../db/database.ts';
import type { FilterTarget } from '../../registers/filter-sql.ts';

export const QUERYABLES: Queryables = queryablesOf(investmentSites);

/** A value of another type than today's, told long ago, is unknown. */
const READ: Readonly<Record<Exclude<ValueType, 'geometry'>, string>> = {
  text: "(version.properties ->> $1)",
  number: "(CASE jsonb_typeof(version.properties -> $1) WHEN 'number' THEN (version.properties ->> $1)::double precision END)",
  boolean: "(CASE jsonb_typeof(version.properties -> $1) WHEN 'boolean' THEN (version.properties ->> $1)::boolean END)",
  date: "(CASE WHEN version.properties ->> $1 ~ '^\\d{4}-\\d\\d-\\d\\d$' THEN (version.properties ->> $1)::date END)",
  list: "(CASE jsonb_typeof(version.properties -> $1) WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(version.properties -> $1)) END)",
};

/** Of a row called `version` of investment.site_version. */
export const VERSION_TARGET: FilterTarget = {
  queryables: QUERYABLES,
  geometry: 'version.geom',
  column: (name) => pgp.as.format(READ[QUERYABLES.get(name) as Exclude<ValueType, 'geometry'>], [name]),
};
