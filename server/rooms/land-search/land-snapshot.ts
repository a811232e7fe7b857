/** All land that can be searched, kept in memory for one version of the facts; what conditions say of it comes from the database and is kept with it. */
import type { LandKind, LandSearch } from '../../../domain/contract/investment/search.ts';
import type { Filter } from '../../../domain/cql2/ast.ts';
import type { Queryables } from '../../../domain/cql2/check.ts';
import { printFilter } from '../../../domain/cql2/print-text.ts';
import { type Column, columnOf, FALSE, TRUE, UNKNOWN, type Verdicts } from '../../../domain/investment/land-columns.ts';
import { type Range, rangeOf } from '../../../domain/investment/facets.ts';
import type { Field } from '../../../domain/layers/layer.ts';
import type { Db, Queries } from '../../db/database.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { askForAll } from '../../db/visitor.ts';
import { Problem } from '../../http/problem.ts';
import { askedFields, landOf, type LandRow, LAYER_OF, lettersOf, type Place, placesOf, sourceOf, stateOf } from './land-search.repository.ts';

const KINDS = ['site', 'parcel'] as const satisfies readonly LandKind[];
/** Verdicts of a condition take a byte a piece of land. */
const KEPT_CONDITIONS = 300;
/** How often land is read anew for all who wait before a question is asked of one moment, one question after the other. */
const TRIES = 2;

/** What both layers let be asked, and its fields in the order of the catalogue. */
export const FIELDS: readonly Field[] = askedFields('site').filter(({ name }) => askedFields('parcel').some((other) => other.name === name));

export interface LandSnapshot {
  readonly version: string;
  readonly lands: readonly LandRow[];
  /** Sites come first. */
  readonly sites: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly sources: Readonly<Record<LandKind, LandSearch['sources'][number]>>;
  /** By the text of the condition; the first is the one longest unused. */
  readonly verdicts: Map<string, Verdicts>;
  readonly places: Map<number, Place>;
  range(name: string, kinds: readonly LandKind[]): Range | null;
}

export interface Judgement { readonly snapshot: LandSnapshot; readonly day: string; readonly verdicts: readonly Verdicts[] }

async function load(t: Queries): Promise<LandSnapshot> {
  const { version } = await stateOf(t);
  const [sites, parcels] = [await landOf(t, 'site'), await landOf(t, 'parcel')];
  const source = async (kind: LandKind) => { const { source: name, source_date: sourceDate, demonstration } = await sourceOf(t, kind); return { layer: LAYER_OF[kind].id, source: name, sourceDate, demonstration }; };
  const sources = { site: await source('site'), parcel: await source('parcel') };
  const lands = [...sites, ...parcels];
  const columns = new Map(FIELDS.flatMap((field): [string, Column][] => { const column = columnOf(field, lands); return column ? [[field.name, column]] : []; }));
  const groups = { site: [0, sites.length], parcel: [sites.length, lands.length] } as const;
  const ranges = new Map<string, Range | null>();
  return {
    version, lands, sites: sites.length, columns, sources, verdicts: new Map(), places: new Map(),
    range(name, kinds) {
      const key = `${name} ${KINDS.filter((kind) => kinds.includes(kind)).join()}`;
      const column = columns.get(name);
      if (!ranges.has(key)) ranges.set(key, column?.kind === 'number' ? rangeOf(column, kinds.map((kind) => groups[kind])) : null);
      return ranges.get(key)!;
    },
  };
}

const VERDICT_OF: Readonly<Record<string, number>> = { t: TRUE, f: FALSE, u: UNKNOWN };

/** The verdicts of some conditions out of their letters, land by land. */
const readLetters = (letters: string, of: number, size: number): Verdicts[] =>
  Array.from({ length: of }, (_, at) => Uint8Array.from({ length: size }, (_letter, index) => VERDICT_OF[letters[index * of + at]!]!));

