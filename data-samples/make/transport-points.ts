/** Junctions, airport, stations and tram stops, and the strategic areas: approximate, so that distances can be tried out. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TRANSPORT_KINDS } from '../../domain/layers/transport-points.ts';
import { STRATEGIC_AREAS } from '../../domain/layers/land-fact-fields.ts';
import { skeleton } from './facts.ts';
import { pointGeometry, polygonGeometry, type Feature } from './geojson.ts';
import { fromLonLat } from './plane.ts';

const Points = z.array(z.tuple([z.string(), z.number(), z.number()]));
const PLACED = z.object({ 'motorway-junction': Points, airport: Points, 'railway-station': Points, 'tram-stop': Points })
  .parse(JSON.parse(readFileSync(new URL('./transport-points.json', import.meta.url), 'utf8')));

export const transportPointFeatures = (): Feature[] => TRANSPORT_KINDS.flatMap(({ value: kind }) =>
  PLACED[kind].map(([name, lon, lat], i): Feature => ({ properties: { key: `${kind}-${i + 1}`, name, kind }, geometry: pointGeometry(fromLonLat([lon, lat])) })));

/** Where the demonstration has parcels of a strategic area. */
const OUTLINES: Readonly<Record<string, string>> = { 'nowa-huta': 'branice', balice: 'balice', 'plaszow-rybitwy': 'plaszow-rybitwy' };

export const strategicAreaFeatures = (): Feature[] => STRATEGIC_AREAS.flatMap(({ value, label }): Feature[] => {
  const found = skeleton.parcelAreas.find(([name]) => name === OUTLINES[value]);
  if (!found) return [];
  const [, ...outline] = found;
  return [{ properties: { key: value, name: label.pl }, geometry: polygonGeometry(outline) }];
});
