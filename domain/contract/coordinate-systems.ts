/** The coordinate systems in which features are asked for and answered, with the official order of their axes. */

export interface CoordinateSystem {
  /** OGC URI, as it travels in `crs`, `bbox-crs` and Content-Crs. */
  readonly uri: string;
  readonly srid: number;
  /** `yx`: latitude or northing comes first in bbox and coordinates. */
  readonly axes: 'xy' | 'yx';
  readonly geographic: boolean;
  /** Decimals of coordinates: about a centimetre in degrees, a millimetre in metres. */
  readonly decimals: number;
  /**
   * [minX, minY, maxX, maxY], always easting first: the part of the world within about 500 km of Kraków. A bbox is cut to it, because PL-2000
   * means nothing far from its meridian; no data lie outside.
   */
  readonly window: readonly [number, number, number, number];
}

const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const DEGREES = { geographic: true, decimals: 7, window: [13, 45.5, 27, 54.5] } as const;

export const CRS84: CoordinateSystem = { uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84', srid: 4326, axes: 'xy', ...DEGREES };

/** The system of storage: PL-2000 zone 7, northing first. */
export const PL_2000: CoordinateSystem = {
  uri: epsg(2178), srid: 2178, axes: 'yx', geographic: false, decimals: 3, window: [6_900_000, 5_040_000, 7_950_000, 6_050_000],
};

export const COORDINATE_SYSTEMS: readonly CoordinateSystem[] = [
  CRS84,
  { uri: epsg(4326), srid: 4326, axes: 'yx', ...DEGREES },
  { uri: epsg(3857), srid: 3857, axes: 'xy', geographic: false, decimals: 3, window: [1_447_154, 5_700_583, 3_005_626, 7_259_449] },
  PL_2000,
  { uri: epsg(2180), srid: 2180, axes: 'yx', geographic: false, decimals: 3, window: [30_000, -260_000, 1_150_000, 760_000] },
];

/** The system of that URI; nothing that is not in the list reaches SQL. */
export const findCoordinateSystem = (uri: string): CoordinateSystem | undefined => COORDINATE_SYSTEMS.find((system) => system.uri === uri);
