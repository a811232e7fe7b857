/** The parts of shpjs that are used: it ships without types. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson';
  export function parseShp(shp: DataView, prj?: string | false): (Geometry | null)[];
  export function parseDbf(dbf: DataView, encoding?: string): Record<string, unknown>[];
}
