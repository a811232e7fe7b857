/** Several people at one annotation: one of two writers is first and the other sees what stands; readers never see half a change. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Annotation, AnnotationHistory } from '../../domain/contract/office/annotation.ts';
import { content, type Office, openOffice, point } from './annotations-office.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());

const ROUNDS = 12;
/** Everything in it tells the same number. */
const numbered = (n: number) => content({
  title: `Wersja ${n}`, text: String(n), tags: [`t${n}`], geometry: point([19.937 + n / 10_000, 50.061]), subjects: [{ kind: 'plan', key: office.plans[n % 2]! }],
});
const numbersIn = ({ title, text, tags, geometry, subjects }: Annotation): number[] => [
  Number(title.slice(7)), Number(text), Number(tags[0]!.slice(1)), Math.round(((geometry!.coordinates[0] as number) - 19.937) * 10_000),
  ...(subjects[0]!.key === office.plans[Number(text) % 2] ? [] : [Number.NaN]),
];

it('of two writers with one version exactly one is first, and many readers beside never see half a change', async () => {
  const id = randomUUID();
  expect((await office.ask('anna', 'POST', '/api/annotations', { id, ...numbered(0) })).status).toBe(201);
  const state = { writing: true };
  const seen: number[][] = [];
  const readers = Array.from({ length: 4 }, async () => {
    while (state.writing) seen.push(numbersIn(Annotation.parse((await office.ask('admin', 'GET', `/api/annotations/${id}`)).body)));
  });
  for (let round = 1; round <= ROUNDS; round++) {
    const write = (who: 'anna' | 'bogdan', n: number) => office.ask(who, 'PUT', `/api/annotations/${id}`, numbered(n), round);
    const replies = await Promise.all([write('anna', 2 * round), write('bogdan', 2 * round + 1)]);
    const [first, late] = replies[0].status === 200 ? replies : replies.toReversed();
    expect([first!.status, late!.status]).toEqual([200, 412]);
    const stands = Annotation.parse(late!.body.current);
    const { may: _first, ...written } = Annotation.parse(first!.body);
    const { may: _late, ...shown } = stands;
    expect(shown).toEqual(written);
  }
  state.writing = false;
  await Promise.all(readers);
  expect(seen.length).toBeGreaterThan(ROUNDS);
  for (const numbers of seen) expect(new Set(numbers).size, String(numbers)).toBe(1);
  const { versions } = AnnotationHistory.parse((await office.ask('anna', 'GET', `/api/annotations/${id}/versions`)).body);
  expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: ROUNDS + 1 }, (_, index) => ROUNDS + 1 - index));
});

it('bulk changes in opposite orders beside single ones: each whole or not at all, and no version twice', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => office.made('anna')));
  const forth = made.map(({ id, version }) => ({ id, version }));
  const replies = await Promise.all([
    office.ask('anna', 'POST', '/api/annotations/bulk', { annotations: forth, change: { addTags: ['tam'] } }),
    office.ask('bogdan', 'POST', '/api/annotations/bulk', { annotations: forth.toReversed(), change: { addTags: ['z powrotem'] } }),
    office.ask('chief', 'PUT', `/api/annotations/${forth[1]!.id}`, content({ title: 'Pojedyncza' }), 1),
  ]);
  expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  expect(replies.every(({ status }) => status === 200 || status === 412)).toBe(true);
  const bulk = replies.slice(0, 2).some(({ status }) => status === 200);
  const now = await Promise.all(forth.map(async ({ id }) => (await office.ask('anna', 'GET', `/api/annotations/${id}`)).body.version as number));
  expect(now).toEqual(bulk ? [2, 2, 2, 2] : [1, 2, 1, 1]);
});
