/** Paths of what investors ask, below /api/investment. */
import { get, json, queryParameter } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

export const investmentPaths = (): Record<string, Schema> => ({
  '/investment/capacity': get('getCapacity', 'How much the plans in force allow on a listed site, or on parcels taken together: figures by zone and paragraph, and the envelope beside its neighbours. What a plan does not set is unknown', 'investment', {
    parameters: [
      queryParameter('site', 'Key of a site of the collection investment-sites; either this or parcels', { type: 'string', maxLength: 100 }),
      queryParameter('parcels', 'Identifiers of parcels, separated by commas, at most 20 and 3 km across', { type: 'string', maxLength: 800 }),
      queryParameter('datetime', 'The day the answer is for; without it today', { type: 'string', format: 'date' }),
    ],
    ok: json('Parts, figures, envelope, neighbours – the height that plans allow there, not buildings – and remarks', ref('schemas', 'Capacity')),
  }),
});
