/** What is said when a write is refused: to whom it belongs, and by which rule. */
import type { Annotation } from '../../../domain/contract/office/annotation.ts';
import type { Refusal } from '../../../domain/office/annotation-rules.ts';
import { sentenceOf } from '../../../domain/office/refusal-words.ts';
import { Problem } from '../../http/problem.ts';

/** 403 with the rule; 422 where the request contradicts itself rather than the rights. */
export const refused = (refusal: Refusal): Problem => new Problem(refusal === 'assignee-cannot-see' ? 'unprocessable' : 'forbidden', sentenceOf(refusal), [{ path: 'rule', message: refusal }]);

/** 412 that shows what stands now, with who wrote it and when. */
export const stale = (current: Annotation, wanted: number): Problem =>
  new Problem('precondition-failed', `Version ${current.version} stands; you have read version ${wanted}.`, undefined, { ETag: `"${current.version}"` }, current);
