/** The spatial search's questions to the database: the area of interest in EPSG:2178, and what of a layer lies in it. */
import type { AreaAnswer, AreaHit, AreaOfInterest } from '../../../domain/contract/area.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { type Db, pgp } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';

const AREA_OF_GEOMETRY = queryFile(new URL('sql/area-of-geometry.sql', import.meta.url));
const AREA_OF_CIRCLE = queryFile(new URL('sql/area-of-circle.sql', import.meta.url));
const AREA_OF_DISTANCE = queryFile(new URL('sql/area-of-distance.sql', import.meta.url));
const UNDERSTOOD = queryFile(new URL('sql/understood.sql', import.meta.url));
const OBJECTS = queryFile(new URL('sql/objects.sql', import.meta.url));

/** A place in EPSG:2178 as EWKB text; with `origin` for a distance from an object, which is not itself a hit. */
export interface Area {
  readonly geom: string;
  readonly origin?: { readonly geom: string; readonly layer: string; readonly key: string; readonly distanceM: number };
}

export interface LayerPage {
  readonly count: number;
  readonly measureInside: number | null;
  readonly sources: AreaAnswer['layers'][number]['sources'];
  readonly hits: AreaHit[];
}

/** Of a temporal layer the version that stands on the day. */
const currentOf = (layer: Layer, day: string): string => (layer.temporal ? pgp.as.format('object.valid @> $1::date', [day]) : 'true');

/** The value of the symbology's field; one that changes with the day as it was on that day. */
function classOf({ symbology: { field }, fields, view }: Layer, day: string): string {
  if (field === null) return 'NULL::text';
  if (day === dayInKrakow() || !fields.find(({ name }) => name === field)?.byDay) return pgp.as.format('object.$1:name', [field]);
  return pgp.as.format('$1:raw(object.id, $2::date)', [`${view}_${field}_on`, day]);
}

/** Less than that of a polygon (m²) or a line (m) inside is a neighbour that touches the border. */
const TOUCHING = 0.01;

/** Measures in the plane of PL-2000; points have none. */
const MEASURES: Readonly<Record<Layer['geometry'], readonly [whole: string, inside: string]>> = {
  polygon: ['ST_Area(object.geom)', 'ST_Area(ST_Intersection(geom, (SELECT area.geom FROM area)))'],
  line: ['ST_Length(object.geom)', 'ST_Length(ST_Intersection(geom, (SELECT area.geom FROM area)))'],
  point: ['NULL::float8', 'NULL::float8'],
};

/** The area of interest; null when there is no such object to measure the distance from. */
export async function locateArea(db: Db, area: AreaOfInterest, originLayer: Layer | undefined, day: string): Promise<Area | null> {
  switch (area.type) {
    case 'geometry': return db.one<Area>(AREA_OF_GEOMETRY, { geometry: JSON.stringify(area.geometry) });
    case 'circle': return db.one<Area>(AREA_OF_CIRCLE, { longitude: area.center[0], latitude: area.center[1], radiusM: area.radiusM });
    case 'distance': {
      const { layer, key, distanceM } = area;
      const found = await db.oneOrNone<{ origin: string; geom: string }>(AREA_OF_DISTANCE, { view: originLayer!.view, current: currentOf(originLayer!, day), key, distanceM });
      return found && { geom: found.geom, origin: { geom: found.origin, layer, key, distanceM } };
    }
  }
}

/** The area as it is told to the client. */
export async function understoodArea(db: Db, { geom }: Area): Promise<Pick<AreaAnswer, 'area' | 'areaM2'>> {
  const { area, area_m2: areaM2 } = await db.one<{ area: AreaAnswer['area']; area_m2: number }>(UNDERSTOOD, { geom });
  return { area, areaM2 };
}

/** One page of the objects of a layer in the area, with count and measure of all of them. */
export function objectsIn(db: Db, { geom, origin }: Area, layer: Layer, page: { readonly limit: number; readonly offset: number }, day: string): Promise<LayerPage> {
  const [measure, measureInside] = MEASURES[layer.geometry];
  const within = origin
    ? pgp.as.format(`ST_DWithin(object.geom, \${geom}::geometry, \${distanceM})${origin.layer === layer.id ? ' AND object.key <> ${key}' : ''}`, origin)
    : pgp.as.format('ST_Intersects(object.geom, $1::geometry)', [geom]);
  return db.one<LayerPage>(OBJECTS, {
    ...page, view: layer.view, title: layer.titleField, area: geom, within, current: currentOf(layer, day), measure, class: classOf(layer, day),
    measureInside, leastInside: origin ? 0 : TOUCHING,
  });
}
