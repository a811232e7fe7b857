/** What the reading worker and its keeper say to each other. */
import type { GeometryKind } from '../../domain/layers/layer.ts';

/** A file that passed the gate: bytes under names of ours, and how GDAL shall open it. */
export interface SourceFile {
  /** The name people know it by. */
  readonly label: string;
  readonly driver: string;
  /** Of the texts as GDAL passes them on. */
  readonly encoding: string;
  /** The first is the one to open. */
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly openOptions: readonly string[];
}

export interface ReadJob {
  readonly source: SourceFile;
  readonly kind: GeometryKind;
  /** Needed where the file names no CRS; replaces the one it names. */
  readonly crs: string | undefined;
  readonly sourceLayer: string | undefined;
  /** Refuses a layer of more; default the most that is read at all. */
  readonly maxFeatures?: number;
  /** Numbers of features whose repair has ended a worker before. */
  readonly skip: readonly number[];
}

export interface Repair { readonly how: string; readonly areaChangeM2: number }
/** `place` is longitude, latitude. */
export interface Rejection { readonly reason: string; readonly place: readonly [number, number] | null }

export interface ReadFeature {
  /** Counted from 1 in the order of the file. */
  readonly number: number;
  readonly properties: Record<string, unknown>;
  /** Hexadecimal EWKB in EPSG:2178; null when rejected. */
  readonly geometry: string | null;
  readonly place: readonly [number, number] | null;
  readonly repair?: Repair;
  readonly rejection?: Rejection;
}

export interface SourceFacts { readonly count: number; readonly crs: string; readonly axesSwapped: boolean; readonly warnings: readonly string[] }

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'facts'; readonly facts: SourceFacts }
  | { readonly type: 'features'; readonly features: readonly ReadFeature[] }
  | { readonly type: 'repairing'; readonly number: number }
  | { readonly type: 'done' }
  | { readonly type: 'fault'; readonly message: string };
