/** Annotations of the view on the map: gathered symbols from afar, the drawn shapes when near; pressed, one opens. */
import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection, Point } from 'geojson';
import { useMemo, useState } from 'react';
import { PRIORITIES } from '../../domain/office/annotation-words.ts';
import { type AnnotationFilters, annotationMapQuery } from '../api/annotations.ts';
import { useAccount } from '../api/session.ts';
import { useLanguage } from '../i18n/language.ts';
import { type Gathered, useGathered } from '../map/use-gathered.ts';
import { useMapState } from '../map/map-store.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { useViewBox } from '../map/view-box.ts';
import { usePalette } from '../theme/theme.ts';
import { openAnnotation, pointAt, useOpenAnnotation, usePointed } from './annotation-links.ts';
import { useAskedBox } from './asked-box.ts';
import { Pile } from './pile.tsx';
import { drawSymbol, SYMBOL_RATIO, symbolName } from './symbol-picture.ts';
import type { SymbolFacts } from './symbol.ts';

/** From here on a parcel is large enough for what was drawn on it. */
const SHAPES_FROM = 15;
const MOVED_MS = 150;
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function AnnotationOverlay({ filters }: { readonly filters: AnnotationFilters }) {
  const palette = usePalette();
  const locale = useLanguage();
  const account = useAccount();
  const view = useViewBox();
  const near = useMapState(({ zoom }) => zoom >= SHAPES_FROM);
  const box = useAskedBox(view, MOVED_MS, 8);
  // What was drawn is heavier than where it is: of the view and little more.
  const nearBox = useAskedBox(view, MOVED_MS, 2);
  // Who asks is part of the question: after signing in and out the map shows other ones.
  const asked = { ...filters, ...(account ? {} : NO_CONDITIONS_OF_PEOPLE) };
  const { data: places } = useQuery(annotationMapQuery(box, asked));
  const { data: shapes } = useQuery({ ...annotationMapQuery(nearBox, { ...asked, full: 'true' }), enabled: near });
  const [pile, setPile] = useState<readonly string[]>([]);
  const [open, pointed] = [useOpenAnnotation(), usePointed()];

  const data = useMemo<Gathered | undefined>(() => places && ({
    type: 'FeatureCollection',
    features: places.features.map(({ geometry, properties }) => ({
      type: 'Feature', geometry: geometry as Point,
      properties: { id: properties.id, title: properties.title, symbol: symbolName(palette, properties), urgent: PRIORITIES.findIndex(({ value }) => value === properties.priority) },
    })),
  }), [places, palette]);
  const look = useMemo(() => ({
    ink: palette.text, paper: palette.halo, accent: palette.accent, locale, pixelRatio: SYMBOL_RATIO,
    image: (symbol: string) => {
      const [, , category, status, priority] = symbol.split(':');
      return drawSymbol(palette, { category, status, priority } as SymbolFacts);
    },
  }), [palette, locale]);
  const drawn = useMemo<FeatureCollection>(() => (near && shapes ? { type: 'FeatureCollection', features: shapes.features.filter(({ geometry }) => geometry.type !== 'Point') } : NOTHING), [near, shapes]);
  const layers = useMemo(() => [
    { type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': palette.text, 'fill-opacity': 0.08 } },
    { type: 'line', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': palette.halo, 'line-width': 4.5, 'line-opacity': 0.8 } },
    { type: 'line', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': palette.text, 'line-width': 1.8, 'line-dasharray': [2.2, 1.4] } },
    { type: 'circle', filter: ['==', ['geometry-type'], 'MultiPoint'], paint: { 'circle-radius': 4, 'circle-color': palette.text, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1.5 } },
  ] as const, [palette]);
  useOverlay('annotation-shapes', drawn, layers);
  useGathered('annotations', data, look, [open, pointed].filter((id) => id !== null), { onPick: openAnnotation, onPile: setPile, onPoint: pointAt });
  const piled = pile.length === 0 ? [] : places?.features.flatMap(({ properties }) => (pile.includes(properties.id) ? [properties] : [])) ?? [];
  return piled.length > 0 && <Pile ones={piled} onClose={() => setPile([])} />;
}

/** Conditions that only an account may ask. */
const NO_CONDITIONS_OF_PEOPLE: AnnotationFilters = { mine: null, assigned: null, mentioned: null, deleted: null, review: null };
