/** Pure parts of the procedures' room: due days, filters, keys, findings in order, two versions joined, what is sent, the address. */
import { describe, expect, it } from 'vitest';
import { readBoundary } from '../../client/procedures/boundary-file.ts';
import { chooseTheirs, editOf, type EditZone, emptyZone, freeSymbol, joinZones, newId } from '../../client/procedures/draft-zones.ts';
import { byDate, chosenProcedures, daysUntil, dueState, keyOfName, publicStatus } from '../../client/procedures/due.ts';
import { groupFindings } from '../../client/procedures/findings.ts';
import { parseOpen, printOpen } from '../../client/procedures/procedure-address.ts';
import { joinVersions } from '../../client/unsaved/three-way.ts';
import { faultyFields, printNumber, readNumber, readText } from '../../client/procedures/zone-values.ts';
import { DraftZone, type Finding, type ProcedureEvent, type ProcedureSummary, ZoneEdit } from '../../domain/contract/office/procedure.ts';

const TODAY = '2026-11-22';
const square: DraftZone['geometry'] = { type: 'Polygon', coordinates: [[[19.93, 50.06], [19.94, 50.06], [19.94, 50.07], [19.93, 50.07], [19.93, 50.06]]] };
const zone = (id: number, change: Partial<EditZone> = {}): EditZone => ({ ...emptyZone(`MN.${Math.abs(id)}`, id, square), areaM2: 1, ...change });
const event = (change: Partial<ProcedureEvent>): ProcedureEvent => ({ stage: 'DRAFTING', title: 'x', dueOn: null, onDate: null, untilDate: null, document: null, ...change });

