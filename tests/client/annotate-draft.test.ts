/** Saving a draft: second writers merge, lost answers make no second annotation, refusals keep the draft; and small pure parts of writing one. */
import { describe, expect, it } from 'vitest';
import { Failure } from '../../client/api/http.ts';
import { EMPTY, geometryOfShapes, missingOf, readTags, shapesOf } from '../../client/annotations/content.ts';
import type { Draft } from '../../client/annotations/draft-store.ts';
import { createExactParcels } from '../../client/draw/exact-parcels.ts';
import { begun, completed } from '../../client/annotations/mention.ts';
import { saveDraft, type Writing } from '../../client/annotations/save-draft.ts';
import { safeAddress } from '../../client/annotations/markdown.tsx';
import type { Annotation, AnnotationContent } from '../../domain/contract/office/annotation.ts';
import type { Geometry } from '../../domain/contract/geojson.ts';

const base: AnnotationContent = { ...EMPTY, title: 'A', subjects: [{ kind: 'plan', key: 'bronowice' }] };
const standing = (version: number, content: AnnotationContent): Annotation => ({ id: 'x', version, ...content, assignee: null }) as unknown as Annotation;
const draft = (content: Partial<AnnotationContent>): Draft => ({ account: 1, id: 'x', base: { version: 1, content: base }, content: { ...base, ...content }, hand: null, at: '2026-11-22T14:05:00.000Z', waiting: true });
const refused = (status: number, problem: object = {}) => new Failure('rejected', 'no', { status, problem: { type: 'urn:msip:problem:x', title: '', status, detail: '', instance: '', requestId: '', ...problem } });

/** A server that holds one annotation, and takes writes against its version only. */
function server(version: number, content: AnnotationContent) {
  const state = { version, content, writes: 0 };
  const writing: Writing = {
    create: async (_id, next) => standing(1, next),
    update: async (_id, of, next) => {
      if (of !== state.version) throw refused(412, { current: standing(state.version, state.content) });
      Object.assign(state, { version: state.version + 1, content: next, writes: state.writes + 1 });
      return standing(state.version, next);
    },
    fetch: async () => standing(state.version, state.content),
  };
  return { state, writing };
}

describe('saving', () => {
  it('against the version it was written on', async () => {
    const { state, writing } = server(1, base);
    expect(await saveDraft(draft({ title: ' B ' }), writing)).toMatchObject({ kind: 'saved', taken: [], joined: [] });
    expect(state).toMatchObject({ version: 2, content: { title: 'B' } });
  });

  it('after somebody else joins what fits, and says so', async () => {
    const { state, writing } = server(4, { ...base, priority: 'urgent', tags: ['pilne'] });
    expect(await saveDraft(draft({ title: 'B', tags: ['droga'] }), writing)).toMatchObject({ kind: 'saved', taken: ['priority'], joined: ['tags'] });
    expect(state.content).toMatchObject({ title: 'B', priority: 'urgent', tags: ['pilne', 'droga'] });
  });

  it('asks where both changed the same, and writes nothing', async () => {
    const { state, writing } = server(2, { ...base, title: 'C' });
    const outcome = await saveDraft(draft({ title: 'B' }), writing);
    expect(outcome).toMatchObject({ kind: 'conflict', merged: { conflicts: [{ field: 'title', theirs: 'C', mine: 'B' }] } });
    expect(state.writes).toBe(0);
  });

  it('once more after a lost answer writes no second version', async () => {
    const { state, writing } = server(2, { ...base, title: 'B' });
    expect(await saveDraft(draft({ title: 'B' }), writing)).toMatchObject({ kind: 'saved', annotation: { version: 2 } });
    expect(state.writes).toBe(0);
  });

  it.each([[401, 'signed-out'], [403, 'forbidden'], [422, 'refused']] as const)('that is refused with %i fails and keeps the draft', async (status, kind) => {
    const { writing } = server(1, base);
    expect(await saveDraft(draft({}), { ...writing, update: () => Promise.reject(refused(status)) })).toMatchObject({ kind: 'failed', fault: { kind } });
  });
});

describe('content', () => {
  it.each<Geometry>([
    { type: 'Point', coordinates: [19.9, 50] }, { type: 'MultiPoint', coordinates: [[19.9, 50], [19.91, 50]] }, { type: 'LineString', coordinates: [[19.9, 50], [19.91, 50]] },
    { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [1, 2], [2, 2], [1, 1]]] },
    { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 2], [3, 2], [3, 3], [2, 2]]]] },
  ])('$type goes into a drawing and comes back the same', (geometry) => { expect(geometryOfShapes(shapesOf(geometry))).toEqual(geometry); });

  it('needs a title and a place', () => {
    expect(missingOf(EMPTY)).toBe('title');
    expect(missingOf({ ...EMPTY, title: 'A' })).toBe('place');
    expect(missingOf(base)).toBeNull();
  });

  it('reads tags, and tells which are none', () => {
    expect(readTags('Droga, #Pilne; droga, <b>')).toEqual({ tags: ['droga', 'pilne'], refused: ['<b>'] });
  });
});

describe('mentions and links', () => {
  it('begin after an @ at the beginning of a word, and are put in at the caret', () => {
    expect(begun('Zapytaj @jan', 12)).toBe('jan');
    expect(begun('adres@jan', 9)).toBeNull();
    expect(completed('Zapytaj @ja o to', 11, 'jan.nowak')).toEqual({ text: 'Zapytaj @jan.nowak o to', caret: 19 });
  });

  it('go to the web and to mail only', () => {
    expect(['https://krakow.pl/', 'mailto:a@b.pl', 'javascript:alert(1)', 'data:text/html,x', '/plan/x'].map((url) => safeAddress(url) !== null)).toEqual([true, true, false, false, false]);
  });
});

describe('exact borders', () => {
  it('are asked once a square, and again after a failure', async () => {
    let asked = 0;
    const lines = [[[19.94, 50.06], [19.941, 50.06]]] as const;
    const parcels = createExactParcels(async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return lines;
    });
    expect(await parcels.load([19.9403, 50.0602])).toBeNull();
    expect(await parcels.load([19.9403, 50.0602])).toBe(lines);
    expect(parcels.near([19.9404, 50.0603])).toBe(lines);
    expect(asked).toBe(2);
  });
});
