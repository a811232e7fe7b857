/** The investor's search in the page: edits of the panel keep what it cannot show, faults have a place, drawn areas are closed and short. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { boxAround, boxOf, polygonOf, ringOfBox } from '../../client/land-search/place.ts';
import { changeNeed, clearAll, faultOf, setWeight } from '../../client/land-search/use-asked.ts';
import { MOST_SITES, toggleShortlisted } from '../../client/shortlist/shortlist.ts';
import { navigate, urlState } from '../../client/url/use-url.ts';
import { filterOf, needOf } from '../../domain/investment/need.ts';

afterEach(() => navigate({ need: null, land: null, weights: {}, order: null, sites: [] }, { replace: true }));

describe('an edit of the panel', () => {
  const REST = "NOT zone_pct < 90 AND (status = 'available' OR price_pln <= 1000000)";

  it('keeps the conditions that it cannot show', () => {
    navigate({ need: `area_ha >= 2 AND ${REST}` });
    changeNeed((need) => ({ ...need, ranges: { area_ha: { min: 3, max: null, orUnknown: false } }, flags: { road_contact: true } }));
    expect(urlState().need).toBe(`area_ha >= 3 AND road_contact = TRUE AND (NOT zone_pct < 90) AND (status = 'available' OR price_pln <= 1000000)`);
    changeNeed((need) => ({ ...need, ranges: {}, flags: {} }));
    expect(needOf(urlState().need!).rest).toEqual(needOf(REST).rest);
  });

  it('that takes everything away leaves no word in the address', () => {
    navigate({ need: 'area_ha >= 2', land: 'parcel', weights: { area_ha: 2 }, order: '-area_ha' });
    clearAll();
    expect([urlState().need, urlState().land, urlState().weights, urlState().order]).toEqual([null, null, {}, null]);
  });

  it('weighs, and a weight of nothing is none', () => {
    setWeight('area_ha', 3);
    setWeight('motorway_m', 1);
    setWeight('area_ha', 0);
    expect(urlState().weights).toEqual({ motorway_m: 1 });
  });
});

describe('an expression', () => {
  it.each([
    ['', null], ['area_ha >= 2', null], ['area_ha >=', 10], ['area_ha >= AND', 11], ['nothing_like_it = 1', 0], ["area_ha = 'two'", 10], ["identifier = '126105_9.0001.1'", 0], ['area_ha >= 2 AND contact IS NULL', 17],
  ])('%s has its fault at %s', (text, at) => {
    expect(faultOf(text)?.at ?? null).toBe(at);
  });
});

describe('a drawn area', () => {
  const lon = fc.double({ min: 19.7, max: 20.3, noNaN: true });
  const lat = fc.double({ min: 49.9, max: 50.2, noNaN: true });

  it('is closed, in decimetres, and comes back from the address as it was', () => {
    fc.assert(fc.property(fc.array(fc.tuple(lon, lat), { minLength: 3, maxLength: 30 }), (ring) => {
      const geometry = polygonOf(ring);
      const [outer] = geometry.coordinates as [number, number][][];
      expect(outer!.at(-1)).toEqual(outer![0]);
      for (const [at, [x, y]] of ring.entries()) expect(Math.max(Math.abs(outer![at]![0] - x), Math.abs(outer![at]![1] - y))).toBeLessThan(6e-7);
      const need = { ...needOf(''), place: { op: 's_within' as const, geometry } };
      expect(needOf(filterOf(need)).place).toEqual(need.place);
    }));
  });

  it('has a box, and several have one together', () => {
    const box = [19.9, 50, 20, 50.1] as const;
    expect(boxOf(polygonOf(ringOfBox(box)))).toEqual(box);
    expect(boxAround([box, [19.8, 50.05, 19.95, 50.2]])).toEqual([19.8, 50, 20, 50.2]);
    expect(boxAround([])).toBeNull();
  });
});

describe('the shortlist', () => {
  it('holds five, and a sixth is refused until one goes', () => {
    const keys = Array.from({ length: MOST_SITES + 1 }, (_, at) => `ti-${at}`);
    expect(keys.map(toggleShortlisted)).toEqual([true, true, true, true, true, false]);
    expect(urlState().sites).toEqual(keys.slice(0, MOST_SITES));
    expect(toggleShortlisted('ti-2')).toBe(true);
    expect(toggleShortlisted('ti-5')).toBe(true);
    expect(urlState().sites).toEqual(['ti-0', 'ti-1', 'ti-3', 'ti-4', 'ti-5']);
  });
});
