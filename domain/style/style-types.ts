/** The part of the MapLibre style specification that is composed here, as plain types: domain imports no map library. */

export type Expression = readonly unknown[];
export type Value = string | number | boolean | Expression;

export interface StyleLayer {
  readonly id: string;
  readonly type: 'background' | 'fill' | 'line' | 'circle' | 'symbol' | 'raster';
  readonly source?: string;
  readonly 'source-layer'?: string;
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly filter?: Expression;
  readonly layout?: Readonly<Record<string, unknown>>;
  readonly paint?: Readonly<Record<string, unknown>>;
  /** `msip:layer` names the catalogue layer a drawn object belongs to; labels and base decoration are not asked for objects. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface VectorSource {
  readonly type: 'vector';
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly attribution: string;
}

/** A source of somebody else's background: raster, or whatever their style declares. */
export type ForeignSource = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Style {
  readonly version: 8;
  readonly name: string;
  readonly center: readonly [number, number];
  readonly zoom: number;
  readonly sprite?: string;
  readonly 'font-faces'?: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, VectorSource | ForeignSource>>;
  readonly layers: readonly StyleLayer[];
}
