/** Measurements and the address of the page stay the same, however quickly steps follow each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Position } from '../../client/draw/drawing.ts';
import { parseMeasure, printMeasure } from '../../client/measure/measure-address.ts';
import { measurements } from '../../client/measure/measure-store.ts';
import { urlState } from '../../client/url/use-url.ts';

const place = fc.tuple(fc.integer({ min: 19_800_000, max: 20_200_000 }), fc.integer({ min: 49_970_000, max: 50_120_000 })).map(([lon, lat]): Position => [lon / 1e6, lat / 1e6]);
const shape = fc.record({ kind: fc.constantFrom(...KINDS), vertices: fc.array(place, { minLength: 3, maxLength: 8 }) });

describe('the address', () => {
  it('holds every shape, to 10 cm', () => {
    fc.assert(fc.property(fc.array(shape, { minLength: 1, maxLength: 10 }), (shapes) => { expect(parseMeasure(printMeasure(shapes))).toEqual(shapes); }));
  });

  it.each(['', 'line', 'line:19.9', 'line:19.9,50.0', 'polygon:1,2,3,4', 'star:19.9,50.0,20,50', 'line:a,b,c,d', '<script>:1,2,3,4', 'line:19.9,NaN,1,2'])('%s is no measurement', (text) => {
    expect(parseMeasure(text)).toEqual([]);
  });

  it('says when measurements do not fit into it', () => {
    expect(printMeasure([{ kind: 'line', vertices: Array.from({ length: 400 }, (_, at): Position => [19.9 + at * 1e-6, 50.05]) }])).toBe('too-long');
  });

  it('follows undo and redo in the same moment', () => {
    for (const at of [[19.93, 50.06], [19.94, 50.06], [19.94, 50.06]] as const) measurements.act({ do: 'add', kind: 'line', at });
    const line = urlState().measure;
    expect(line).toBe('line:19.93,50.06,19.94,50.06');
    measurements.act({ do: 'undo' });
    expect(urlState().measure).toBeNull();
    measurements.act({ do: 'redo' });
    expect(urlState().measure).toBe(line);
  });
});
