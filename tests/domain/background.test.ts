/** Backgrounds from configuration: what an administrator may write, and how it is drawn beneath our layers. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';
import { originsOf } from '../../server/rooms/backgrounds/backgrounds.ts';
import { LAYERS } from '../../domain/layers/index.ts';
import { drawBackground } from '../../domain/style/background.ts';
import { composeStyle } from '../../domain/style/compose-style.ts';
import { PALETTES } from '../../domain/style/palette.ts';

const TITLE = { pl: 'Ortofotomapa', en: 'Aerial photograph' };
const RASTER = { id: 'ortofotomapa', kind: 'raster', title: TITLE, attribution: 'GUGiK', tiles: 'https://orto.example/wmts/ORTO/EPSG:3857/{TileMatrix}/{TileRow}/{TileCol}' };
const STYLE = { id: 'topo', kind: 'style', title: TITLE, attribution: 'Urząd', style: 'https://topo.example/style.json', origins: ['https://kafle.example/x/'] };
const read = (...list: object[]) => readConfig({ BACKGROUNDS: JSON.stringify(list) }).backgrounds;
const compose = (background: ReturnType<typeof drawBackground>) => composeStyle({ layers: LAYERS, visible: new Set(LAYERS.map(({ id }) => id)), palette: PALETTES.light, background });

describe('what an administrator writes', () => {
  it('is none by default', () => {
    expect(readConfig({}).backgrounds).toEqual([]);
  });

  it('may use the names of WMTS for a tile', () => {
    expect(read(RASTER)[0]).toMatchObject({ tiles: 'https://orto.example/wmts/ORTO/EPSG:3857/{z}/{y}/{x}', tileSize: 256, maxZoom: 19 });
  });

  it.each([
    ['not JSON', '[{]'], ['no file', '/nie/ma/takiego.json'], ['an address of code', JSON.stringify([{ ...RASTER, tiles: 'javascript:alert({z}{x}{y})' }])],
    ['a template without a row', JSON.stringify([{ ...RASTER, tiles: 'https://orto.example/{z}/{x}' }])], ['an id twice', JSON.stringify([RASTER, RASTER])],
    ['a word nobody knows', JSON.stringify([{ ...RASTER, tilesize: 256 }])],
  ])('stops the start with a sentence when it is %s', (_what, BACKGROUNDS) => {
    expect(() => readConfig({ BACKGROUNDS })).toThrow(ConfigError);
    expect(() => readConfig({ BACKGROUNDS })).toThrow(/^BACKGROUNDS: /);
  });

  it('opens the security policy for its origins and no others', () => {
    expect(originsOf(read(RASTER, STYLE))).toEqual(['https://orto.example', 'https://topo.example', 'https://kafle.example']);
  });
});

describe('what is drawn', () => {
  const photo = compose(drawBackground(read(RASTER)[0]!, null));

  it('is a valid style with the photograph beneath everything', () => {
    expect(validateStyleMin(photo as never)).toEqual([]);
    expect(photo.layers[1]).toMatchObject({ id: 'background:ortofotomapa', type: 'raster' });
  });

  it('takes the place of our own areas and lines, and keeps our names', () => {
    const shown = (id: string) => photo.layers.find((one) => one.id === id)!.layout!['visibility'];
    expect([shown('green-areas:fill'), shown('streets:line'), shown('water:fill')]).toEqual(['none', 'none', 'none']);
    expect([shown('streets:label'), shown('places:label'), shown('zones:fill'), shown('parcels:line')]).toEqual(['visible', 'visible', 'visible', 'visible']);
  });

  it('takes areas and lines of a style, not its names and patterns, under names of its own', () => {
    const drawn = drawBackground(read(STYLE)[0]!, {
      sources: { a: { type: 'vector', tiles: ['https://kafle.example/{z}/{x}/{y}.mvt'] } },
      layers: [
        { id: 'zones:fill', type: 'fill', source: 'a', 'source-layer': 'land', paint: { 'fill-color': '#eee' } }, { id: 'names', type: 'symbol', source: 'a', 'source-layer': 'land' },
        { id: 'marsh', type: 'fill', source: 'a', 'source-layer': 'land', paint: { 'fill-pattern': 'marsh' } },
      ],
    });
    expect(drawn!.layers.map(({ id, source }) => [id, source])).toEqual([['background:topo:zones:fill', 'background:topo:a']]);
    expect(validateStyleMin(compose(drawn) as never)).toEqual([]);
  });

  it('is our own base map until a style has come', () => {
    expect(drawBackground(read(STYLE)[0]!, null)).toBeNull();
  });
});
