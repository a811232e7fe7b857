/** What is said when a write is refused: to whom it belongs, and by which rule. */
import type { Annotation } from '../../../domain/contract/office/annotation.ts';
import type { Refusal } from '../../../domain/office/annotation-rules.ts';
import { Problem } from '../../http/problem.ts';

const RULES: Readonly<Record<Refusal, string>> = {
  'not-a-planner': 'Only planners write annotations.',
  closed: 'It is closed: the chief planner can open it again.',
  deleted: 'It is deleted: bring it back first.',
  'outside-areas': 'Its place, or the one it would have, lies outside the areas in which you may write.',
  publishing: 'Showing an annotation to everybody, and taking it back, is for the chief planner.',
  'not-yours': 'This is for its author, or for the chief planner where it is not somebody\'s own note.',
  'assignee-cannot-see': 'Somebody else cannot be given a note that only you see.',
};

export const ruleOf = (refusal: Refusal): string => RULES[refusal];

/** 403 with the rule; 422 where the request contradicts itself rather than the rights. */
export const refused = (refusal: Refusal): Problem => new Problem(refusal === 'assignee-cannot-see' ? 'unprocessable' : 'forbidden', RULES[refusal], [{ path: 'rule', message: refusal }]);

/** 412 that shows what stands now, with who wrote it and when. */
export const stale = (current: Annotation, wanted: number): Problem =>
  new Problem('precondition-failed', `Version ${current.version} stands; you have read version ${wanted}.`, undefined, { ETag: `"${current.version}"` }, current);
