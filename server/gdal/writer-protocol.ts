/** What the writing worker and its keeper say to each other. */

export type FileFormat = 'gpkg' | 'xlsx' | 'dxf';

/** One layer (a sheet) of the file: its name, and what kind of geometry it holds. A drawing (DXF) is one, whose features name theirs in `Layer`, their text in `OGR_STYLE`. */
export interface FileLayer { readonly name: string; readonly geometry: 'MULTIPOINT' | 'MULTILINESTRING' | 'MULTIPOLYGON' | 'GEOMETRYCOLLECTION' | 'DRAWING' | 'NONE' }

export type ToWriter =
  | { readonly kind: 'begin'; readonly format: FileFormat; readonly srid: number; readonly layers: readonly FileLayer[] }
  /** Features as GeoJSON text, with commas between them, coordinates easting (longitude) first in the system of the file. */
  | { readonly kind: 'features'; readonly layer: string; readonly text: string }
  | { readonly kind: 'end' };

export type FromWriter = { readonly bytes: Uint8Array } | { readonly fault: string };
