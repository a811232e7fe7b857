/** Paths of short links. */
import { json, post } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

/** Below /api. */
export const linkPaths = (): Record<string, Schema> => ({
  '/links': post('postShortLink', 'A short link to a page of this site; GET /l/{code} leads there', 'links', {
    parameters: [],
    requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'ShortLinkRequest') } } },
    ok: json('It was kept before', ref('schemas', 'ShortLink')),
    others: { 201: json('Kept now', ref('schemas', 'ShortLink')) },
  }),
});
