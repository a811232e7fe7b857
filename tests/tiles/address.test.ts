/** Which tile addresses are understood, and how the others are told apart. */
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import { AddressError, parseAddress, parseLayers } from '../../tiles/address.ts';

const fault = (attempt: () => unknown): string => {
  try { attempt(); } catch (error) { if (error instanceof AddressError) return error.fault; throw error; }
  return 'none';
};

describe('layers of a tile', () => {
  it('are found by their names, in the order named', () => {
    expect(parseLayers('zones,parcels').map((layer) => layer.id)).toEqual(['zones', 'parcels']);
  });

  it.each([
    ['parcels,parcels', 'malformed'], ['', 'malformed'], ['parcels,', 'malformed'], [',', 'malformed'], ['Parcels', 'malformed'], ['..', 'malformed'],
    ['parcels%00', 'malformed'], ['parcels%2Czones', 'malformed'], ["parcels'--", 'malformed'], ['działki', 'malformed'], ['__proto__', 'malformed'],
    ['constructor', 'layer-unknown'], ['parcel', 'layer-unknown'], ['parcels,nobody', 'layer-unknown'],
    [LAYERS.slice(0, 9).map((layer) => layer.id).join(','), 'malformed'],
  ])('"%s" is %s', (text, expected) => {
    expect(fault(() => parseLayers(text))).toBe(expected);
  });

  it('may be eight', () => {
    expect(parseLayers(LAYERS.slice(0, 8).map((layer) => layer.id).join(','))).toHaveLength(8);
  });
});

describe('zoom, column and row', () => {
  const parcels = parseLayers('parcels');

  it('are whole numbers in one spelling', () => {
    expect(parseAddress('14', '9098', '5563', parcels)).toEqual({ z: 14, x: 9098, y: 5563 });
  });

  it.each([['-1', '0', '0'], ['14', '1e3', '0'], ['14', '%00', '0'], ['14', '..', '0'], ['14', '12345678', '0'], ['014', '0', '0'], ['14', '0x10', '0'], ['14', '1.0', '0'],
    ['14', '', '0'], ['14', '+1', '0'], ['14', ' 1', '0'], ['14', '１', '0'], ['14', 'NaN', '0']])('%s/%s/%s is malformed', (z, x, y) => {
    expect(fault(() => parseAddress(z, x, y, parcels))).toBe('malformed');
  });

  it.each([['14', '16384', '0'], ['14', '0', '16384'], ['11', '0', '0'], ['17', '0', '0'], ['9999999', '0', '0']])('%s/%s/%s is out of range', (z, x, y) => {
    expect(fault(() => parseAddress(z, x, y, parcels))).toBe('out-of-range');
  });

  it('of several layers exist wherever one of them has tiles', () => {
    const both = parseLayers('city,parcels');
    expect([6, 16].map((z) => parseAddress(String(z), '0', '0', both).z)).toEqual([6, 16]);
    expect(fault(() => parseAddress('5', '0', '0', both))).toBe('out-of-range');
  });
});
