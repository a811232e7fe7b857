/** The written content of an annotation, and its geometry as shapes that are drawn. Pure. */
import type { Annotation, AnnotationContent, AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';
import type { Kind, Position, Shape } from '../draw/drawing.ts';
import { geometryOf } from '../draw/geometry.ts';

type Body = Omit<Shape, 'id'>;

export const EMPTY: AnnotationContent = { title: '', text: '', category: 'note', tags: [], priority: 'normal', dueOn: null, assignee: null, visibility: 'office', geometry: null, subjects: [] };

/** What people wrote, out of an annotation as it is shown. */
export const contentOf = ({ title, text, category, tags, priority, dueOn, assignee, visibility, geometry, subjects }: Annotation): AnnotationContent =>
  ({ title, text, category, tags, priority, dueOn, assignee: assignee?.id ?? null, visibility, geometry, subjects });

export const DRAWN_KINDS = ['point', 'line', 'polygon'] as const satisfies readonly Kind[];
export type DrawnKind = (typeof DRAWN_KINDS)[number];

const at = ([lon, lat]: readonly number[]): Position => [lon!, lat!];
/** A ring is closed in GeoJSON and open in a drawing. */
const openRing = (ring: readonly (readonly number[])[]): Position[] => ring.slice(0, -1).map(at);
const polygonOf = ([outline = [], ...holes]: readonly (readonly (readonly number[])[])[]): Body => ({ kind: 'polygon', vertices: openRing(outline), ...(holes.length > 0 ? { holes: holes.map(openRing) } : {}) });

/** The shapes of a geometry, each part one. */
export function shapesOf(geometry: Geometry | null): Body[] {
  switch (geometry?.type) {
    case 'Point': return [{ kind: 'point', vertices: [at(geometry.coordinates)] }];
    case 'MultiPoint': return geometry.coordinates.map((place) => ({ kind: 'point', vertices: [at(place)] }));
    case 'LineString': return [{ kind: 'line', vertices: geometry.coordinates.map(at) }];
    case 'MultiLineString': return geometry.coordinates.map((line) => ({ kind: 'line', vertices: line.map(at) }));
    case 'Polygon': return [polygonOf(geometry.coordinates)];
    case 'MultiPolygon': return geometry.coordinates.map(polygonOf);
    case undefined: return [];
  }
}

/** One geometry of finished shapes of one kind; null for none. More than one become a Multi…. */
export function geometryOfShapes(shapes: readonly Body[]): Geometry | null {
  const parts = shapes.map((shape) => geometryOf(shape) as Geometry);
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  const coordinates = parts.filter(({ type }) => type === first.type).map((part) => part.coordinates);
  return { type: `Multi${first.type}`, coordinates } as Geometry;
}

/** The kind that an annotation is drawn with; null while nothing is. An annotation has one kind. */
export const kindOf = (shapes: readonly Pick<Body, 'kind'>[]): DrawnKind | null => {
  const [first] = shapes;
  return first ? (first.kind === 'point' || first.kind === 'line' ? first.kind : 'polygon') : null;
};

const TAG = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,39}$/u;
/** Tags as they are typed, with commas between; what is no tag is left out and told. */
export function readTags(text: string): { readonly tags: string[]; readonly refused: string[] } {
  const words = [...new Set(text.split(/[,;\n]/).map((word) => word.trim().toLowerCase().replace(/^#/, '')).filter(Boolean))];
  return { tags: words.filter((word) => TAG.test(word)).slice(0, 20), refused: words.filter((word, index) => !TAG.test(word) || index >= 20) };
}

export const sameSubject = (one: AnnotationSubject, other: AnnotationSubject): boolean => JSON.stringify(one) === JSON.stringify(other);
export const withSubject = (subjects: readonly AnnotationSubject[], more: readonly AnnotationSubject[]): AnnotationSubject[] =>
  [...subjects, ...more.filter((one) => !subjects.some((other) => sameSubject(one, other)))].slice(0, 500);

/** What keeps it from being saved; null: nothing. */
export const missingOf = ({ title, geometry, subjects, tags, text }: AnnotationContent): 'title' | 'place' | 'text' | 'tags' | null =>
  title.trim() === '' ? 'title' : text.length > 10_000 ? 'text' : tags.length > 20 ? 'tags' : geometry === null && subjects.length === 0 ? 'place' : null;
