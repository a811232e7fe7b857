/** Coordinates as people write them: every system, either order, and nothing taken for coordinates that is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCoordinates, printCoordinates, READ_SYSTEMS } from '../../domain/geo/coordinates.ts';
import { CITY_BBOX } from '../../domain/geo/krakow.ts';

/** Mickiewicz's monument, DOMAIN §2. */
const MONUMENT = { lon: 19 + 56 / 60 + 17 / 3600, lat: 50 + 3 / 60 + 41 / 3600 };

describe('coordinates of the monument', () => {
  it.each([
    ['50.06139 19.93806', 'EPSG:4326', 'north-first'], ['19.93806, 50.06139', 'EPSG:4326', 'east-first'], ['50,06139 19,93806', 'EPSG:4326', 'north-first'],
    ['50,06139; 19,93806', 'EPSG:4326', 'north-first'], ['50.06139N, 19.93806E', 'EPSG:4326', 'north-first'], ['N 50.06139 E 19.93806', 'EPSG:4326', 'north-first'],
    ['lat=50.06139, lon=19.93806', 'EPSG:4326', 'north-first'], ['50.06139° 19.93806°', 'EPSG:4326', 'north-first'], ['POINT(19.93806 50.06139)', 'EPSG:4326', 'east-first'],
    ['50°03′41″N 19°56′17″E', 'EPSG:4326', 'north-first'], ['19°56\'17"E, 50°03\'41"N', 'EPSG:4326', 'east-first'], ['50° 3\' 41" 19° 56\' 17"', 'EPSG:4326', 'north-first'],
    ['N50°3.6833\' E19°56.2833\'', 'EPSG:4326', 'north-first'],
    ['5547788.4 7423966.7', 'EPSG:2178', 'north-first'], ['7423966.7, 5547788.4', 'EPSG:2178', 'east-first'], ['X=5547788,4 Y=7423966,7', 'EPSG:2178', 'north-first'],
    ['5 547 788,4 7 423 966,7', 'EPSG:2178', 'north-first'], ['5\u202f547\u202f788 · 7\u202f423\u202f967', 'EPSG:2178', 'north-first'],
    ['EPSG:2178 5547788.4 7423966.7', 'EPSG:2178', 'north-first'], ['244213.2 567121.4', 'EPSG:2180', 'north-first'], ['567121.4;244213.2', 'EPSG:2180', 'east-first'],
    ['244 213,2 m 567 121,4 m', 'EPSG:2180', 'north-first'],
  ] as const)('%s', (text, system, order) => {
    const read = parseCoordinates(text);
    expect(read).toMatchObject({ system, order, near: true });
    expect(read!.lonLat[0]).toBeCloseTo(MONUMENT.lon, 4);
    expect(read!.lonLat[1]).toBeCloseTo(MONUMENT.lat, 4);
  });

  it('elsewhere in Poland they are understood, and said to be far', () => {
    expect(parseCoordinates('52.2297 21.0122')).toMatchObject({ system: 'EPSG:4326', near: false });
  });
});

describe('what is printed', () => {
  it('is read back as the same place, in every system', () => {
    const place = fc.tuple(fc.double({ min: CITY_BBOX[0], max: CITY_BBOX[2], noNaN: true }), fc.double({ min: CITY_BBOX[1], max: CITY_BBOX[3], noNaN: true }));
    fc.assert(fc.property(place, fc.constantFrom(...READ_SYSTEMS), ([lon, lat], system) => {
      const read = parseCoordinates(printCoordinates(system, [lon, lat]));
      expect(read).toMatchObject({ system, order: 'north-first', near: true });
      expect(Math.abs(read!.lonLat[0] - lon) + Math.abs(read!.lonLat[1] - lat)).toBeLessThan(2e-6);
    }));
  });
});

describe('what is not coordinates', () => {
  it.each(['', 'Rynek Główny 1', '191/13', 'S-1 580/4', '126104_9.0009.191/13', '50.06', '50.06 19.93 12', '90.5 19.9', '50°61\'00" 19°00\'00"', '50°03′41″S 19°56′17″E',
    '50.06N 19.93N', '5547788', '1 2', 'ul. Długa 50 19', '50.06139E 19.93806N'])('%s', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });

  it('does not stumble over any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => { expect(() => parseCoordinates(text)).not.toThrow(); }));
  });
});
