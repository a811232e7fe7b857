/** Merging three versions of an annotation: nobody's change is dropped unseen, and what fits together is joined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, decided, FIELDS, merge, sameValue, stillChosen } from '../../client/annotations/merge.ts';
import { mergeLines, wordDiff } from '../../client/annotations/lines.ts';
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';

const point = fc.constantFrom([19.93, 50.06], [19.94, 50.07], [19.95, 50.05]).map((coordinates) => ({ type: 'Point' as const, coordinates: coordinates as [number, number] }));
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 6 }).map((list) => list.join('\n'));
const content: fc.Arbitrary<AnnotationContent> = fc.record({
  title: fc.constantFrom('A', 'B', 'C'), text: lines, category: fc.constantFrom('note', 'question', 'conflict'), priority: fc.constantFrom('low', 'high', 'urgent'),
  dueOn: fc.constantFrom(null, '2026-12-01', '2026-12-24'), assignee: fc.constantFrom(null, 1, 2), visibility: fc.constantFrom('mine', 'office', 'public'),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'ż'), { maxLength: 4 }), geometry: fc.option(point),
  subjects: fc.uniqueArray(fc.constantFrom('126105_9.0001.1', '126105_9.0001.2', '126105_9.0001.3'), { minLength: 1, maxLength: 3 }).map((keys) => keys.map((key) => ({ kind: 'parcel' as const, key }))),
});
const same = (one: AnnotationContent, other: AnnotationContent) => expect(FIELDS.filter((field) => !sameValue(field, one[field], other[field]))).toEqual([]);

describe('merge', () => {
  it('of the same change twice is that change, without a question', () => {
    fc.assert(fc.property(content, content, (base, a) => {
      const merged = merge(base, a, a);
      same(merged.content, a);
      expect(merged.conflicts).toEqual([]);
    }));
  });

  it('with only one side changed is that side', () => {
    fc.assert(fc.property(content, content, (base, b) => {
      same(merge(base, base, b).content, b);
      const theirs = merge(base, b, base);
      same(theirs.content, b);
      expect([theirs.conflicts, theirs.joined]).toEqual([[], []]);
      expect([...theirs.taken].toSorted()).toEqual(changedFields(base, b).toSorted());
    }));
  });

  it('asks the same of both sides', () => {
    fc.assert(fc.property(content, content, content, (base, a, b) => {
      const [one, other] = [merge(base, a, b), merge(base, b, a)];
      expect(one.conflicts.map(({ field }) => field).toSorted()).toEqual(other.conflicts.map(({ field }) => field).toSorted());
      for (const field of FIELDS) if (!one.conflicts.some((conflict) => conflict.field === field) && field !== 'subjects') expect(sameValue(field, one.content[field], other.content[field])).toBe(true);
    }));
  });

  it('drops nothing: every change is in the result, in a conflict, or undone by the other side', () => {
    fc.assert(fc.property(content, content, content, (base, theirs, mine) => {
      const { content: result, conflicts } = merge(base, theirs, mine);
      const asked = new Set(conflicts.map(({ field }) => field));
      for (const field of FIELDS.filter((one) => !asked.has(one))) {
        for (const side of [theirs, mine]) {
          if (field === 'tags' || field === 'subjects') {
            const [was, now, out] = [base[field], side[field], result[field]].map((list) => list.map((one) => JSON.stringify(one)));
            for (const added of now!.filter((one) => !was!.includes(one))) expect(out).toContain(added);
            for (const removed of was!.filter((one) => !now!.includes(one))) expect(out).not.toContain(removed);
          } else if (field !== 'text' && !sameValue(field, base[field], side[field])) expect(sameValue(field, result[field], side[field])).toBe(true);
        }
      }
      expect(result.geometry !== null || result.subjects.length > 0 || asked.has('geometry') || asked.has('subjects')).toBe(true);
    }), { numRuns: 300 });
  });

  it('is decided only when every conflict is, and keeps choices that still mean the same', () => {
    const base: AnnotationContent = { title: 'A', text: '', category: 'note', tags: [], priority: 'low', dueOn: null, assignee: null, visibility: 'office', geometry: null, subjects: [{ kind: 'plan', key: 'bronowice' }] };
    const mine = { ...base, title: 'M', priority: 'high' as const };
    const first = merge(base, { ...base, title: 'T', priority: 'urgent' }, mine);
    expect(decided(first, { title: 'mine' })).toBeNull();
    expect(decided(first, { title: 'mine', priority: 'theirs' })).toMatchObject({ title: 'M', priority: 'urgent' });
    const second = merge(base, { ...base, title: 'T', priority: 'normal' }, mine);
    expect(stillChosen(first, second, { title: 'mine', priority: 'theirs' })).toEqual({ title: 'mine' });
  });
});

describe('lines', () => {
  it('apart are joined, the same or neighbours are asked', () => {
    expect(mergeLines('1\n2\n3\n4', '1a\n2\n3\n4', '1\n2\n3\n4b')).toBe('1a\n2\n3\n4b');
    expect(mergeLines('1\n2\n3', '1\n2\n3\n4', '0\n1\n2\n3')).toBe('0\n1\n2\n3\n4');
    expect(mergeLines('1\n2', '1a\n2', '1b\n2')).toBeNull();
    expect(mergeLines('1\n2', '1\n2\n3', '1\n2\n4')).toBeNull();
  });

  it('joined in either order make the same text, and hold every line that was added', () => {
    fc.assert(fc.property(lines, lines, lines, (base, theirs, mine) => {
      const joined = mergeLines(base, theirs, mine);
      expect(mergeLines(base, mine, theirs)).toBe(joined);
      expect(mergeLines(base, base, mine)).toBe(mine);
      if (joined !== null) {
        const count = (text: string, line: string) => text.split('\n').filter((one) => one === line).length;
        for (const line of ['a', 'b', 'c', 'd']) expect(count(joined, line)).toBe(count(theirs, line) + count(mine, line) - count(base, line));
      }
    }), { numRuns: 400 });
  });

  it('differences by word give both texts back', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
      const parts = wordDiff(before, after);
      expect(parts.filter(({ kind }) => kind !== 'new').map(({ text }) => text).join('')).toBe(before);
      expect(parts.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe(after);
    }));
  });
});
