/** The list of annotations: its conditions in the address, what is selected, what undoes a change, why one was refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkOf, undoOf } from '../../client/annotation-list/bulk.ts';
import { dueIn } from '../../client/annotation-list/due.ts';
import { ALL, asQuery, conditionsOf, DUE, type NotesFilter, parseNotes, printNotes, SORTS, WHOSE } from '../../client/annotation-list/notes-filter.ts';
import { NONE, pick, PICK_MAX, pickAll, refresh } from '../../client/annotation-list/picked.ts';
import { reasonCode } from '../../client/annotation-list/refusal.tsx';
import { boxToAsk, padded } from '../../client/annotation-map/asked-box.ts';
import { isOfOthers } from '../../client/api/annotation-news.ts';
import { parseUrl, printUrl } from '../../client/url/parameters.ts';
import { AnnotationQuery, type AnnotationSummary, BulkChange } from '../../domain/contract/office/annotation.ts';
import { type Refusal, STATUSES } from '../../domain/office/annotation-rules.ts';
import { CATEGORIES } from '../../domain/office/annotation-words.ts';
import { sentenceOf } from '../../domain/office/refusal-words.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const summary = (number: number, change: Partial<AnnotationSummary> = {}): AnnotationSummary => ({
  id: id(number), version: 3, status: 'open', visibility: 'office', category: 'note', priority: 'normal', title: `Nr ${number}`, tags: [], dueOn: null, assignee: null, author: null, createdAt: '2026-11-01T10:00:00Z',
  changedAt: '2026-11-01T10:00:00Z', deletedAt: null, place: [19.94, 50.06], district: null, subjects: [], comments: 0, attachments: 0, needsReview: false, ...change,
});

const word = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('\0') && text.trim() !== '');
const maybe = <T,>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyFilter: fc.Arbitrary<NotesFilter> = fc.record({
  whose: maybe(fc.constantFrom(...WHOSE)), due: maybe(fc.constantFrom(...DUE)), status: maybe(fc.constantFrom(...STATUSES.map(({ value }) => value))), category: maybe(fc.constantFrom(...CATEGORIES.map(({ value }) => value))),
  district: maybe(word), plan: maybe(word), tag: maybe(word), text: maybe(word), view: fc.boolean(), review: fc.boolean(), bin: fc.boolean(), sort: fc.constantFrom(...SORTS),
});

describe('conditions', () => {
  it('come back from the address of the page as they were, whatever somebody typed', () => {
    fc.assert(fc.property(anyFilter, (filter) => {
      const notes = printNotes(filter);
      fc.pre((notes?.length ?? 0) <= 500);
      const address = new URL(printUrl({ ...parseUrl('/', ''), notes }), 'https://msip.example');
      expect(parseNotes(parseUrl(address.pathname, address.search).notes)).toEqual(filter);
    }));
  });

  it('of rubbish are none', () => {
    for (const notes of [null, '', 'nonsense,status:flying,sort:up', ',,,', 'text:%E0%A4%A', 'text']) expect([notes, parseNotes(notes)]).toEqual([notes, ALL]);
  });

  it('are asked in the words of the server', () => {
    const asked = asQuery(parseNotes('assigned,overdue,status:open,tag:Woda,text:droga,view,review,sort:due,district:VIII'), [19.9, 50, 20, 50.1]);
    const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
    expect(AnnotationQuery.parse(query)).toMatchObject({ assigned: true, mine: false, due: 'overdue', status: ['open'], tag: 'woda', q: 'droga', bbox: [19.9, 50, 20, 50.1], review: true, sort: 'due', district: 'VIII' });
    expect(conditionsOf(parseNotes('mine,text:a,sort:title'))).toEqual(['whose', 'text']);
  });
});

describe('the selection', () => {
  const shown = Array.from({ length: 8 }, (_, at) => summary(at));
  it('takes and gives up one, and takes a range from the last one, upwards too', () => {
    const one = pick(NONE, shown, id(5), false);
    expect([...pick(one, shown, id(2), true).ones.keys()].sort()).toEqual([2, 3, 4, 5].map(id));
    expect(pick(one, shown, id(5), false).ones.size).toBe(0);
  });

  it('holds no more than the server changes at once, and never what is not shown', () => {
    const many = Array.from({ length: PICK_MAX + 40 }, (_, at) => summary(at));
    expect(pickAll(many).ones.size).toBe(PICK_MAX);
    expect(() => BulkChange.parse(bulkOf([...pickAll(many).ones.values()], { priority: 'high' }))).not.toThrow();
    expect(pick(NONE, shown, id(99), false).ones.size).toBe(0);
  });

  it('goes on with the version that somebody else has made meanwhile', () => {
    expect(refresh(pickAll(shown), [summary(3, { version: 9 })]).ones.get(id(3))?.version).toBe(9);
  });
});

describe('what undoes a change', () => {
  const ones = [summary(1, { priority: 'low', tags: ['woda'] }), summary(2, { priority: 'high' }), summary(3, { priority: 'low' })];
  it('brings each back to what it was, those alike together, from the version that the change has made', () => {
    expect(undoOf(ones, { priority: 'urgent' })).toEqual([
      { change: { priority: 'low' }, annotations: [{ id: id(1), version: 4 }, { id: id(3), version: 4 }] }, { change: { priority: 'high' }, annotations: [{ id: id(2), version: 4 }] },
    ]);
  });

  it('takes away only the tag that was not there before', () => {
    expect(undoOf(ones, { addTags: ['woda'] })).toEqual([{ change: { removeTags: ['woda'] }, annotations: [{ id: id(2), version: 4 }, { id: id(3), version: 4 }] }]);
  });

  it('is a valid change for the server, and is not offered where the status has no way back', () => {
    for (const change of undoOf(ones, { status: 'in-review' })!) expect(() => BulkChange.parse(change)).not.toThrow();
    expect(undoOf([summary(1, { status: 'decided' })], { status: 'open' })).toBeNull();
    expect(undoOf(ones, { deleted: true })).toBeNull();
  });
});

describe('words', () => {
  it('every rule by which the server refuses is said in the language of the reader', () => {
    const rules: readonly Refusal[] = ['not-a-planner', 'closed', 'deleted', 'outside-areas', 'publishing', 'not-yours', 'assignee-cannot-see'];
    expect(rules.map((rule) => reasonCode(sentenceOf(rule)))).toEqual(rules);
    expect([reasonCode('version 4 stands'), reasonCode('there is no such annotation'), reasonCode('from "open" to "closed" is no step of yours'), reasonCode('else')]).toEqual(['changed', 'gone', 'transition', null]);
  });

  it('days are counted over the change of clocks', () => {
    expect([dueIn('2026-10-26', '2026-10-24'), dueIn('2026-03-28', '2026-03-30'), dueIn('2026-11-22', '2026-11-22')]).toEqual([2, -2, 0]);
  });

  it('one\'s own change is no news, one of the cadastre is', () => {
    expect([isOfOthers({ by: { id: 1, name: 'A' } }, 1), isOfOthers({ by: { id: 2, name: 'B' } }, 1), isOfOthers({ by: null }, 1)]).toEqual([false, true, true]);
  });
});

describe('the box that the map asks for', () => {
  const views = fc.record({ west: fc.double({ min: 19.6, max: 20.3, noNaN: true }), south: fc.double({ min: 49.9, max: 50.2, noNaN: true }), width: fc.double({ min: 0.001, max: 0.5, noNaN: true }) })
    .map(({ west, south, width }) => [west, south, west + width, south + width / 2] as const);
  const holds = (box: readonly number[], view: readonly number[]) => box[0]! <= view[0]! && box[1]! <= view[1]! && box[2]! >= view[2]! && box[3]! >= view[3]!;

  it('always holds the view, whatever was asked for before, and is never much wider', () => {
    fc.assert(fc.property(views, views, fc.constantFrom(2, 8), (before, now, most) => {
      const asked = boxToAsk(padded(before), now, most);
      expect(holds(asked, now)).toBe(true);
      expect(asked[2] - asked[0]).toBeLessThanOrEqual(most * (padded(now)[2] - padded(now)[0]));
    }));
  });

  it('stays while one zooms in three steps or moves within it, and follows who leaves it', () => {
    const city = padded([19.85, 50.02, 20.05, 50.1]);
    expect(boxToAsk(city, [19.94, 50.05, 19.965, 50.06], 8)).toBe(city);
    expect(boxToAsk(city, [19.94, 50.05, 19.945, 50.052], 8)).not.toBe(city);
    expect(boxToAsk(city, [20.2, 50.02, 20.4, 50.1], 8)).not.toBe(city);
  });
});
