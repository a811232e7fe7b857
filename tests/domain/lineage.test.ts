/** What an update did, read from overlaps alone; where an annotation goes; and a history as a list to read. */
import { describe, expect, it } from 'vitest';
import { classify, type Overlap } from '../../domain/cadastre/lineage.ts';
import { dayBefore, historyLines, successorsOf } from '../../domain/cadastre/history-lines.ts';
import type { LineageStep, ParcelHistory } from '../../domain/contract/lineage.ts';
import { followUp, type Successor } from '../../domain/office/follow.ts';

/** `12 → 12/1 40/100`: shares of parent and child in per cent. */
const overlap = (text: string, day = '2024-01-01'): Overlap => {
  const [, from = '', to = '', ofParent, ofChild] = /^(\S+) → (\S+) (\d+)\/(\d+)$/.exec(text)!;
  const id = (key: string, side: number): number => 1000 * side + [...key].reduce((sum, letter) => 31 * sum % 997 + letter.charCodeAt(0), 0);
  return { parentId: id(from, 1), childId: id(to, 2), parentKey: from, childKey: to, day, overlapM2: 1, parentShare: Number(ofParent) / 100, childShare: Number(ofChild) / 100 };
};
const kinds = (...lines: string[]) => classify(lines.map((line) => overlap(line)));

describe('the kind of an event', () => {
  it.each([
    ['split', ['12 → 12/1 40/100', '12 → 12/2 60/100']],
    ['split', ['12 → 12 70/100', '12 → 13 30/100']],
    ['merge', ['1 → 3 100/40', '2 → 3 100/60']],
    ['merge', ['1 → 1 100/40', '2 → 1 100/60']],
    ['renumber', ['1 → 2 99/98']],
    ['reparcelling', ['1 → 2 60/100']],
    ['boundary-shift', ['1 → 1 80/100']],
    ['boundary-shift', ['1 → 1 80/100', '1 → 2 20/30', '2 → 2 100/70']],
    ['reparcelling', ['1 → 4 100/67', '2 → 4 50/33', '2 → 5 50/33', '3 → 5 100/67']],
  ])('%s: %j', (kind, lines) => { expect(new Set(kinds(...lines))).toEqual(new Set([kind])); });

  it('is that of its parcels, not of others on that day, and days are apart', () => {
    expect(kinds('1 → 2 100/100', '12 → 12/1 40/100', '12 → 12/2 60/100')).toEqual(['renumber', 'split', 'split']);
    expect(classify([overlap('1 → 3 100/40'), overlap('2 → 3 100/60', '2025-01-01')])).toEqual(['reparcelling', 'reparcelling']);
  });

  it('of a strip beside larger pieces is a moved boundary, and joins no two events', () => {
    expect(kinds('1 → 1/1 50/100', '1 → 1/2 47/100', '1 → 2 3/3', '2 → 2 100/97')).toEqual(['split', 'split', 'boundary-shift', 'boundary-shift']);
  });
});

