/** Geometries within cql2-text: WKT as the standard has it, and BBOX(west, south, east, north). */
import type { Geometry } from '../contract/geojson.ts';
import { FilterFault } from './ast.ts';
import type { Token } from './lexer.ts';

/** What reading a geometry needs of the words. */
interface Words {
  readonly now: Token;
  readonly keyword: string | undefined;
  take(): Token;
  takes(word: string): boolean;
  expect(word: string): void;
}

const TYPES = { point: 'Point', linestring: 'LineString', polygon: 'Polygon', multipoint: 'MultiPoint', multilinestring: 'MultiLineString', multipolygon: 'MultiPolygon' } as const;
type Position = [number, number];

export const isGeometryWord = (keyword: string | undefined): boolean => keyword !== undefined && (keyword in TYPES || keyword === 'bbox');

function number(words: Words): number {
  const { now } = words;
  if (now.kind !== 'number') throw new FilterFault('a coordinate is expected', now.at);
  words.take();
  return now.value;
}

const position = (words: Words): Position => [number(words), number(words)];

function listed<T>(words: Words, read: (words: Words) => T): T[] {
  words.expect('(');
  const found = [read(words)];
  while (words.takes(',')) found.push(read(words));
  words.expect(')');
  return found;
}

const line = (words: Words): Position[] => listed(words, position);
const polygon = (words: Words): Position[][] => listed(words, line);
/** Both `((1 2), (3 4))` and `(1 2, 3 4)` are in use. */
const placed = (words: Words): Position => (words.now.kind === 'sign' && words.now.text === '(' ? line(words)[0]! : position(words));

/** Reads a geometry; the words stand before its name. */
export function readGeometry(words: Words): Geometry {
  const { at } = words.now;
  const keyword = words.keyword!;
  words.take();
  switch (keyword as keyof typeof TYPES | 'bbox') {
    case 'point': return { type: 'Point', coordinates: line(words)[0]! };
    case 'linestring': return { type: 'LineString', coordinates: line(words) };
    case 'polygon': return { type: 'Polygon', coordinates: polygon(words) };
    case 'multipoint': return { type: 'MultiPoint', coordinates: listed(words, placed) };
    case 'multilinestring': return { type: 'MultiLineString', coordinates: listed(words, line) };
    case 'multipolygon': return { type: 'MultiPolygon', coordinates: listed(words, polygon) };
    case 'bbox': return box(listed(words, number), at);
  }
}

/** [west, south, east, north] as a polygon. */
export function box(corners: readonly number[], at: number | string): Geometry {
  const [west, south, east, north] = corners as [number, number, number, number];
  if (corners.length !== 4 || !(west < east) || !(south < north)) throw new FilterFault('a box is west, south, east, north, with west < east and south < north', at);
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

const write = (inner: unknown): string => (Array.isArray(inner) && typeof inner[0] === 'number' ? `${inner[0]} ${inner[1]}` : `(${(inner as unknown[]).map(write).join(', ')})`);

/** WKT of a geometry: `POLYGON((19.9 50, …))`. */
export function wktOf({ type, coordinates }: Geometry): string {
  return `${type.toUpperCase()}${type === 'Point' ? `(${write(coordinates)})` : write(coordinates)}`;
}