/** Asks what the snapshot does not know yet; null: the facts have changed since it was made. */
async function judged(t: Queries, snapshot: LandSnapshot, conditions: readonly Filter[], queryables: Queryables): Promise<Judgement | null> {
  const found = new Map<string, Verdicts>();
  const missing = new Map<string, Filter>();
  const texts = conditions.map(printFilter);
  for (const [at, text] of texts.entries()) {
    const verdict = snapshot.verdicts.get(text);
    if (verdict) found.set(text, verdict);
    else missing.set(text, conditions[at]!);
  }
  const letters = missing.size > 0 ? await lettersOf(t, [...missing.values()], queryables) : null;
  const state = letters ?? await stateOf(t);
  if (state.day === null) throw new Problem('unavailable', 'The facts of land are being prepared. Try again in a few seconds.', undefined, { 'Retry-After': '5' });
  if (state.version !== snapshot.version) return null;
  if (letters) {
    const verdicts = readLetters(letters.site + letters.parcel, missing.size, snapshot.lands.length);
    for (const [at, text] of [...missing.keys()].entries()) found.set(text, verdicts[at]!);
  }
  remember(snapshot.verdicts, found);
  return { snapshot, day: state.day, verdicts: texts.map((text) => found.get(text)!) };
}

/** The ones just used come last; what is too much goes from the front. */
function remember(verdicts: Map<string, Verdicts>, used: ReadonlyMap<string, Verdicts>): void {
  for (const [text, verdict] of used) {
    verdicts.delete(text);
    verdicts.set(text, verdict);
  }
  for (const text of verdicts.keys()) {
    if (verdicts.size <= KEPT_CONDITIONS) break;
    verdicts.delete(text);
  }
}

/** Where some land lies, by index; null: the facts have changed. */
async function located(t: Queries, { lands, sites, places, version }: LandSnapshot, wanted: readonly number[]): Promise<readonly Place[] | null> {
  for (const kind of KINDS) {
    const missing = new Map(wanted.flatMap((index): [number, number][] => (places.has(index) || (index < sites) !== (kind === 'site') ? [] : [[lands[index]!.id, index]])));
    if (missing.size === 0) continue;
    const rows = await placesOf(t, kind, [...missing.keys()]);
    if (rows[0]!.version !== version) return null;
    for (const { id, point, bbox } of rows) places.set(missing.get(id!)!, { point, bbox });
  }
  return wanted.map((index) => places.get(index)!);
}

export interface LandKept {
  /**
   * What the conditions say of all land, and the places of those that `choose` picks, all of one version. Throws `unavailable` until the facts are
   * prepared. `choose` may be called more than once.
   */
  judge<T>(conditions: readonly Filter[], queryables: Queryables, choose: (judgement: Judgement) => { readonly wanted: readonly number[]; readonly tell: (places: readonly Place[]) => T }): Promise<T>;
}

/** The search's copy of the land: loaded at the first question and after every change, once for all who wait. */
export function keepLand(db: Db): LandKept {
  let kept: Promise<LandSnapshot> | undefined;
  const current = (): Promise<LandSnapshot> => {
    if (kept) return kept;
    const loading: Promise<LandSnapshot> = askForAll(() => inSnapshot(db, load));
    kept = loading;
    loading.catch(() => { if (kept === loading) kept = undefined; });
    return loading;
  };
  let line: Promise<unknown> = Promise.resolve();
  return {
    async judge(conditions, queryables, choose) {
      const answer = async (t: Queries, snapshot: LandSnapshot) => {
        const judgement = await judged(t, snapshot, conditions, queryables);
        if (!judgement) return null;
        const { wanted, tell } = choose(judgement);
        const places = await located(t, snapshot, wanted);
        return places && { value: tell(places) };
      };
      const attempt = async () => {
        const mine = current();
        const answered = await answer(db, await mine);
        if (!answered && kept === mine) kept = undefined;
        return answered;
      };
      for (let tries = 0; tries < TRIES; tries += 1) {
        const answered = await attempt();
        if (answered) return answered.value;
      }
      // Somebody writes all the time. Those who wait take one connection, not all.
      const inLine = line.then(async () => (await attempt()) ?? inSnapshot(db, async (t) => {
        const snapshot = await load(t);
        kept = Promise.resolve(snapshot);
        return (await answer(t, snapshot))!;
      }));
      line = inLine.catch(() => undefined);
      return (await inLine).value;
    },
  };
}
