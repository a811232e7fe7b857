/** The answer of the investor's search: what fits, in which order and why, what else there would be, and what stands in the way. */
import type { Facet, FoundLand, LandKind, LandSearch } from '../../../domain/contract/investment/search.ts';
import { printed, propertyOf } from '../../../domain/investment/conditions.ts';
import { facetOf, hasFacet } from '../../../domain/investment/facets.ts';
import { type Column, fitting, type Misses, missesOf, missesWithout } from '../../../domain/investment/land-columns.ts';
import { conditionFigures, relaxations } from '../../../domain/investment/relax.ts';
import { scoreOf, type Span, spanOf } from '../../../domain/investment/score.ts';
import type { LandSearchQuery } from './land-search.query.ts';
import { askedFields, LAYER_OF, type Place } from './land-search.repository.ts';
import { FIELDS, type Judgement, type LandSnapshot } from './land-snapshot.ts';

const POLISH = new Intl.Collator('pl', { numeric: true });
const NO_PARTS = { score: null, parts: [] };
const PROPERTIES: Readonly<Record<LandKind, readonly string[]>> = { site: askedFields('site').map(({ name }) => name), parcel: askedFields('parcel').map(({ name }) => name) };

const numbersOf = ({ columns }: LandSnapshot, name: string): Float64Array | undefined => { const column = columns.get(name); return column?.kind === 'number' ? column.values : undefined; };
const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** What fits, and the page of it that is asked for; `tell` makes the answer once it is known where the page's land lies. */
export function answerOf(query: LandSearchQuery, { snapshot, day, verdicts }: Judgement): { readonly wanted: readonly number[]; readonly tell: (places: readonly Place[]) => LandSearch } {
  const { lands, sites } = snapshot;
  const asked = (index: number): boolean => query.kinds.includes(index < sites ? 'site' : 'parcel');
  const misses = missesOf(verdicts, lands.length, asked);
  const found = fitting(misses);
  const spans = new Map(query.weights.map(({ name }): [string, Span | null] => [name, spanOf(numbersOf(snapshot, name)!, found)]));
  const score = (index: number) => scoreOf(query.weights, (name) => numbersOf(snapshot, name)![index]!, spans);
  const ordered = inOrder(found, query, snapshot, (index) => score(index).score);
  const wanted = ordered.slice(query.offset, query.offset + query.limit);
  const idsOf = (site: boolean): number[] => found.filter((index) => (index < sites) === site).map((index) => lands[index]!.id);
  const ids = { site: idsOf(true), parcel: idsOf(false) };
  const judged = { conditions: query.conditions, verdicts, misses };
  return {
    wanted,
    tell: (places) => ({
      day, filter: printed(query.conditions), total: found.length, counts: { site: ids.site.length, parcel: ids.parcel.length }, ids,
      items: wanted.map((index, at) => present(snapshot, index, places[at]!, query.weights.length > 0 ? score(index) : NO_PARTS)),
      facets: query.facets ? facetsOf(query, snapshot, misses, verdicts) : [],
      conditions: conditionFigures(judged),
      relaxations: found.length === 0 || query.relax ? relaxations(judged, (name) => numbersOf(snapshot, name)) : [],
      sources: query.kinds.map((kind) => snapshot.sources[kind]),
    }),
  };
}

/** What is unknown comes last, whatever the direction; then sites before parcels, the larger first. */
function inOrder(found: readonly number[], { order }: LandSearchQuery, snapshot: LandSnapshot, score: (index: number) => number): number[] {
  const area = numbersOf(snapshot, 'area_ha')!;
  const last = (a: number, b: number): number => Number(a >= snapshot.sites) - Number(b >= snapshot.sites) || area[b]! - area[a]! || a - b;
  if (order === undefined) return [...found].sort(last);
  const keys = order.by === 'score' ? new Map(found.map((index) => [index, score(index)])) : keysOf(found, snapshot.columns.get(order.name)!, FIELDS.find(({ name }) => name === order.name)!.codes?.map(({ value }) => value));
  const turn = order.by === 'score' || order.descending ? -1 : 1;
  return [...found].sort((a, b) => {
    const [one, two] = [keys.get(a)!, keys.get(b)!];
    return Number.isNaN(one) || Number.isNaN(two) ? Number(Number.isNaN(one)) - Number(Number.isNaN(two)) || last(a, b) : turn * (one - two) || last(a, b);
  });
}

/** Numbers to order by; NaN: unknown. Coded texts go by their code list, others by the Polish alphabet. */
function keysOf(found: readonly number[], column: Column, codes: readonly string[] | undefined): ReadonlyMap<number, number> {
  if (column.kind === 'number') return new Map(found.map((index) => [index, column.values[index]!]));
  if (column.kind === 'list') return new Map(found.map((index) => [index, Number.NaN]));
  const place = (text: string): number => { const at = codes?.indexOf(text) ?? -1; return at === -1 ? Infinity : at; };
  const sorted = column.known.map((text, code) => ({ text, code })).sort((a, b) => (place(a.text) === place(b.text) ? 0 : place(a.text) - place(b.text)) || POLISH.compare(a.text, b.text));
  const ranks = new Map(sorted.map(({ code }, rank) => [code, rank]));
  return new Map(found.map((index) => [index, ranks.get(column.codes[index]!) ?? Number.NaN]));
}

function facetsOf({ conditions, kinds }: LandSearchQuery, snapshot: LandSnapshot, misses: Misses, verdicts: Judgement['verdicts']): Facet[] {
  const on = conditions.map((condition) => propertyOf(condition));
  return FIELDS.filter(hasFacet).map(({ name }) => facetOf(name, snapshot.columns.get(name)!, missesWithout(misses, verdicts.filter((_, at) => on[at] === name)), snapshot.range(name, kinds)));
}

function present({ lands, sites }: LandSnapshot, index: number, { point, bbox }: Place, { score, parts }: { readonly score: number | null; readonly parts: FoundLand['parts'] | readonly FoundLand['parts'][number][] }): FoundLand {
  const land = lands[index]!;
  const kind = index < sites ? 'site' : 'parcel';
  return {
    kind, layer: LAYER_OF[kind].id, id: land.id, key: land.key, title: String(land['name']), score: score === null ? null : round4(score),
    parts: parts.map((part) => ({ ...part, points: part.points === null ? null : round4(part.points), adds: round4(part.adds) })),
    properties: Object.fromEntries(PROPERTIES[kind].map((name) => [name, (land[name] ?? null) as FoundLand['properties'][string]])), point, bbox,
  };
}
