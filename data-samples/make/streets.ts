/** Streets with names: the lines of the graph joined at crossings, named once each, as centre lines. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CHARACTERS, characterAt } from './character.ts';
import type { City } from './city.ts';
import { isStreet, type EdgeKind } from './edge-kinds.ts';
import { edgeKey, edgeOf } from './planar-map.ts';
import { distance, type Point } from './plane.ts';
import { randomOf, type Random } from './random.ts';

export interface Street {
  /** Id of the whole line, as corridors carry it. */
  readonly line: string;
  readonly name: string;
  readonly kind: EdgeKind;
  /** Paths of graph nodes, each as long as possible. */
  readonly paths: readonly (readonly number[])[];
}

const words = z.object({
  adjectives: z.array(z.string()), groups: z.array(z.string()), surnamesMasculine: z.array(z.string()), surnamesFeminine: z.array(z.string()),
  firstNamesMasculine: z.array(z.string()), firstNamesFeminine: z.array(z.string()),
}).parse(JSON.parse(readFileSync(new URL('./street-names.json', import.meta.url), 'utf8')));

/** Names without end, none twice: first what fields and crafts are called, then people. */
function* nameSupply(taken: ReadonlySet<string>, random: Random): Generator<string, never> {
  const used = new Set(taken);
  const plain = [...words.adjectives, ...words.groups].map((word) => ({ word, order: random.next() })).sort((a, b) => a.order - b.order);
  const surnames = [...words.surnamesMasculine, ...words.surnamesFeminine];
  for (let turn = 0; ; turn++) {
    const people = (): string => {
      const surname = random.pick(surnames);
      return `${random.pick(words.surnamesFeminine.includes(surname) ? words.firstNamesFeminine : words.firstNamesMasculine)} ${surname}`;
    };
    const name = `ul. ${turn % 3 !== 0 && plain.length > 0 ? plain.pop()!.word : people()}`;
    if (used.has(name)) continue;
    used.add(name);
    yield name;
  }
}

/** All streets of the city, the longest paths first within each. */
export function makeStreets({ graph, lines }: City): Street[] {
  const members = new Map<string, { kind: EdgeKind; name: string | null; edges: [number, number][] }>();
  for (const key of graph.edges.keys()) {
    const [u, v] = edgeOf(key);
    if (!graph.map.faceOf.has(edgeKey(u, v)) && !graph.map.faceOf.has(edgeKey(v, u))) continue;
    const { kind, name } = lines.info(u, v);
    if (!isStreet(kind)) continue;
    const line = lines.lineOf(u, v);
    const member = members.get(line);
    if (member) member.edges.push([u, v]); else members.set(line, { kind, name, edges: [[u, v]] });
  }
  const supply = nameSupply(new Set([...members.values()].flatMap(({ name }) => name ?? [])), randomOf('street names'));
  return [...members].flatMap(([line, { kind, name, edges }]): Street[] => {
    const middle = graph.map.point(edges[Math.floor(edges.length / 2)]![0]);
    // Tracks through fields and paths round a wood have no name of their own: they are not streets.
    if (kind === 'lane' && (name === null || characterAt(middle) === CHARACTERS.fields)) return [];
    return [{ line, name: name ?? supply.next().value, kind, paths: joined(edges, (node) => graph.map.point(node)) }];
  });
}

/** Kind of a street as the layer knows it. */
export const streetKind = (kind: EdgeKind): string => (kind === 'lane' ? 'access' : kind);

/** Edges joined end to end into paths. */
function joined(edges: readonly (readonly [number, number])[], place: (node: number) => Point): number[][] {
  const ends = new Map<number, Set<number>>();
  const link = (u: number, v: number) => { const set = ends.get(u); if (set) set.add(v); else ends.set(u, new Set([v])); };
  for (const [u, v] of edges) { link(u, v); link(v, u); }
  const paths: number[][] = [];
  const walk = (start: number): void => {
    const path = [start];
    for (let node = start; ;) {
      const next = ends.get(node)?.values().next().value;
      if (next === undefined) break;
      ends.get(node)!.delete(next);
      ends.get(next)!.delete(node);
      path.push(next);
      node = next;
    }
    if (path.length > 1) paths.push(path);
  };
  for (const [node, others] of ends) if (others.size === 1) walk(node);
  for (const [node, others] of ends) while (others.size > 0) walk(node);
  const length = (path: readonly number[]) => path.slice(1).reduce((sum, node, i) => sum + distance(place(path[i]!), place(node)), 0);
  return paths.sort((a, b) => length(b) - length(a));
}
