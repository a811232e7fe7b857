/** The map's style as a pure function of the catalogue, a palette and what is switched on. */
import { CITY_CENTER } from '../geo/krakow.ts';
import type { Layer } from '../layers/layer.ts';
import type { DrawnBackground } from './background.ts';
import { labelLook, LOOKS } from './looks.ts';
import { allOf, type PaintTask } from './paint.ts';
import { paintLabel } from './paint-label.ts';
import { paintLine } from './paint-line.ts';
import { paintPoint } from './paint-point.ts';
import { paintPolygon } from './paint-polygon.ts';
import type { Palette } from './palette.ts';
import { groupSources, vectorSource } from './sources.ts';
import type { Expression, Style, StyleLayer } from './style-types.ts';
import { classFilter, drawnClasses, type ZoneMode } from './symbol-classes.ts';

export interface MapView {
  /** The catalogue, from the bottom up. */
  readonly layers: readonly Layer[];
  /** Ids of the layers switched on. */
  readonly visible: ReadonlySet<string>;
  readonly palette: Palette;
  readonly zoneMode?: ZoneMode;
  /** Ids of the layers that stand in the style at all; absent: every one. Who switches one on for the first time adds it, and later only shows it. */
  readonly present?: ReadonlySet<string>;
  /** 0–1 by layer id; absent: 1. */
  readonly opacity?: Readonly<Record<string, number>>;
  /** Classes switched off, by layer id. */
  readonly hiddenClasses?: Readonly<Record<string, readonly string[]>>;
  /** Further conditions on tile fields, by layer id. */
  readonly filters?: Readonly<Record<string, Expression>>;
  /** Drawn in the place of our own base map, whose names stay; null: our own. */
  readonly background?: DrawnBackground | null;
  /** The day (ISO) whose state is drawn; null or absent: today. */
  readonly day?: string | null;
  /** '' for the page itself; the absolute address of the server for a public style. */
  readonly base?: string;
}

/** Areas of the base map take the palette's own ground colours: softer than a legend class would be. */
function baseTones(layer: Layer, palette: Palette): Palette {
  if (layer.subject !== 'base') return palette;
  const { tones, green, forest, water } = palette;
  const fill = (tone: keyof Palette['tones'], colour: string) => ({ ...tones[tone], fill: colour });
  return { ...palette, tones: { ...tones, water: fill('water', water), 'green-public': fill('green-public', green), 'green-natural': fill('green-natural', green), cemetery: fill('cemetery', green), forest: fill('forest', forest) } };
}

/** The classes of a layer as `composeStyle` draws them; the legend must ask here too. */
export const legendClasses = (layer: Layer, palette: Palette, zoneMode: ZoneMode = 'colour') => drawnClasses(layer, baseTones(layer, palette), zoneMode);

/** How much of their strength fills keep: a photograph must be seen through the zones that lie on it. */
export const fillFactorOver = (background: DrawnBackground | null): number => (background ? 0.5 : 1);

function paintTask(view: MapView, layer: Layer, source: string): PaintTask {
  const classes = legendClasses(layer, view.palette, view.zoneMode);
  const hidden = new Set(view.hiddenClasses?.[layer.id]);
  const filter = allOf(hidden.size > 0 ? classFilter(layer, classes, ({ value }) => !hidden.has(value)) : null, view.filters?.[layer.id]) ?? null;
  const fillFactor = fillFactorOver(view.background ?? null);
  return { layer, palette: view.palette, classes, source, filter, visible: view.visible.has(layer.id), opacity: view.opacity?.[layer.id] ?? 1, fillFactor };
}

/** A complete style, valid by the specification's validator. Layers off are present and not visible, so that switching is one property. */
export function composeStyle(view: MapView): Style {
  const { layers, palette, background = null, base = '', day = null } = view;
  const groups = groupSources(layers);
  const sourceOf = new Map([...groups].flatMap(([name, members]) => members.map(({ id }) => [id, name] as const)));
  const drawn: StyleLayer[] = [{ id: 'ground', type: 'background', paint: { 'background-color': palette.ground } }, ...(background?.layers ?? [])];
  const labels: { rank: number; label: StyleLayer }[] = [];
  let pending: StyleLayer[] = [];
  let roads: StyleLayer[] = [];
  for (const layer of layers) {
    if (view.present && !view.present.has(layer.id)) continue;
    const task = paintTask(view, layer, sourceOf.get(layer.id)!);
    const shape = background && layer.subject === 'base' ? { ...task, visible: false } : task;
    const { under, body } = layer.geometry === 'polygon' ? paintPolygon(shape) : layer.geometry === 'line' ? paintLine(shape) : paintPoint(shape);
    const label = paintLabel(task);
    if (label) labels.push({ rank: labelLook(layer.id).rank, label });
    // Neighbouring roads meet without a casing between them: all casings first, then all bodies.
    if (LOOKS[layer.id]?.road) {
      pending.push(...under);
      roads.push(...body);
      continue;
    }
    drawn.push(...pending, ...roads, ...under, ...body);
    pending = [];
    roads = [];
  }
  drawn.push(...pending, ...roads, ...labels.sort((a, b) => a.rank - b.rank).map(({ label }) => label));
  return {
    version: 8, name: `MSIP Kraków (${palette.id})`, center: CITY_CENTER, zoom: 12, metadata: { 'msip:palette': palette.id },
    sources: { ...background?.sources, ...Object.fromEntries([...groups].map(([name, members]) => [name, vectorSource(name, members, base, day)])) },
    layers: drawn,
  };
}
