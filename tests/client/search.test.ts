/** The search box's own reasoning: groups, highlights, and a history that survives whatever the device holds. */
import { describe, expect, it } from 'vitest';
import { coordinateEntry } from '../../client/search/coordinate-entry.ts';
import { groupsOf, piecesOf } from '../../client/search/search-groups.ts';
import { readHistory, type Remembered, withEntry } from '../../client/search/search-history.ts';

const entry = (key: string, change: Partial<Remembered> = {}): Remembered => ({
  kind: 'street', layer: 'streets', key, label: `ul. ${key}`, context: 'Podgórze', point: [19.98, 50.03], bbox: [19.97, 50.02, 19.99, 50.04], lang: 'pl', ...change,
});

describe('groups', () => {
  it('begin with the kind of the best result and keep the order of the server within', () => {
    const groups = groupsOf([{ kind: 'plan', n: 1 }, { kind: 'parcel', n: 2 }, { kind: 'plan', n: 3 }] as const);
    expect(groups).toEqual([{ kind: 'plan', results: [{ kind: 'plan', n: 1 }, { kind: 'plan', n: 3 }] }, { kind: 'parcel', results: [{ kind: 'parcel', n: 2 }] }]);
  });
});

describe('highlights', () => {
  const marked = (label: string, ranges: [number, number][]) => piecesOf(label, ranges).map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

  it('cut a label without losing a letter', () => {
    expect(marked('ul. Łąkowa 12', [[4, 7], [11, 13]])).toBe('ul. [Łąk]owa [12]');
  });

  it('that reach beyond the label, or overlap, change no letter', () => {
    expect(marked('Wola', [[0, 2], [1, 3], [3, 99], [200, 300]])).toBe('[Wo][l][a]');
  });
});

describe('the history on this device', () => {
  it('has the latest first, each object once, and an end', () => {
    const many = Array.from({ length: 20 }, (_, at) => entry(`s${at}`)).reduce<readonly Remembered[]>((history, one) => withEntry(history, one), []);
    expect(many.map(({ key }) => key)).toEqual(['s19', 's18', 's17', 's16', 's15', 's14', 's13', 's12']);
    expect(withEntry(many, entry('s15')).map(({ key }) => key).slice(0, 3)).toEqual(['s15', 's19', 's18']);
  });

  it('reads back what it wrote', () => {
    expect(readHistory(JSON.stringify([entry('wielicka')]))).toEqual([entry('wielicka')]);
  });

  it.each([
    ['no JSON', '{'], ['no list', '{"a":1}'], ['null entries', '[null]'], ['an unknown kind', JSON.stringify([entry('a', { kind: 'ghost' as never })])],
    ['a layer that is no more', JSON.stringify([entry('a', { layer: 'ghosts' })])], ['a box without end', JSON.stringify([entry('a', { bbox: [1, 2, 3] as never })])],
  ])('takes %s for nothing', (_, text) => {
    expect(readHistory(text)).toEqual([]);
  });
});

describe('coordinates in the box', () => {
  it('are understood in all systems and both orders as one place', () => {
    const texts = ['50.06139 19.93806', '19.93806, 50.06139', '5547788.4 7423966.7', '7423966.7 5547788.4', '244213.2 567121.4'];
    for (const text of texts) {
      const [lon, lat] = coordinateEntry(text)!.read.lonLat;
      expect(lon).toBeCloseTo(19.938, 3);
      expect(lat).toBeCloseTo(50.0614, 3);
    }
  });

  it('of a place far away are not offered, and a parcel number is none', () => {
    expect(coordinateEntry('52.23 21.01')).toBeNull();
    expect(coordinateEntry('191/13')).toBeNull();
    expect(coordinateEntry('126104_9.0009.191/13')).toBeNull();
  });
});
