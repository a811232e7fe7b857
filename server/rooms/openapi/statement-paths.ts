/** Paths of statements, papers and their checking, below /api. */
import { answer, get, json, post, queryParameter } from './operation.ts';
import { type Schema, ref } from './schemas.ts';

const path = (name: string, description: string): Schema => ({ name, in: 'path', required: true, description, schema: { type: 'string' } });
const PARCEL = path('parcelId', 'Identifier, e.g. 126105_9.0001.580/4; the slash may stand as it is');
const DAY = queryParameter('datetime', 'The day the answer is for; without it today', { type: 'string', format: 'date' });
const LANG = queryParameter('lang', 'Language of the words', { type: 'string', enum: ['pl', 'en'], default: 'pl' });
const STATEMENT = json('Facts in words: what panel, page and paper show', ref('schemas', 'Statement'));
const RECORD = json('The record', ref('schemas', 'ExtractRecord'));

export const statementPaths = (): Record<string, Schema> => ({
  '/parcels/{parcelId}/statement': get('getParcelStatement', 'What applies on a parcel, in words', 'parcels', { parameters: [PARCEL, LANG, DAY], ok: STATEMENT }),
  '/parcels/{parcelId}/document': get('getParcelDocument', 'Register and extract of a parcel as canonical JSON (RFC 8785), its SHA-256 in Repr-Digest', 'parcels', { parameters: [PARCEL, DAY], ok: json('The document', { type: 'object' }) }),
  '/parcels/{parcelId}/records': post('postParcelRecord', 'Keeps the document, so that it can be checked later', 'parcels', { parameters: [PARCEL, DAY], ok: RECORD, others: { 201: RECORD } }),
  '/parcels/{parcelId}/extract.pdf': get('getParcelPaper', 'The statement on paper with a map at true scale; not the statutory extract', 'parcels', {
    parameters: [PARCEL, LANG, DAY, queryParameter('scale', 'One to this; without it the largest at which the parcel fits', { type: 'string', enum: ['500', '1000', '2000', '5000'] })],
    ok: answer('Tagged PDF', { 'application/pdf': { type: 'string', format: 'binary' } }),
  }),
  '/verify/{hash}': get('getVerification', 'Whether an extract was issued, and whether the registers say the same today', 'parcels', {
    parameters: [path('hash', 'SHA-256, 64 hexadecimal digits')], ok: json('unchanged, superseded or unknown', ref('schemas', 'Verification')),
  }),
  '/places/statement': get('getPlaceStatement', 'What applies at a place, in words', 'parcels', {
    parameters: [queryParameter('lon', 'Longitude, degrees', { type: 'number' }, true), queryParameter('lat', 'Latitude, degrees', { type: 'number' }, true), LANG, DAY], ok: STATEMENT,
  }),
  '/areas/statement': post('postAreaStatement', 'What applies in an area of at most 10 km², in words', 'parcels', {
    parameters: [LANG], requestBody: { required: true, content: { 'application/json': { schema: ref('schemas', 'AreaExtractRequest') } } }, ok: STATEMENT,
  }),
  '/plans/statement': get('getPlansStatement', 'All plans of the register', 'planning', {
    parameters: [
      LANG, DAY, queryParameter('status', 'Law status', { type: 'string', enum: ['in-force', 'in-consultation', 'in-preparation', 'superseded'] }),
      queryParameter('kind', 'Kind of act', { type: 'string', enum: ['MPZP', 'POG', 'ZPI'] }), queryParameter('q', 'Part of the name', { type: 'string', maxLength: 100 }),
      queryParameter('order', 'Order', { type: 'string', enum: ['name', 'area', 'next', 'since'], default: 'name' }),
    ],
    ok: STATEMENT,
  }),
  '/plans/{planKey}/statement': get('getPlanStatement', 'A plan: act, procedure, documents, relations, zones', 'planning', { parameters: [path('planKey', 'Key of the plan'), LANG, DAY], ok: STATEMENT }),
  '/districts/{district}/statement': get('getDistrictStatement', 'A district: figures, dates, plans, parks, sites', 'planning', { parameters: [path('district', 'Number, Arabic or Roman'), LANG, DAY], ok: STATEMENT }),
});
