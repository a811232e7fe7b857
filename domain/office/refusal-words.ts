/** What is said when a write of an annotation is refused, by rule. The server says it, the client knows the rule by it. */
import type { Refusal } from './annotation-rules.ts';

const SENTENCES: Readonly<Record<Refusal, string>> = {
  'not-a-planner': 'Only planners write annotations.',
  closed: 'It is closed: the chief planner can open it again.',
  deleted: 'It is deleted: bring it back first.',
  'outside-areas': 'Its place, or the one it would have, lies outside the areas in which you may write.',
  publishing: 'Showing an annotation to everybody, changing what everybody reads, and taking it back, is for the chief planner.',
  'not-yours': 'This is for its author, or for the chief planner where it is not somebody\'s own note.',
  'assignee-cannot-see': 'Somebody else cannot be given a note that only you see.',
};

/** The rule in one sentence. */
export const sentenceOf = (refusal: Refusal): string => SENTENCES[refusal];

/** The rule that a sentence states; null when it states none. */
export const refusalBehind = (sentence: string): Refusal | null => (Object.entries(SENTENCES) as [Refusal, string][]).find(([, words]) => words === sentence)?.[0] ?? null;
