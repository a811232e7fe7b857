/** Where Kraków is: extents used as defaults and as the geometry gate's limit. */

/** [west, south, east, north] of the city, degrees. */
export const CITY_BBOX = [19.7922, 49.9676, 20.2174, 50.1263] as const;

/** Geometry from people must lie within this box (the city and a margin of about 5 km), degrees. */
export const GATE_BBOX = [19.72, 49.92, 20.29, 50.18] as const;

export const CITY_CENTER = [19.9373, 50.0617] as const;
