/** The style composed from the catalogue: valid by the specification in every palette, and one with the legend. */
import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { findLayer, LAYERS } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import type { DrawnBackground } from '../../domain/style/background.ts';
import { contrast } from '../../domain/style/colour.ts';
import { composeStyle, fillFactorOver, legendClasses, type MapView } from '../../domain/style/compose-style.ts';
import { areaLook, atZoom, isFilled, OUTLINE_DASH } from '../../domain/style/area-look.ts';
import { LEGEND_LINE, lineStrokes } from '../../domain/style/line-look.ts';
import { PALETTE_IDS, PALETTES } from '../../domain/style/palette.ts';
import { drawPatternImage } from '../../domain/style/patterns.ts';
import type { StyleLayer } from '../../domain/style/style-types.ts';
import type { DrawnClass } from '../../domain/style/symbol-classes.ts';

const ALL = new Set(LAYERS.map(({ id }) => id));
const view = (change: Partial<MapView> = {}): MapView => ({ layers: LAYERS, visible: ALL, palette: PALETTES.light, ...change });
const zones = findLayer('zones')!;

describe.each(PALETTE_IDS)('palette %s', (id) => {
  const palette = PALETTES[id];
  const style = composeStyle(view({ palette }));

  it.each([
    ['everything on', {}], ['zones by pattern', { zoneMode: 'pattern' as const }], ['nothing on', { visible: new Set<string>() }],
    ['classes off, opacity, filters', { opacity: { zones: 0.4 }, hiddenClasses: { zones: ['MN', '__other'], 'population-cells': ['50'], parcels: ['parcel'] }, filters: { 'investment-sites': ['==', ['get', 'status'], 'available'] } }],
  ])('is valid by the specification with %s', (_what, change) => {
    expect(validateStyleMin(composeStyle(view({ palette, ...change })) as never)).toEqual([]);
  });

  it('draws every layer of the catalogue from a source that carries it', () => {
    for (const layer of LAYERS) {
      const drawn = style.layers.filter((one) => one['source-layer'] === layer.id);
      expect(drawn.length, layer.id).toBeGreaterThan(0);
      for (const one of drawn) expect(one.source!.split(','), layer.id).toContain(layer.id);
    }
  });

  it('never asks the server for more than eight layers in one tile', () => {
    for (const name of Object.keys(style.sources)) expect(name.split(',').length).toBeLessThanOrEqual(8);
  });

  it('can draw every image it names', () => {
    const names = new Set(JSON.stringify(composeStyle(view({ palette, zoneMode: 'pattern' }))).match(/pattern:[a-z]+:[a-z0-9:-]+/g));
    expect(names.size).toBeGreaterThan(20);
    for (const name of names) expect(drawPatternImage(name), name).not.toBeNull();
  });

  it('gives every legend class an ink that stands out from the ground by 3:1', () => {
    for (const layer of LAYERS) for (const { value, colours } of legendClasses(layer, palette)) expect(contrast(colours.ink, palette.ground), `${layer.id} ${value}`).toBeGreaterThanOrEqual(3);
  });

  it('writes labels that can be read on the ground', () => {
    for (const colour of [palette.text, palette.textSoft]) expect(contrast(colour, palette.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('tells every two zone classes apart by more than colour: by pattern, or by outline and symbol', () => {
    const images = legendClasses(zones, palette, 'pattern').filter(({ pattern }) => pattern !== 'none' && pattern !== 'dash').map(({ image }) => image!.split(':').filter((_part, at) => at !== 3).join(':'));
    expect(new Set(images).size).toBe(images.length);
  });
});

/** What a paint property of the map is for an object at a zoom. */
function valueOf(expression: unknown, zoom: number, feature: object): unknown {
  if (!Array.isArray(expression)) return expression;
  const parsed = createExpression(expression, 'layers[0].paint.line-width');
  if (parsed.result !== 'success') throw new Error(JSON.stringify(expression));
  return parsed.value.evaluate({ zoom } as never, feature as never);
}

/** The style's layers of a type that draw an object of a class. */
function drawing(layer: Layer, change: Partial<MapView>, types: readonly string[], zoom: number, feature: object): readonly StyleLayer[] {
  return composeStyle(view(change)).layers.filter((one) => types.includes(one.type) && one['source-layer'] === layer.id
    && featureFilter(one.filter as never, 'layers[0].filter').filter({ zoom } as never, feature as never));
}

const objectOf = (layer: Layer, { value }: DrawnClass, more: object = {}) => ({ type: 2, properties: { [layer.symbology.field ?? 'none']: layer.symbology.kind === 'steps' ? Number(value) : value, ...more } });

describe('the legend of areas', () => {
  const areas = LAYERS.filter(({ geometry }) => geometry === 'polygon');
  const aerial: DrawnBackground = { sources: {}, layers: [] };
  const CLEAR = 'rgba(0,0,0,0)';

  describe.each(PALETTE_IDS)('in %s', (id) => {
    const palette = PALETTES[id];
    it.each([['our own ground', null, 'colour'], ['an aerial picture', aerial, 'colour'], ['our own ground, zones by pattern', null, 'pattern']] as const)('has the very fill, pattern and outline of the map at every zoom over %s', (_what, background, zoneMode) => {
      for (const zoom of [9.5, 10.8, 11.3, 12.2, 13, 14.5, 17, 19]) for (const layer of areas) for (const drawn of legendClasses(layer, palette, zoneMode)) {
        const feature = objectOf(layer, drawn);
        const onMap = drawing(layer, { palette, background, zoneMode }, ['fill', 'line'], zoom, feature)
          .filter(({ layout, paint }) => (layout!['visibility'] === 'visible' || layer.subject === 'base') && valueOf(paint!['fill-color'], zoom, feature) !== CLEAR)
          .map(({ id: name, paint: paint_ }) => {
            const paint = paint_ as Record<string, unknown>;
            const of = (property: string) => valueOf(paint[property], zoom, feature);
            const part = name.split(':')[1];
            if (part === 'fill') return { fill: String(of('fill-color')), strength: of('fill-opacity') as number };
            if (part === 'pattern') return { pattern: String(of('fill-pattern')), strength: of('fill-opacity') as number };
            return { ink: String(of('line-color')), strength: of('line-opacity') as number, width: of('line-width') as number, dash: paint['line-dasharray'] ?? null };
          });
        const { fill, pattern, outline } = areaLook(layer, palette, fillFactorOver(background));
        const inLegend = [
          ...(isFilled(layer, drawn) ? [{ fill: drawn.colours.fill, strength: expect.closeTo(atZoom(fill, zoom), 6) }] : []),
          ...(drawn.image ? [{ pattern: drawn.image, strength: expect.closeTo(atZoom(pattern, zoom), 6) }] : []),
          ...(outline ? [{ ink: drawn.colours.ink, strength: expect.closeTo(atZoom(outline.strength, zoom), 6), width: expect.closeTo(atZoom(outline.width, zoom), 6), dash: drawn.pattern === 'dash' ? OUTLINE_DASH : null }] : []),
        ];
        expect(onMap, `${layer.id} ${drawn.value} ${zoom}`).toEqual(inLegend);
      }
    });
  });

  it('has no outline where the map draws none', () => {
    const water = findLayer('water')!;
    expect(areaLook(water, PALETTES.light, 1).outline).toBeNull();
    expect(areaLook(water, PALETTES.contrast, 1).outline).not.toBeNull();
  });
});

describe('the legend of lines', () => {
  const lines = LAYERS.filter(({ geometry }) => geometry === 'line');

  it.each(PALETTE_IDS)('has the very strokes of the map, from the bottom up, in %s', (id) => {
    const palette = PALETTES[id];
    const { zoom, riverM } = LEGEND_LINE;
    for (const layer of lines) for (const drawn of legendClasses(layer, palette)) {
      const feature = objectOf(layer, drawn, { width_m: riverM });
      const onMap = drawing(layer, { palette }, ['line'], zoom, feature)
        .map(({ paint }) => ({ colour: String(valueOf(paint!['line-color'], zoom, feature)), width: expect.closeTo(valueOf(paint!['line-width'], zoom, feature) as number, 6), strength: valueOf(paint!['line-opacity'], zoom, feature), ...(paint!['line-dasharray'] ? { dash: paint!['line-dasharray'] } : {}) }));
      expect(lineStrokes(layer, drawn, palette), `${layer.id} ${drawn.value}`).toEqual(onMap);
    }
  });

  it('tells a main road from a street, and a pedestrian way by its dashes', () => {
    const streets = findLayer('streets')!;
    const [main, ...others] = legendClasses(streets, PALETTES.light).map((drawn) => lineStrokes(streets, drawn, PALETTES.light));
    expect(main).toHaveLength(2);
    expect(others.at(-1)).toMatchObject([{ colour: PALETTES.light.rail, dash: [2, 1.6] }]);
    const mainRoads = findLayer('main-roads')!;
    expect(lineStrokes(mainRoads, legendClasses(mainRoads, PALETTES.light)[0]!, PALETTES.light).map(({ colour }) => colour)).toEqual([PALETTES.light.roadMainCasing, PALETTES.light.roadMain]);
  });
});

describe('what is switched', () => {
  const layersOf = (id: string, change: Partial<MapView>) => composeStyle(view(change)).layers.filter(({ metadata }) => metadata?.['msip:layer'] === id);

  it('hides a layer by one property and keeps everything else the same, so that nothing flickers', () => {
    const without = composeStyle(view({ visible: new Set([...ALL].filter((id) => id !== 'zones')) }));
    const shown = composeStyle(view());
    expect(without.sources).toEqual(shown.sources);
    const changed = without.layers.filter((layer, at) => JSON.stringify(layer) !== JSON.stringify(shown.layers[at]));
    expect(changed.length).toBeGreaterThan(0);
    for (const layer of changed) expect(layer).toMatchObject({ metadata: { 'msip:layer': 'zones' }, layout: { visibility: 'none' } });
  });

  const shows = (layer: { filter?: unknown }, zoneClass: string) =>
    featureFilter(layer.filter as never, 'layers[0].filter').filter({ zoom: 15 } as never, { type: 3, properties: { zone_class: zoneClass, symbol: '1X' } } as never);

  it('leaves out a class that is switched off, in fill, pattern, outline and label alike', () => {
    for (const layer of layersOf('zones', { hiddenClasses: { zones: ['ZN'] } })) expect(shows(layer, 'ZN'), layer.id).toBe(false);
    expect(layersOf('zones', {}).filter((layer) => shows(layer, 'ZN')).length).toBeGreaterThanOrEqual(4);
  });

  it('keeps values that no class names when a named class is off, and drops them when "other" is off', () => {
    const fill = (hidden: string) => layersOf('zones', { hiddenClasses: { zones: [hidden] } })[0]!;
    expect(shows(fill('MN'), 'XX')).toBe(true);
    expect(shows(fill('__other'), 'XX')).toBe(false);
    expect(shows(fill('__other'), 'MN')).toBe(true);
  });

  it('draws by pattern in the ground colour, so that nothing is said by hue alone', () => {
    expect(legendClasses(zones, PALETTES.light, 'pattern').every(({ colours }) => colours.fill === PALETTES.light.ground)).toBe(true);
  });

  it('asks for a day only where something changes with time, and changes nothing else, so that nothing else is drawn anew', () => {
    const today = composeStyle(view());
    const past = composeStyle(view({ day: '2012-05-01' }));
    expect(past.layers).toEqual(today.layers);
    const tiles = ({ sources }: typeof past, name: string) => (sources[name]!.tiles as string[])[0]!;
    for (const name of Object.keys(past.sources)) {
      const temporal = name.split(',').some((id) => findLayer(id)!.temporal);
      expect(tiles(past, name), name).toBe(tiles(today, name) + (temporal ? '?datetime=2012-05-01' : ''));
    }
    expect(Object.keys(past.sources).filter((name) => tiles(past, name).includes('datetime')).length).toBeGreaterThan(1);
    expect(validateStyleMin(past as never)).toEqual([]);
  });

  it('points to the server by absolute address in a public style', () => {
    for (const source of Object.values(composeStyle(view({ base: 'https://msip.example' })).sources)) expect((source.tiles as string[])[0]).toMatch(/^https:\/\/msip\.example\/tiles\//);
  });
});
