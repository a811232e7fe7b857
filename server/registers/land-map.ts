/** The map of a piece of land for paper: zones in force and parcels around it at a known scale. */
import { parcels } from '../../domain/layers/parcels.ts';
import { zones } from '../../domain/layers/zones.ts';
import { PALETTES } from '../../domain/style/palette.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';
import { catalogueLook } from '../paper/look.ts';
import { fittingScale, frameBox, type MapGeometry } from '../paper/map-frame.ts';
import type { PaperMap } from '../paper/paper.ts';

const ZONES = queryFile(new URL('sql/zones-in-frame.sql', import.meta.url));
const PARCELS = queryFile(new URL('sql/parcels-in-frame.sql', import.meta.url));

/** Numbers of parcels are written where there is room for them. */
const LABELLED_TO = 2000;

/** Metres of EPSG:2178. */
export interface Outline { readonly geometry: MapGeometry; readonly west: number; readonly south: number; readonly east: number; readonly north: number }

interface DrawnObject { readonly label: string; readonly geometry: MapGeometry }
interface Question {
  /** What the outlined land is called. */
  readonly title: string;
  readonly day: string;
  /** 1 : n; null: the largest at which the land fits, at least 1 : `least`. */
  readonly scale: number | null;
  readonly least: number;
}

export async function landMap(db: Queries, { geometry, west: left, south: bottom, east: right, north: top }: Outline, { title, day, scale, least }: Question, lang: Language): Promise<PaperMap> {
  const center = [(left + right) / 2, (bottom + top) / 2] as const;
  const chosen = scale ?? Math.min(fittingScale([left, bottom, right, top]), least);
  const [west, south, east, north] = frameBox({ scale: chosen, center });
  const frame = { west, south, east, north, day };
  const drawnZones = await db.any<DrawnObject & { class: string }>(ZONES, frame);
  const drawnParcels = await db.any<DrawnObject>(PARCELS, frame);
  return {
    scale: chosen, center, subject: { title, geometry },
    layers: [
      { title: zones.title[lang], features: drawnZones.map(({ geometry: shape, label, class: value }) => ({ geometry: shape, label, ...catalogueLook('zones', value, lang) })) },
      { title: parcels.title[lang], features: drawnParcels.map(({ geometry: shape, label }) => ({ geometry: shape, stroke: PALETTES.light.textSoft, widthMm: 0.12, ...(chosen <= LABELLED_TO ? { label } : {}) })) },
    ],
    attribution: [...new Set([zones, parcels].flatMap(({ source }) => source.attribution.split(', ')))].join(', '),
  };
}
