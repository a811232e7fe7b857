/** A spatial search in the words of the page's address: `circle|19.94,50.06,300|parcels,zones`; print and parse are inverse. */
import type { AreaOfInterest } from '../../domain/contract/area.ts';
import { findLayer } from '../../domain/layers/index.ts';

type Position = readonly [longitude: number, latitude: number];

export type Shape =
  /** Corners in order, the first not repeated. */
  | { readonly kind: 'poly'; readonly ring: readonly Position[] }
  | { readonly kind: 'box'; readonly box: readonly [west: number, south: number, east: number, north: number] }
  | { readonly kind: 'circle'; readonly center: Position; readonly radiusM: number }
  | { readonly kind: 'near'; readonly layer: string; readonly key: string; readonly distanceM: number };

export interface Question {
  readonly shape: Shape;
  /** Layer ids; empty: those that are usually asked. */
  readonly layers: readonly string[];
}

/** Asked when nothing else is chosen. */
export const USUAL_LAYERS: readonly string[] = ['parcels', 'zones', 'plans', 'municipal-land', 'investment-sites', 'river-parks'];
/** The limits of the server. */
export const MAX_LAYERS = 12;
export const MAX_RADIUS_M = 5000;
const MAX_VERTICES = 200;

/** Six decimals are a decimetre. */
const degrees = (value: number): string => String(Math.round(value * 1e6) / 1e6);
const position = (point: Position): string => point.map(degrees).join(',');

function printShape(shape: Shape): string {
  switch (shape.kind) {
    case 'poly': return shape.ring.map(position).join(':');
    case 'box': return shape.box.map(degrees).join(',');
    case 'circle': return `${position(shape.center)},${Math.round(shape.radiusM * 10) / 10}`;
    case 'near': return `${shape.layer}:${encodeURIComponent(shape.key)},${Math.round(shape.distanceM)}`;
  }
}

export const printQuestion = ({ shape, layers }: Question): string => `${shape.kind}|${printShape(shape)}|${layers.join(',')}`;

function numbers(text: string, count: number): readonly number[] | null {
  const parts = text.split(',');
  const values = parts.map(Number);
  return parts.length === count && parts.every((part) => part.trim() !== '') && values.every(Number.isFinite) ? values : null;
}

function parsePosition(text: string): Position | null {
  const pair = numbers(text, 2);
  return pair && Math.abs(pair[0]!) <= 180 && Math.abs(pair[1]!) <= 90 ? [pair[0]!, pair[1]!] : null;
}

function parseNear(text: string): Shape | null {
  const [, layer = '', escaped = '', distance = ''] = /^([a-z0-9-]+):(.+),(\d+)$/.exec(text) ?? [];
  const distanceM = Number(distance);
  if (!findLayer(layer) || distance === '' || distanceM > MAX_RADIUS_M) return null;
  return { kind: 'near', layer, key: decodeURIComponent(escaped), distanceM };
}

function parseShape(kind: string, text: string): Shape | null {
  if (kind === 'near') return parseNear(text);
  if (kind === 'circle') {
    const [longitude, latitude, radiusM] = numbers(text, 3) ?? [];
    return radiusM !== undefined && radiusM >= 0.1 && radiusM <= MAX_RADIUS_M ? { kind, center: [longitude!, latitude!], radiusM } : null;
  }
  if (kind === 'box') {
    const box = numbers(text, 4);
    return box && box[0]! < box[2]! && box[1]! < box[3]! ? { kind, box: [box[0]!, box[1]!, box[2]!, box[3]!] } : null;
  }
  const ring = text.split(':').map(parsePosition);
  return kind === 'poly' && ring.length >= 3 && ring.length <= MAX_VERTICES && ring.every((one) => one !== null) ? { kind, ring } : null;
}

/** Null for what is not a spatial search. Never throws: addresses come from anywhere. */
export function parseQuestion(text: string | null): Question | null {
  const [kind = '', shapeText = '', layerText = ''] = (text ?? '').split('|');
  try {
    const shape = parseShape(kind, shapeText);
    return shape && { shape, layers: [...new Set(layerText.split(','))].filter((id) => findLayer(id)).slice(0, MAX_LAYERS) };
  } catch {
    return null;
  }
}

/** What the server is asked. */
export function areaOfInterest(shape: Shape): AreaOfInterest {
  switch (shape.kind) {
    case 'near': return { type: 'distance', layer: shape.layer, key: shape.key, distanceM: shape.distanceM };
    case 'circle': return { type: 'circle', center: [...shape.center], radiusM: shape.radiusM };
    case 'box': {
      const [west, south, east, north] = shape.box;
      return { type: 'geometry', geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } };
    }
    case 'poly': return { type: 'geometry', geometry: { type: 'Polygon', coordinates: [[...shape.ring, shape.ring[0]!].map(([lon, lat]): [number, number] => [lon, lat])] } };
  }
}
