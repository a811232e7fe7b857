/** The address of the page: what is written is read back, and nothing that anybody types breaks it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl, printUrl, type UrlState } from '../../client/url/parameters.ts';
import { NOTHING, type ObjectRef, parseSelection, printSelection, selectAll, selectOne } from '../../client/selection/selection.ts';

const START = parseUrl('/', '');
const roundTrip = (change: Partial<UrlState>) => {
  const [path = '', search = ''] = printUrl({ ...START, ...change }).split('?');
  return parseUrl(path, search);
};

const layer = fc.constantFrom('parcels', 'plans', 'zones', 'river-parks', 'investment-sites');
const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !/^~\d{1,10}$/.test(text));
const object: fc.Arbitrary<ObjectRef> = fc.oneof(fc.record({ layer, key }), fc.record({ layer, id: fc.integer({ min: 0, max: 999_999_999 }) }));

describe('the path of what is open', () => {
  it.each([
    ['/dzialka/126104_9.0009.191/13', 'parcels', '126104_9.0009.191/13'], ['/plan/plaszow-rybitwy', 'plans', 'plaszow-rybitwy'],
    ['/przeznaczenie/plaszow-rybitwy%3A1P%2FU', 'zones', 'plaszow-rybitwy:1P/U'], ['/teren/ti-balice-01', 'investment-sites', 'ti-balice-01'], ['/obiekt/river-parks/drwinka', 'river-parks', 'drwinka'],
  ])('%s opens one object', (path, layerId, objectKey) => {
    expect(parseSelection(path)).toEqual(selectOne({ layer: layerId, key: objectKey }));
  });

  it('writes the slash of a parcel number as it is', () => {
    expect(printSelection(selectOne({ layer: 'parcels', key: '126104_9.0009.191/13' }))).toBe('/dzialka/126104_9.0009.191/13');
  });

  it('reads back every object and every choice', () => {
    fc.assert(fc.property(object, (one) => { expect(parseSelection(printSelection(selectOne(one)))).toEqual(selectOne(one)); }));
    fc.assert(fc.property(fc.array(object, { maxLength: 12 }), (all) => { expect(parseSelection(printSelection(selectAll(all)))).toEqual(selectAll(all)); }));
  });

  it.each(['/', '/dzialka', '/dzialka/', '/obiekt/parcels', '/obiekt/../etc/passwd', '/plan/%E0%A4%A', '/nic/takiego', '/obiekty/', '//'])('%s opens nothing', (path) => {
    expect(parseSelection(path)).toEqual(NOTHING);
  });
});

describe('the query', () => {
  it('is empty at the start', () => {
    expect(printUrl(START)).toBe('/');
  });

  it('restores layers, opacity, classes, filters, days, what is compared, language, theme and tool', () => {
    const change: Partial<UrlState> = {
      door: 'investor', layers: ['zones', 'parcels', '-streets'], opacity: { zones: 40 }, hidden: { zones: ['M/U', 'P/U', '__other'] }, zones: 'pattern', background: 'ortofotomapa',
      filters: { 'investment-sites.status': 'available|in-tender', 'plans.name': 'Bronowice: Małe, „Tetmajera”' }, day: '2026-01-01', compare: '2012-05-01', difference: '2012-05-01..2026-01-01', lang: 'en', theme: 'contrast', tool: 'measure', q: 'ul. Wielicka 12 & co?', area: '19.9,50.06;500',
    };
    expect(roundTrip(change)).toEqual({ ...START, ...change });
  });

  it('restores whatever values filters and classes have', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 }), (classes) => {
      expect(roundTrip({ hidden: { zones: classes }, filters: { 'zones.symbol': classes[0]! } })).toMatchObject({ hidden: { zones: classes }, filters: { 'zones.symbol': classes[0] } });
    }));
  });

  it('takes nothing that is not its own word: rubbish counts as absent', () => {
    expect(parseUrl('/', '?door=burglar&zones=sepia&lang=de&theme=pink&day=yesterday&tool=RM%20-rf&opacity=zones:900,__proto__:1&hidden=%25&layers=../../x&nonsense=1'))
      .toEqual({ ...START, layers: [], hidden: {} });
  });

  it('opens the list of all plans at /plany, unless another tool is asked for', () => {
    expect(parseUrl('/plany', '')).toEqual({ ...START, tool: 'plans' });
    expect(parseUrl('/plany', '?tool=share').tool).toBe('share');
  });

  it('never throws, whatever stands in the address', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (path, search) => void printUrl(parseUrl(`/${path}`, search))));
  });
});
