/** Small parts of an OpenAPI document: parameters, answers, operations. Every operation can answer with a problem. */
import { type Schema, ref } from './schemas.ts';

export const queryParameter = (name: string, description: string, schema: Schema, required = false): Schema => ({ name, in: 'query', description, required, schema });

/** An answer in one or several media types. */
export const answer = (description: string, content: Readonly<Record<string, Schema>>): Schema => ({
  description, content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
});

export const json = (description: string, schema: Schema): Schema => answer(description, { 'application/json': schema });

interface Operation {
  readonly parameters: readonly Schema[];
  readonly ok: Schema;
  readonly requestBody?: Schema;
  /** Statuses beside 200, which have an answer of their own. */
  readonly others?: Readonly<Record<string, Schema>>;
}

const operation = (operationId: string, summary: string, tag: string, { parameters, ok, requestBody, others = {} }: Operation): Schema => ({
  operationId, summary, tags: [tag], parameters, ...(requestBody ? { requestBody } : {}),
  responses: { 200: ok, ...others, '4XX': ref('responses', 'Problem'), '5XX': ref('responses', 'Problem') },
});

export const get = (id: string, summary: string, tag: string, parts: Operation): Schema => ({ get: operation(id, summary, tag, parts) });
export const post = (id: string, summary: string, tag: string, parts: Operation): Schema => ({ post: operation(id, summary, tag, parts) });
