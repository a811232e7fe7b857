/** Drafts in the database: zones that are never altered, only ended by the version that has them otherwise. */
import type { z } from 'zod';
import type { Draft, DraftZone, NewDraft, ProcedureEntry, ZoneEdit } from '../../../domain/contract/office/procedure.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries, Transaction } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { DRAFT_ZONES } from './limits.ts';
import { presentDraft } from './procedures.present.ts';
import { changing, type DraftRow, type ProcedureRow, record } from './procedures.repository.ts';
import { queries } from './queries.ts';

/** What a zone is besides its geometry, as the database gives it. */
export type ZoneRow = Omit<DraftZone, 'geometry'> & { readonly id: number };
/** A zone to write: with GeoJSON that has passed the gate, or EWKB that the importer made. */
export type ZoneToWrite = Omit<DraftZone, 'geometry'> & { readonly id: number } & ({ readonly geometry: DraftZone['geometry'] } | { readonly ewkb: string });

/** Throws `not-found`; what was deleted is not found. */
export async function findDraft(db: Queries, key: string, number: number): Promise<DraftRow> {
  const draft = await db.oneOrNone<DraftRow>(queries.drafts, { key, number });
  if (!draft) throw new Problem('not-found', `There is no draft ${number} of "${key.slice(0, 100)}".`);
  return draft;
}

const GEOMETRY = 'ST_AsGeoJSON(ST_Transform(zone.geom, 4326), 10)::json AS geometry, round(ST_Area(zone.geom)::numeric, 2)::float8 AS "areaM2"';
const BOX = 'ARRAY[ST_XMin(Box3D(ST_Transform(zone.geom, 4326))), ST_YMin(Box3D(ST_Transform(zone.geom, 4326))), ST_XMax(Box3D(ST_Transform(zone.geom, 4326))), ST_YMax(Box3D(ST_Transform(zone.geom, 4326)))] AS bbox';

export const zonesOf = (db: Queries, key: string, number: number): Promise<Draft['zones']> => db.any(queries.draftZones, { key, number, columns: GEOMETRY });
/** The same without geometry, with the box of each in degrees. */
export const zonesWithBox = (db: Queries, key: string, number: number): Promise<(ZoneRow & { readonly bbox: [number, number, number, number] })[]> =>
  db.any(queries.draftZones, { key, number, columns: BOX });

/** Throws 412 with what stands now. */
export function matchDraft(draft: DraftRow, version: number): void {
  if (draft.version === version) return;
  throw new Problem('precondition-failed', `${draft.changedBy.name} has changed the draft since you read it.`, undefined, {},
    { version: draft.version, changedBy: draft.changedBy, changedAt: draft.changedAt.toISOString(), draft: presentDraft(draft) });
}

/** A published draft is what the public saw: it stays as it was. */
function refuseFrozen({ number, publishedAt }: DraftRow): void {
  if (publishedAt) throw new Problem('unprocessable', `Draft ${number} has been published and stays as it was; make another one from it.`);
}

/** The general plan has zones of another kind, with profiles: the desk draws those of local plans. */
function refuseGeneralPlan({ kind }: ProcedureRow): void {
  if (kind === 'POG') throw new Problem('unprocessable', 'The desk draws zones of local plans; those of the general plan come in by import.');
}

/** Makes a draft and gives its number. Throws `not-found`, `forbidden`, `unprocessable`. */
export const makeDraft = (db: Db, key: string, { from, note }: z.output<typeof NewDraft>, day: string, account: Account): Promise<number> =>
  changing(db, key, account, async (t, standing) => {
    refuseGeneralPlan(standing);
    if (typeof from === 'number') await findDraft(t, key, from);
    const { number } = await t.one<{ number: number }>(queries.makeDraft, { key, note, origin: typeof from === 'number' ? 'draft' : from, account: account.id });
    if (typeof from === 'number') await t.none(queries.copyZones, { key, number, from });
    if (from === 'law') await t.none(queries.zonesOfLaw, { key, number, day, plan: null });
    await record(t, key, account, 'draft-made', { draft: number, note: note || null });
    return number;
  });

/** The zones of a file as a new draft. */
export const importDraft = (db: Db, key: string, note: string, zones: readonly ZoneToWrite[], account: Account): Promise<number> =>
  changing(db, key, account, async (t, standing) => {
    refuseGeneralPlan(standing);
    const { number } = await t.one<{ number: number }>(queries.makeDraft, { key, note, origin: 'import', account: account.id });
    await t.none(queries.writeZones, { key, number, version: 1, zones: JSON.stringify(zones) });
    await record(t, key, account, 'draft-imported', { draft: number, note: note || null });
    return number;
  });

/** What is changed in a draft, and that it was. */
async function touch(t: Transaction, key: string, number: number, account: Account, action: ProcedureEntry['action'], deleted: boolean): Promise<void> {
  await t.none(queries.touchDraft, { key, number, account: account.id, deleted });
  await record(t, key, account, action, { draft: number });
}

/** Zones written and taken away together. Throws `not-found` (also for a zone that is not there), `forbidden`, 412, `unprocessable`. */
export const editZones = (db: Db, key: string, number: number, version: number, { write, remove }: z.output<typeof ZoneEdit>, account: Account): Promise<void> =>
  changing(db, key, account, async (t) => {
    const draft = await findDraft(t, key, number);
    refuseFrozen(draft);
    matchDraft(draft, version);
    const { last } = await t.one<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM office.draft_zone WHERE procedure_key = $1 AND draft = $2', [key, number]);
    const ids = [...write.flatMap(({ id }) => (id === undefined ? [] : [id])), ...remove];
    if (new Set(ids).size < ids.length) throw new Problem('invalid-body', 'A zone is named more than once.');
    const ended = await t.any<{ id: number }>(queries.endZones, { key, number, version: version + 1, ids });
    const missing = ids.find((id) => !ended.some((row) => row.id === id));
    if (missing !== undefined) throw new Problem('not-found', `Draft ${number} has no zone ${missing}.`);
    const added = write.filter(({ id }) => id === undefined).length;
    if (draft.zones + added - remove.length > DRAFT_ZONES) throw new Problem('too-large', `A draft may have ${DRAFT_ZONES} zones.`);
    let next = last;
    const zones: ZoneToWrite[] = write.map((zone) => ({ ...zone, id: zone.id ?? (next += 1) }));
    if (zones.length > 0) await t.none(queries.writeZones, { key, number, version: version + 1, zones: JSON.stringify(zones) });
    await touch(t, key, number, account, 'draft-changed', false);
  });

/** A draft that was never published is put away; its content stays on record. Throws `not-found`, `forbidden`, 412, `unprocessable`. */
export const deleteDraft = (db: Db, key: string, number: number, version: number, account: Account): Promise<void> =>
  changing(db, key, account, async (t) => {
    const draft = await findDraft(t, key, number);
    refuseFrozen(draft);
    matchDraft(draft, version);
    await touch(t, key, number, account, 'draft-deleted', true);
  });
