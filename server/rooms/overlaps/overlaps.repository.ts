/** Words on overlaps in the database: written, ended, never altered; each with its entry in the audit trail. */
import type { NewOverlapOverruling, OverlapOverruling } from '../../../domain/contract/office/overlap.ts';
import { generalPlanZones } from '../../../domain/layers/general-plan-zones.ts';
import { parcels } from '../../../domain/layers/parcels.ts';
import { zones } from '../../../domain/layers/zones.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries, Transaction } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { withRetries } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';

const LIST = queryFile(new URL('sql/list.sql', import.meta.url));
const PLACE = queryFile(new URL('sql/place.sql', import.meta.url));
const INSERT = queryFile(new URL('sql/insert.sql', import.meta.url));
const REVOKE = queryFile(new URL('sql/revoke.sql', import.meta.url));
const LAYERS = { zones, 'general-plan-zones': generalPlanZones };

type Row = Omit<OverlapOverruling, 'at' | 'revokedAt'> & { readonly at: Date; readonly revokedAt: Date | null };
type About = Pick<NewOverlapOverruling, 'parcel' | 'layer' | 'zone'>;

async function list(db: Queries, asked: { parcel?: string; id?: number }): Promise<OverlapOverruling[]> {
  const rows = await db.any<Row>(LIST, { parcel: asked.parcel ?? null, id: asked.id ?? null });
  return rows.map(({ at, revokedAt, ...rest }) => ({ ...rest, at: at.toISOString(), revokedAt: revokedAt?.toISOString() ?? null }));
}
export const overrulingsOf = (db: Queries, parcel: string): Promise<OverlapOverruling[]> => list(db, { parcel });

/** Throws `parcel-not-found`, `forbidden` outside the areas of the account; gives whether zone and parcel meet at all. */
async function placeOf(t: Transaction, { parcel, layer, zone }: About, day: string, account: Account): Promise<boolean> {
  const reach = parcels.accuracyM! + LAYERS[layer].accuracyM!;
  const place = await t.oneOrNone<{ inArea: boolean; meets: boolean }>(PLACE, { parcel, zone, day, account: account.id, view: LAYERS[layer].view, reach });
  if (!place) throw new Problem('parcel-not-found', 'There is no such parcel today.');
  if (!place.inArea) throw new Problem('forbidden', 'The parcel lies outside the areas in which you may write.');
  return place.meets;
}
const told = (t: Transaction, account: Account, did: string, { parcel, layer, zone }: About, detail: object): Promise<unknown> =>
  t.one('SELECT audit.append($1, $2, $3, $4, $5)', [account.id, did, 'overlap', `${parcel} ${layer}/${zone}`, JSON.stringify(detail)]);

/** Throws `unprocessable` where zone and parcel do not meet, `conflict` while another word stands. */
export const overruleOverlap = (db: Db, word: NewOverlapOverruling, day: string, account: Account): Promise<OverlapOverruling> =>
  withRetries(() => db.tx(async (t) => {
    if (!await placeOf(t, word, day, account)) throw new Problem('unprocessable', 'The zone does not come near the parcel: there is nothing to overrule.', [{ path: 'zone', message: 'does not meet the parcel' }]);
    const made = await t.oneOrNone<{ id: number }>(INSERT, { ...word, day, account: account.id });
    if (!made) throw new Problem('conflict', 'Somebody has said something of this overlap already; revoke that first.');
    const [written] = await list(t, made);
    await told(t, account, 'overruled', word, { id: made.id, says: word.says, reason: word.reason });
    return written!;
  }));

/** Throws `not-found` when there is none, or it was revoked before. */
export const revokeOverruling = (db: Db, id: number, day: string, account: Account): Promise<void> =>
  withRetries(() => db.tx(async (t) => {
    const [word] = await list(t, { id });
    if (!word) throw new Problem('not-found', 'There is no such word on an overlap.');
    // A parcel that is no more: who may speak of it cannot be asked of its place.
    await placeOf(t, word, word.fromDay, account);
    if (!await t.oneOrNone(REVOKE, { id, day, account: account.id })) throw new Problem('not-found', 'It has been revoked already.');
    await told(t, account, 'revoked', word, { id });
  }));
