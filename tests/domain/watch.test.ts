/** Laws of watches: replaying is what was delivered, step by step, however often it was interrupted; sites come and go in turn. And the demonstration's history. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, eventsOf, type JudgedVersion, TOLD_FIELDS } from '../../domain/investment/watch.ts';
import { changeLine, eventLines, eventTitle } from '../../domain/investment/watch-words.ts';
import { type ListedSite, siteHistory } from '../../data-samples/make/site-history.ts';
import { evaluate } from '../../domain/cql2/evaluate.ts';
import { parseFilter } from '../../domain/cql2/parse-text.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import { GEOMETRY } from '../../domain/cql2/check.ts';

const properties = fc.record({ name: fc.constantFrom('Ruszcza 1', 'Ruszcza 2'), status: fc.constantFrom('available', 'reserved', 'sold'), price_pln: fc.constantFrom(null, 1e6, 2e6), contact: fc.constantFrom('a', 'b'),
  utilities: fc.subarray(['gaz', 'woda', 'prąd'], { minLength: 0 }) });
const versions = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), properties: fc.option(properties, { freq: 4 }), moved: fc.boolean(), demonstration: fc.boolean() }), { maxLength: 40 }).map((list) => {
  const listed = new Set<string>();
  return list.map((version, at): JudgedVersion => {
    const fits = version.properties !== null && evaluate(parseFilter("status = 'available' OR price_pln < 1500000"), { properties: version.properties }) === true;
    const moved = version.moved && version.properties !== null && listed.has(version.key);
    if (version.properties) listed.add(version.key); else listed.delete(version.key);
    return { ...version, moved, fits, seq: (at + 1) * 3, at: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString() };
  });
});

describe('what a watch tells', () => {
  it('is the same in one piece and in any pieces, each read anew after an interruption', () => {
    fc.assert(fc.property(versions, fc.array(fc.nat(130), { maxLength: 8 }), (all, cuts) => {
      const whole = eventsOf(all);
      const delivered = [...new Set([...cuts, 1e9])].sort((a, b) => a - b).reduce<{ cursor: number; told: typeof whole }>(({ cursor, told }, upTo) => {
        const seen = all.filter(({ seq }) => seq <= upTo);
        // As the database gives them: what is new, and what stood of the same sites.
        const fresh = seen.filter(({ seq }) => seq > cursor);
        const standing = [...new Set(fresh.map(({ key }) => key))].flatMap((key) => seen.filter((version) => version.key === key && version.seq <= cursor).slice(-1));
        const given = [...standing, ...fresh].sort((a, b) => a.seq - b.seq);
        return { cursor: given.at(-1)?.seq ?? cursor, told: [...told, ...eventsOf(given, cursor)] };
      }, { cursor: 0, told: [] }).told;
      expect(delivered).toEqual(whole);
    }), { numRuns: 500 });
  });

  it('of a prefix is a prefix of what is told', () => {
    fc.assert(fc.property(versions, fc.nat(40), (all, length) => { expect(eventsOf(all).slice(0, eventsOf(all.slice(0, length)).length)).toEqual(eventsOf(all.slice(0, length))); }));
  });

  it('has every number once, and of each site: appeared and left in turn, changed only between', () => {
    let [changed, left] = [0, 0];
    fc.assert(fc.property(versions, (all) => {
      const events = eventsOf(all);
      expect(new Set(events.map(({ seq }) => seq)).size).toBe(events.length);
      for (const key of ['a', 'b', 'c']) {
        let inside = false;
        for (const { kind, changes } of events.filter((event) => event.key === key)) {
          expect(kind === 'appeared').toBe(!inside);
          if (kind === 'changed') { expect(changes).not.toEqual([]); changed += 1; }
          if (kind === 'left') left += 1;
          inside = kind !== 'left';
        }
        expect(inside).toBe(all.findLast((version) => version.key === key)?.fits ?? false);
      }
    }), { numRuns: 300 });
    expect(Math.min(changed, left)).toBeGreaterThan(50);
  });

  it('is nothing when only what nobody decides by has changed, and lists are sets', () => {
    const one = { name: 'x', status: 'available', contact: 'a', utilities: ['gaz', 'woda'] };
    expect(changesOf(one, { properties: { ...one, contact: 'b', utilities: ['woda', 'gaz'] }, moved: false })).toEqual([]);
    expect(changesOf(one, { properties: { ...one, status: 'sold', price_pln: 1 }, moved: true })).toEqual([{ field: 'status', from: 'available', to: 'sold' }, { field: 'price_pln', from: null, to: 1 }, { field: 'geom', from: null, to: null }]);
  });

  it('names only fields of the layer', () => {
    const names = investmentSites.fields.map(({ name }) => name);
    expect(TOLD_FIELDS.filter((name) => name !== GEOMETRY && !names.includes(name))).toEqual([]);
  });
});

describe('in words', () => {
  it('codes, units, missing values and lists read as on the page', () => {
    expect(changeLine({ field: 'status', from: 'available', to: 'in-tender' }, 'pl')).toBe('Stan: dostępny → w przetargu');
    expect(changeLine({ field: 'price_pln', from: 1_250_000, to: null }, 'pl')).toBe('Cena: 1\u202f250\u202f000\u202fzł → brak danych');
    expect(changeLine({ field: 'utilities', from: ['gaz'], to: ['gaz', 'woda'] }, 'en')).toBe('Utilities: +\u202fwoda');
    expect(changeLine({ field: 'max_height_m', from: 12, to: 15.5 }, 'pl')).toBe('Maks. wysokość zabudowy: 12\u202fm → 15,5\u202fm');
    expect(changeLine({ field: GEOMETRY, from: null, to: null }, 'pl')).toBe('Granice terenu: zmienione');
    expect(eventTitle({ kind: 'left', by: 'listing', title: 'Ruszcza 1' }, 'pl')).toBe('Zniknął z oferty: Ruszcza 1');
    expect(eventLines({ changes: [], demonstration: true }, 'en')).toEqual(['Demonstration data – not a real offer.']);
  });
});

describe("the demonstration's history", () => {
  const sites = (JSON.parse(readFileSync(new URL('../../data-samples/layers/investment-sites.geojson', import.meta.url), 'utf8')) as { features: { properties: ListedSite }[] }).features.map((feature) => feature.properties);
  const history = siteHistory(sites);

  it('ends with every site as it is, before the day of the data, on working days', () => {
    for (const site of sites) {
      const own = history.filter(({ key }) => key === site.key);
      expect(own.at(-1)).toMatchObject({ listed: true, changes: {} });
      expect(own.every(({ at }, index) => index === 0 || at > own[index - 1]!.at), site.key).toBe(true);
    }
    expect(history.every(({ at }) => at < '2026-11-01' && ![0, 6].includes(new Date(at).getUTCDay()))).toBe(true);
    expect(siteHistory(sites)).toEqual(history);
  });

  it('has something of every kind in its year', () => {
    const seen = new Set<string>();
    const fresh = history.filter(({ key, at }) => { const first = !seen.has(key); seen.add(key); return first && at > '2025-11-03'; });
    expect(fresh.length).toBeGreaterThan(5);
    expect(history.filter(({ at }) => at > '2025-11-03').length).toBeGreaterThan(40);
    expect(history.some(({ listed }) => !listed)).toBe(true);
    expect(history.some(({ changes }) => changes.price_pln)).toBe(true);
    expect(history.every(({ key, changes }) => changes.status === undefined || changes.status !== sites.find((site) => site.key === key)!.status)).toBe(true);
  });
});
