/** What one import may cost, stated once: beyond these a file is refused, a feature rejected, or a worker ended. */
export const LIMITS = {
  /** Bytes of one file as it lies on disk. */
  fileBytes: 256 * 1024 * 1024,
  /** Bytes that a zip may inflate to, all entries together; counted while inflating, not believed from its directory. */
  inflatedBytes: 512 * 1024 * 1024,
  zipEntries: 64,
  features: 1_000_000,
  /** Vertices of one geometry; the tables allow as many. */
  vertices: 20_000,
  /** Time to repair one geometry; the worker is ended after it and the feature rejected. */
  repairMs: 10_000,
  /** Longest silence of the reading worker before it is ended. */
  silenceMs: 180_000,
} as const;

/** [min easting, min northing, max easting, max northing] in EPSG:2178 of the city and a margin of about 5 km. */
export const CITY_EXTENT_2178 = [7_408_000, 5_531_000, 7_450_000, 5_562_000] as const;
