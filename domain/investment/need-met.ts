/** Which conditions of a need a piece of land meets: the same expression as in the search, asked of one piece of land in memory. */
import { evaluate } from '../cql2/evaluate.ts';
import type { Language } from '../text/language.ts';
import { namesIn } from './conditions.ts';
import type { LandProperties } from './land-words.ts';
import { ANYTHING, conditionsOf, type Need } from './need.ts';
import { type NeedPart, needPhrases } from './need-words.ts';

/** `unknown`: the register does not say; `unasked`: it is asked of the shape, which is not at hand. */
export type Met = 'met' | 'not-met' | 'unknown' | 'unasked';

export interface MetCondition {
  readonly text: string;
  /** One for each piece of land, in their order. */
  readonly verdicts: readonly Met[];
}

/** The need with nothing but what a phrase says. */
function alone(need: Need, part: NeedPart): Need {
  if (part.in === 'place') return { ...ANYTHING, place: need.place };
  if (part.in === 'rest') return { ...ANYTHING, rest: need.rest };
  return { ...ANYTHING, [part.in]: { [part.name]: need[part.in][part.name as never] } };
}

/** A condition a phrase, in the order of the panel. */
export function needMet(need: Need, lands: readonly LandProperties[], lang: Language): MetCondition[] {
  return needPhrases(need, lang).map(({ part, text }) => {
    const conditions = conditionsOf(alone(need, part));
    const ofShape = conditions.some((condition) => namesIn(condition).has('geom'));
    const verdictOn = (properties: LandProperties): Met => {
      const verdict = evaluate({ op: 'and', args: conditions }, { properties });
      return verdict === null ? 'unknown' : verdict ? 'met' : 'not-met';
    };
    return { text, verdicts: lands.map((land) => (ofShape ? 'unasked' : verdictOn(land))) };
  });
}
