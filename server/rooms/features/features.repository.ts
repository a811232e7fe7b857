/** Reads features of any layer through its view: pages, single features, extents. SQL is made from the catalogue once, at boot. */
import { readFileSync } from 'node:fs';
import type { CoordinateSystem } from '../../../domain/contract/coordinate-systems.ts';
import { LAYERS } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { type Db, pgp } from '../../db/database.ts';
import { askForAll } from '../../db/visitor.ts';
import type { ItemsQuery } from './items-query.ts';
import { conditionOf, valueIn } from './where.ts';

/** `id`, the fields of the layer, `valid_from` and `valid_to` where it has time, and the geometry as GeoJSON. */
export type FeatureRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly geometry: { readonly type: string; readonly coordinates: unknown[] } };

export interface Page { readonly rows: readonly FeatureRow[]; readonly matched: number }

export interface Extent {
  /** [west, south, east, north] in degrees. */
  readonly bbox: [number, number, number, number];
  readonly starts: string | null;
  readonly ends: string | null;
  readonly source: string | null;
  /** ISO date of the newest data. */
  readonly source_date: string | null;
  /** Any of it is demonstration data. */
  readonly demonstration: boolean;
}

export interface FeaturesRepository {
  page(layer: Layer, query: ItemsQuery): Promise<Page>;
  byId(layer: Layer, id: number, system: CoordinateSystem): Promise<FeatureRow | null>;
  /** Null while the layer is empty. Up to a minute old. */
  extent(layer: Layer): Promise<Extent | null>;
}

const EXTENT_KEPT_MS = 60_000;
const template = (name: string): string => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
const [ITEMS, ITEM, EXTENT] = [template('items'), template('item'), template('extent')];

const VALIDITY = ', CASE WHEN isfinite(lower(valid)) THEN lower(valid) END AS valid_from, CASE WHEN isfinite(upper(valid)) THEN upper(valid) END AS valid_to';
/** Open as soon as one version is: an end may be missing (NULL) or infinite. */
const PERIOD = 'CASE WHEN bool_and(COALESCE(isfinite(lower(valid)), false)) THEN min(lower(valid)) END AS starts, '
  + 'CASE WHEN bool_and(COALESCE(isfinite(upper(valid)), false)) THEN max(upper(valid)) - 1 END AS ends';
const NO_PERIOD = 'NULL::date AS starts, NULL::date AS ends';

/** The templates of a layer with everything but the request filled in. */
function statementsOf(layer: Layer) {
  const [schema, table] = layer.view.split('.') as [string, string];
  const fixed = {
    view: new pgp.helpers.TableName({ schema, table }), columns: layer.fields.map((field) => field.name),
    validity: layer.temporal ? VALIDITY : '', period: layer.temporal ? PERIOD : NO_PERIOD,
  };
  const fill = (text: string): string => pgp.as.format(text, fixed, { partial: true });
  // Some columns of a page depend on the day that is asked for.
  return { items: pgp.as.format(ITEMS, { view: fixed.view, validity: fixed.validity }, { partial: true }), item: fill(ITEM), extent: fill(EXTENT) };
}

/** The stored geometry in the system asked for, in its official axis order. Rings run counter-clockwise seen with north up (RFC 7946). */
function geometryIn({ srid, axes }: CoordinateSystem): string {
  const turned = `ST_ForcePolygonCCW(${srid === 2178 ? 'geom' : `ST_Transform(geom, ${srid})`})`;
  return axes === 'yx' ? `ST_FlipCoordinates(${turned})` : turned;
}

/** SQL of a page, complete. */
export const pageSql = (layer: Layer, query: ItemsQuery, template = statementsOf(layer).items): string =>
  pgp.as.format(template, {
    columns: layer.fields.map((field) => `${valueIn(layer, field, query.period)} AS ${pgp.as.name(field.name)}`).join(', '),
    where: conditionOf(layer, query), limit: query.limit, offset: query.offset, geometry: geometryIn(query.system), decimals: query.system.decimals,
  });

export function featuresRepository(db: Db): FeaturesRepository {
  const statements = new Map(LAYERS.map((layer) => [layer, statementsOf(layer)]));
  const extents = new Map<Layer, { readonly at: number; readonly extent: Promise<Extent | null> }>();
  const of = (layer: Layer): ReturnType<typeof statementsOf> => statements.get(layer) ?? statementsOf(layer);

  return {
    async page(layer, query) {
      const rows = await db.many<FeatureRow & { _matched: number }>(pageSql(layer, query, of(layer).items));
      return { rows: rows.filter((row) => row.id !== null), matched: rows[0]?._matched ?? 0 };
    },
    byId: (layer, id, system) => db.oneOrNone<FeatureRow>(of(layer).item, { id, geometry: geometryIn(system), decimals: system.decimals }),
    extent(layer) {
      const kept = extents.get(layer);
      if (kept && Date.now() - kept.at < EXTENT_KEPT_MS) return kept.extent;
      const extent = askForAll(() => db.oneOrNone<Extent>(of(layer).extent));
      extents.set(layer, { at: Date.now(), extent });
      extent.catch(() => extents.delete(layer));
      return extent;
    },
  };
}
