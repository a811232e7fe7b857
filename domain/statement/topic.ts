/** A topic of a statement: what is not given is empty. */
import type { Topic } from '../contract/statement.ts';

export const topic = (id: string, title: string, rest: Partial<Topic>): Topic => ({ id, title, verdict: null, facts: [], entries: [], apart: [], ...rest });
