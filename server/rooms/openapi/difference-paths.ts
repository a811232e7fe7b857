/** Paths of the difference of planning law, below /api. */
import { get, json, post, queryParameter } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

const path = (name: string, description: string): Schema => ({ name, in: 'path', required: true, description, schema: { type: 'string' } });
const day = (name: string, description: string): Schema => queryParameter(name, description, { type: 'string', format: 'date' });
const DRAFT = queryParameter('draft', 'Key of a plan in preparation: the law of today against that plan as if it were in force; not together with from and to', { type: 'string' });
const ANSWER = json('m² by use before and after, and the changed pieces', ref('schemas', 'Difference'));

export const differencePaths = (): Record<string, Schema> => ({
  '/parcels/{parcelId}/difference': get('getParcelDifference', 'What planning law changes on a parcel, between two days or by a draft', 'planning', {
    parameters: [
      path('parcelId', 'Identifier, e.g. 126105_9.0001.580/4; the slash may stand as it is'),
      day('from', 'The day before; together with to'), day('to', 'The day after; the parcel is that of the later day'), DRAFT,
    ],
    ok: ANSWER,
  }),
  '/plans/{planKey}/difference': get('getPlanDifference', 'What planning law changes in the area of a plan', 'planning', {
    parameters: [
      path('planKey', 'Key of the plan'),
      day('from', 'The day before; without days what the plan itself changed: the day before it came into force and its first day, or of a draft today and the draft'),
      day('to', 'The day after; together with from'),
    ],
    ok: ANSWER,
  }),
  '/areas/difference': post('postAreaDifference', 'What planning law changes in a drawn area, between two days or by a draft', 'planning', {
    parameters: [],
    requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'DifferenceRequest') } } },
    ok: ANSWER,
  }),
});
