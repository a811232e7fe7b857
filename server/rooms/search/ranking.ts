/** Orders what was found: exact before beginning before inside, important kinds first, near first, and no kind crowds out the others. */
import type { SearchKind } from '../../../domain/contract/search.ts';
import { KINDS } from './kinds.ts';
import type { Match } from './search.repository.ts';

export interface Ranked {
  readonly match: Match;
  readonly kind: SearchKind;
  readonly approximate: boolean;
  /** 0–1, 1 = exact. */
  readonly score: number;
}

/** The tier of a match that is the whole name. */
export const EXACT = 4;
/** Best score of each tier, from 1 (inside a word) to 4 (exact); within a tier up to 0.15 are lost by distance and importance. */
const TIER_SCORES: readonly number[] = [0, 0.4, 0.6, 0.8, 1];
/** At that distance half of the bonus for nearness is left. */
const HALF_NEAR_M = 1_500;

/** `approximate` halves the score: a corrected spelling never comes before a right one. */
export function rank(match: Match, kind: SearchKind, approximate: boolean): Ranked {
  const tier = TIER_SCORES[match.tier] ?? 0;
  const nearness = match.distance === null ? 1 : HALF_NEAR_M / (HALF_NEAR_M + match.distance);
  const loss = match.tier === EXACT && match.distance === null ? 0 : 0.1 * (1 - nearness) + (match.tier === EXACT ? 0 : 0.05 * (1 - KINDS[kind].weight));
  return { match, kind, approximate, score: (tier - loss) * (approximate ? 0.5 : 1) };
}

/** Best first; then the more important kind, then the shorter name. */
const byRank = (a: Ranked, b: Ranked): number =>
  b.score - a.score || KINDS[b.kind].weight - KINDS[a.kind].weight || a.match.length - b.match.length || a.match.id - b.match.id;

/**
 * Takes `limit` of the found: in turn one of each kind, the kind with the best match first, until all places are given; then in order of
 * rank. Exact matches have their turn before all others.
 */
export function mixKinds(found: readonly Ranked[], limit: number): Ranked[] {
  // An object found in two ways counts once, as the better of them.
  const seen = new Set<string>();
  const ordered = [...found].sort(byRank).filter(({ match }) => { const address = `${match.layer}:${match.id}`; return !seen.has(address) && seen.add(address); });
  const chosen: Ranked[] = [];
  for (const part of [ordered.filter(({ match }) => match.tier === EXACT), ordered.filter(({ match }) => match.tier !== EXACT)]) {
    const queues = new Map<SearchKind, Ranked[]>();
    for (const ranked of part) queues.set(ranked.kind, [...(queues.get(ranked.kind) ?? []), ranked]);
    while (chosen.length < limit && queues.size > 0) {
      for (const [kind, queue] of queues) {
        if (chosen.length === limit) break;
        chosen.push(queue.shift()!);
        if (queue.length === 0) queues.delete(kind);
      }
    }
  }
  return chosen.sort(byRank);
}