describe('due days', () => {
  it('count over a change of the clocks and a leap day', () => {
    expect([daysUntil('2026-10-26', '2026-10-24'), daysUntil('2028-03-01', '2028-02-28'), daysUntil('2026-11-20', TODAY)]).toEqual([2, 2, -2]);
  });
  it('say what is done, overdue, today, soon and later; done beats overdue, a day to come is not done', () => {
    expect([
      dueState(event({ dueOn: '2026-11-01', onDate: '2026-11-10' }), TODAY), dueState(event({ dueOn: '2026-11-21' }), TODAY), dueState(event({ dueOn: TODAY }), TODAY), dueState(event({ dueOn: '2026-12-06' }), TODAY), dueState(event({ dueOn: '2026-12-07' }), TODAY), dueState(event({}), TODAY), dueState(event({ onDate: '2026-12-24' }), TODAY),
    ]).toEqual(['done', 'overdue', 'today', 'soon', 'later', 'undated', 'later']);
  });
  it('put events into order, those without a day last', () => {
    expect(byDate([event({ title: 'c' }), event({ title: 'b', dueOn: '2026-05-01' }), event({ title: 'a', dueOn: '2027-01-01', onDate: '2026-01-01' })]).map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });
  it('say what the public will call the plan', () => {
    const of = (...events: ProcedureEvent[]) => publicStatus({ events, documents: [] }, TODAY);
    expect([
      of(), of(event({ stage: 'CONSULTATION', onDate: '2026-11-01', untilDate: '2026-11-30' })), of(event({ stage: 'CONSULTATION', onDate: '2026-10-01', untilDate: '2026-10-30' })), of(event({ stage: 'IN_FORCE', onDate: '2026-01-01' })), of(event({ stage: 'IN_FORCE', onDate: '2026-12-01' })),
      of(event({ stage: 'IN_FORCE', onDate: '2026-01-01' }), event({ stage: 'REPEALED', onDate: '2026-06-01' })),
    ]).toEqual(['in-preparation', 'in-consultation', 'in-preparation', 'in-force', 'in-preparation', 'superseded']);
  });
});

describe('the list', () => {
  const of = (key: string, change: Partial<ProcedureSummary>): ProcedureSummary => ({ key, version: 1, name: key, kind: 'MPZP', stage: null, lead: null, nextDue: null, drafts: 0, published: false, changedAt: '2026-11-01T00:00:00.000Z', bbox: [19, 50, 20, 51], ...change });
  const all = [of('later', { nextDue: { title: 't', dueOn: '2027-01-01', overdue: false }, lead: { id: 1, name: 'A' } }), of('none', { published: true }), of('late', { nextDue: { title: 't', dueOn: '2026-01-01', overdue: true } })];
  const keys = (filter: Partial<Parameters<typeof chosenProcedures>[1]>) => chosenProcedures(all, { mine: false, overdue: false, published: false, ...filter }, 1).map(({ key }) => key);
  it('is in the order of what is due, and filters join', () => {
    expect([keys({}), keys({ mine: true }), keys({ overdue: true }), keys({ published: true }), keys({ mine: true, published: true })]).toEqual([['late', 'later', 'none'], ['later'], ['late'], ['none'], []]);
  });
  it('suggests keys that the contract takes', () => {
    expect([keyOfName('Bronowice – Rejon II'), keyOfName('  Łęg / Żółta 3! '), keyOfName('Ź'.repeat(100)).length]).toEqual(['bronowice-rejon-ii', 'leg-zolta-3', 80]);
  });
  it('reads back what it writes of an address', () => {
    for (const open of [{ key: 'a-b', draft: null }, { key: 'a~b', draft: 12 }, { key: 'plan/ą', draft: 1 }]) expect(parseOpen(printOpen(open))).toEqual(open);
    expect([parseOpen(null), parseOpen(''), parseOpen('a~0')]).toEqual([null, null, { key: 'a~0', draft: null }]);
  });
});

describe('findings', () => {
  const finding = (id: string, kind: Finding['kind'], blocking: boolean, overruled = false, areaM2: number | null = null): Finding =>
    ({ id, kind, blocking, overrulable: true, zones: [], zoneIds: [], parameter: null, areaM2, geometry: null, bbox: null, overruled: overruled ? { reason: 'r', by: { id: 1, name: 'A' }, at: '2026-11-01T00:00:00.000Z' } : null });
  it('stand by kind with their counts: what blocks first, what is overruled last and still there', () => {
    const groups = groupFindings([finding('s', 'sliver', false), finding('o', 'overlap', true, true), finding('g1', 'gap', true, true), finding('g2', 'gap', true, false, 2), finding('g3', 'gap', true, false, 9)]);
    expect(groups.map(({ kind, open, overruled, findings }) => [kind, open, overruled, findings.map(({ id }) => id)])).toEqual([['gap', 2, 1, ['g3', 'g2', 'g1']], ['sliver', 0, 0, ['s']], ['overlap', 0, 1, ['o']]]);
  });
});

describe('fields of a zone', () => {
  it('an empty field is not set and never 0; a comma divides; what is no number is not taken', () => {
    expect([readNumber(''), readNumber(' 0 '), readNumber('12,5'), readNumber('13 m'), readNumber('40%'), readNumber('-1'), readNumber('1e3'), readNumber('abc'), readText('  ')]).toEqual([null, 0, 12.5, 13, 40, undefined, undefined, undefined, null]);
  });
  it('prints what it reads back', () => {
    for (const value of [null, 0, 0.05, 12.5, 100]) for (const lang of ['pl', 'en'] as const) expect(readNumber(printNumber(value, lang))).toBe(value);
  });
  it('names the fields that the server refuses', () => {
    expect([...faultyFields(zone(1, { maxHeightM: 0, minBioActivePct: 101, symbol: ' ' }))].toSorted()).toEqual(['maxHeightM', 'minBioActivePct', 'symbol']);
  });
  it('of a new zone are what the contract takes', () => {
    const { id: _, areaM2: __, ...content } = emptyZone('MW/U.3', -1, square);
    expect(DraftZone.parse(content)).toMatchObject({ symbol: 'MW/U.3', zoneClass: 'M/U', maxHeightM: null });
  });
  it('numbers new ones and finds free symbols', () => {
    expect([newId([]), newId([zone(3), zone(-2)]), freeSymbol('MN.1', [{ symbol: 'MN.1' }, { symbol: 'MN.2' }]), freeSymbol('1MW/U', [])]).toEqual([-1, -3, 'MN.3', 'MW/U.1']);
  });
});

describe('what is sent', () => {
  it('is what changed, by the contract: nothing for nothing, no measured area, ids of the server only', () => {
    const base = [zone(1), zone(2), zone(3)];
    const edit = editOf(base, [zone(1, { areaM2: 99 }), zone(2, { maxHeightM: 12 }), zone(-1)]);
    expect(ZoneEdit.parse(edit)).toMatchObject({ write: [{ id: 2, maxHeightM: 12 }, { symbol: 'MN.1' }], remove: [3] });
    expect(edit.write[1]).not.toHaveProperty('id');
    expect(editOf(base, base)).toEqual({ write: [], remove: [] });
  });
});

describe('two planners at once', () => {
  it('fields that one of them touched are joined, the others asked', () => {
    const joined = joinVersions<{ a: number; b: number; c: number }>(['a', 'b', 'c'], { a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 3 }, { a: 1, b: 5, c: 4 });
    expect(joined).toEqual({ value: { a: 2, b: 5, c: 4 }, taken: ['a'], choices: [{ field: 'c', base: 1, theirs: 3, mine: 4 }] });
  });
  it('zones: other fields of one zone are joined, the same field is asked and may be theirs', () => {
    const joined = joinZones([zone(1)], [zone(1, { maxHeightM: 12, paragraph: '§ 1' })], [zone(1, { maxHeightM: 15, parking: '1' })]);
    expect(joined.zones).toMatchObject([{ id: 1, maxHeightM: 15, paragraph: '§ 1', parking: '1' }]);
    expect(joined.choices).toMatchObject([{ field: 'maxHeightM', base: null, theirs: 12, mine: 15 }]);
    expect(chooseTheirs(joined, new Set(joined.choices))).toMatchObject([{ maxHeightM: 12, parking: '1' }]);
  });
  it('a zone that one changed and the other deleted is asked; nobody’s work is lost either way', () => {
    const mine = joinZones([zone(1), zone(2)], [zone(2)], [zone(1, { maxHeightM: 9 }), zone(2)]);
    expect([mine.zones.map(({ maxHeightM }) => maxHeightM), mine.choices.length, chooseTheirs(mine, new Set(mine.choices)).map(({ id }) => id)]).toEqual([[null, 9], 1, [2]]);
    expect(editOf([zone(2)], mine.zones).write).toMatchObject([{ maxHeightM: 9 }]);
    const theirs = joinZones([zone(1), zone(2)], [zone(1, { maxHeightM: 9 }), zone(2)], [zone(2)]);
    expect([theirs.zones.map(({ id }) => id), theirs.choices.length, chooseTheirs(theirs, new Set(theirs.choices)).map(({ id }) => id)]).toEqual([[2], 1, [2, 1]]);
  });
  it('what both deleted, and what one made, needs no question', () => {
    const joined = joinZones([zone(1)], [zone(7)], [zone(-1)]);
    expect([joined.zones.map(({ id }) => id).toSorted(), joined.choices]).toEqual([[-1, 7].toSorted(), []]);
  });
});

describe('a boundary from a file', () => {
  const polygon = (ring: number[][]) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }] });
  it('is the polygons of GeoJSON in Kraków, and nothing else', () => {
    expect(readBoundary(polygon(square.coordinates[0] as number[][]))).toEqual(square);
    expect([readBoundary('{'), readBoundary('[]'), readBoundary(polygon([[0, 0], [1, 0], [1, 1], [0, 0]])), readBoundary(polygon([[19.93, 50.06], [19.94, 50.06]])), readBoundary('{"type":"Point","coordinates":[19.9,50.06]}')]).toEqual([null, null, null, null, null]);
  });
});