describe('an annotation whose parcel ended', () => {
  const one = (key: string, share: number, more: Partial<Successor> = {}): Successor => ({ key, share, sameKind: true, nearDrawn: false, holdsDrawn: false, ...more });
  const drawnIn = { nearDrawn: true, holdsDrawn: true };
  const follow = (successors: Successor[], more: object = {}) => followUp({ parcel: '12', stands: false, asked: false, successors, ...more });

  it('moves where there is one answer', () => {
    expect(follow([one('7', 1)])).toEqual({ kind: 'moves', to: '7' });
    expect(follow([one('7', 0.95)])).toEqual({ kind: 'moves', to: '7' });
    expect(follow([one('1', 0.4, drawnIn), one('2', 0.6)])).toEqual({ kind: 'moves', to: '1' });
  });

  it('asks where there is none, or several', () => {
    expect(follow([])).toEqual({ kind: 'asks', why: 'gone' });
    expect(follow([one('7', 0.9)])).toEqual({ kind: 'asks', why: 'split' });
    expect(follow([one('1', 0.4), one('2', 0.6)])).toEqual({ kind: 'asks', why: 'split' });
    expect(follow([one('1', 0.4, drawnIn), one('2', 0.6, drawnIn)])).toEqual({ kind: 'asks', why: 'split' });
    expect(follow([one('1', 0.4, { nearDrawn: true }), one('2', 0.6)])).toEqual({ kind: 'asks', why: 'split' });
    expect(follow([one('7', 1, { sameKind: false })])).toEqual({ kind: 'asks', why: 'gone' });
  });

  it('stays with a number that goes on, and asks where that kept less than half', () => {
    expect(follow([one('12', 0.9), one('13', 0.1)], { stands: true })).toEqual({ kind: 'stays' });
    expect(follow([one('12', 0.9), one('13', 0.1)], { stands: true, asked: true })).toEqual({ kind: 'restored' });
    expect(follow([one('13', 0.8), one('12', 0.2)], { stands: true })).toEqual({ kind: 'asks', why: 'boundary-shift' });
    // The number went to other ground, as when parcels are numbered anew.
    expect(follow([one('13', 1)], { stands: true })).toEqual({ kind: 'moves', to: '13' });
  });
});

describe('a history to read', () => {
  const provenance = { source: 'EGiB', sourceDate: null, demonstration: false };
  const step = (on: string, from: string, to: string, kind: LineageStep['kind'], share = 100, steps = 1): LineageStep =>
    ({ on, kind, from: { identifier: from, standsToday: false }, to: { identifier: to, standsToday: true }, overlapM2: 1, shareOfFromPct: share, shareOfToPct: 100, steps, provenance });
  const history = (more: Partial<ParcelHistory>): ParcelHistory => ({
    identifier: '12', standsToday: true, knownSince: '2020-01-01', madeFrom: [], became: [], complete: true,
    versions: [{ validFrom: null, validTo: null, registerAreaM2: null, geometryAreaM2: 1, provenance }], ...more,
  });
  const version = (validFrom: string | null, validTo: string | null) => ({ ...history({}).versions[0]!, validFrom, validTo });

  it('is empty for a parcel that stood unchanged', () => { expect(historyLines(history({}))).toEqual([]); });

  it('has each change once, parcels that were joined on one line, oldest first', () => {
    const there = step('2024-01-01', '12', '12/1', 'split', 40);
    const back = [step('2025-01-01', '12/1', '12', 'merge'), step('2025-01-01', '12/2', '12', 'merge')];
    expect(historyLines(history({ versions: [version(null, '2024-01-01'), version('2025-01-01', null)], became: [there, { ...back[0]!, steps: 2 }], madeFrom: [...back, { ...there, steps: 2 }] }))).toMatchObject([
      { on: '2024-01-01', what: 'split', parcel: { identifier: '12/1' }, origins: [{ identifier: '12', partPct: 40 }] },
      { on: '2025-01-01', what: 'merge', parcel: { identifier: '12' }, origins: [{ identifier: '12/1', partPct: null }, { identifier: '12/2', partPct: null }] },
    ]);
  });

  it('tells of changed facts, and of an end that nothing followed', () => {
    expect(historyLines(history({ standsToday: false, versions: [version(null, '2024-01-01'), version('2024-01-01', '2025-01-01')] })).map(({ on, what }) => [on, what]))
      .toEqual([['2024-01-01', 'facts'], ['2025-01-01', 'ended']]);
  });

  it('names what came on the day of the end, not what an earlier change gave away', () => {
    const steps = [step('2023-01-01', '12', '13', 'boundary-shift', 5), step('2024-01-01', '12', '12/1', 'split', 40)];
    expect(successorsOf(history({ standsToday: false, versions: [version(null, '2023-01-01'), version('2023-01-01', '2024-01-01')], became: steps })).map(({ to }) => to.identifier)).toEqual(['12/1']);
  });

  it('knows the day before, over months and leap years', () => {
    expect(['2024-03-01', '2023-03-01', '2024-01-01'].map(dayBefore)).toEqual(['2024-02-29', '2023-02-28', '2023-12-31']);
  });
});
