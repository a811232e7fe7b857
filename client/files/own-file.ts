/** What is known of a file of the reader's, its limits, and what may be wrong with it. It never leaves the browser. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';

export type FileFormat = 'GeoJSON' | 'GPX' | 'KML' | 'Shapefile';
export type FileSystem = 'EPSG:4326' | 'EPSG:2178' | 'EPSG:2180' | 'EPSG:3857';

export const MAX_BYTES = 20 * 2 ** 20;
/** A zip may hold three times as much. */
export const MAX_INFLATED_BYTES = 60 * 2 ** 20;
export const MAX_VERTICES = 50_000;
export const PATIENCE_MS = 30_000;
export const MAX_FILES = 10;

/** What a parser found, not yet checked: coordinates as they stand in the file. */
export interface RawFile {
  readonly format: FileFormat;
  readonly features: readonly Feature<Geometry | null>[];
  /** What the file itself says of its coordinate system; null: nothing. */
  readonly declared: FileSystem | null;
}

export interface ReadFile {
  readonly format: FileFormat;
  readonly system: FileSystem;
  /** The file says its system, or it was told from the figures. */
  readonly systemBy: 'declared' | 'figures';
  /** Longitude and latitude; ids are places in the list. */
  readonly data: FeatureCollection;
  readonly bbox: readonly [west: number, south: number, east: number, north: number];
  readonly vertices: number;
  /** Features without a geometry. */
  readonly left: number;
}

export type FileProblemCode = 'too-big' | 'unknown-format' | 'broken' | 'too-many-vertices' | 'unknown-system' | 'empty' | 'incomplete-shapefile' | 'too-slow' | 'too-many-files';

export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode, detail = '') {
    super(detail || code);
    this.code = code;
  }
}
