/** Publishing a draft and taking it away again: the one place where the desk writes the public registers, by versions that begin and end on days. */
import { createHash } from 'node:crypto';
import { plans } from '../../../domain/layers/plans.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { zones } from '../../../domain/layers/zones.ts';
import { actFactsOf, isOpen } from '../../../domain/office/procedure-rules.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Database, Transaction } from '../../db/database.ts';
import { noLoadRuns } from '../../db/load-alone.ts';
import { Problem } from '../../http/problem.ts';
import { checkDraft } from './checks.ts';
import { findDraft, matchDraft } from './drafts.repository.ts';
import { changing, matchVersion, type ProcedureRow, record } from './procedures.repository.ts';
import { queries } from './queries.ts';

/** Data sets of what the desk publishes; a data set is of one layer. */
export const PLANS_NAME = 'MSIP Kraków – biurko planisty';
const ZONES_NAME = 'MSIP Kraków – biurko planisty: tereny';
const PLAN_TABLE = { table: 'planning.plan', of: 'key', kept: 'office.standing_plan' };
const ZONE_TABLE = { table: 'planning.zone', of: 'plan_key', kept: 'office.standing_zone' };

const dataset = async (t: Transaction, name: string, { id, source }: Layer, day: string, checksum: string): Promise<number> =>
  (await t.one<{ id: number }>(queries.deskDataset, { name, layer: id, publisher: source.publisher, licence: source.licence, day, checksum })).id;

async function alone(t: Transaction, key: string, day: string): Promise<void> {
  if (!await noLoadRuns(t)) throw new Problem('unavailable', 'Registers are being loaded at the moment. Try again in a minute.', undefined, { 'Retry-After': '60' });
  const { later } = await t.one<{ later: boolean }>(queries.laterVersions, { key, day });
  if (later) throw new Problem('unprocessable', 'The register holds a version of this plan that begins on a later day; it would contradict this one.');
}

/** Throws `unprocessable` that lists what nobody has overruled. */
async function refuseOpenFindings(t: Transaction, key: string, draft: number): Promise<void> {
  const { findings, open } = await checkDraft(t, key, draft);
  if (open === 0) return;
  throw new Problem('unprocessable', `${open} finding${open === 1 ? '' : 's'} of draft ${draft} must be mended or overruled first.`,
    findings.filter(isOpen).slice(0, 20).map(({ id, kind, zones: symbols, parameter }) => ({ path: id, message: [kind, ...symbols, ...(parameter ? [parameter] : [])].join(' ') })));
}

function factsOf(standing: ProcedureRow): ReturnType<typeof actFactsOf> {
  const facts = actFactsOf(standing);
  if (facts.inForceFrom && facts.inForceTo && facts.inForceTo < facts.inForceFrom) throw new Problem('unprocessable', 'By its events the plan would end before it comes into force.', [{ path: 'events', message: 'repeal before force' }]);
  if (standing.events.some(({ onDate, untilDate }) => onDate !== null && untilDate !== null && untilDate < onDate)) throw new Problem('unprocessable', 'An event ends before it begins.', [{ path: 'events', message: 'untilDate before onDate' }]);
  return facts;
}

const changed = (t: Transaction, key: string, account: Account): Promise<null> =>
  t.none('UPDATE office.procedure SET version = version + 1, changed_at = clock_timestamp(), changed_by = $2 WHERE key = $1', [key, account.id]);

/**
 * The draft becomes what the public sees from `day` on. Throws `not-found`, 412 (procedure or draft are not as they were), `unprocessable`
 * with the open findings, `unavailable` while an import runs. A version that began on the same day is corrected.
 */
export const publish = ({ db }: Database, key: string, version: number, asked: { draft: number; draftVersion: number }, day: string, account: Account): Promise<void> =>
  changing(db, key, account, async (t, standing) => {
    matchVersion(standing, version);
    const draft = await findDraft(t, key, asked.draft);
    matchDraft(draft, asked.draftVersion);
    const facts = factsOf(standing);
    await refuseOpenFindings(t, key, draft.number);
    await alone(t, key, day);
    const checksum = createHash('sha256').update(JSON.stringify([key, standing.version, draft.number, draft.version, day])).digest('hex');
    const [ofPlans, ofZones] = [await dataset(t, PLANS_NAME, plans, day, checksum), await dataset(t, ZONES_NAME, zones, day, checksum)];
    const { id: publication, planId } = await t.one<{ id: number; planId: number }>(queries.beginPublication, { key, draft: draft.number, draftVersion: draft.version, day, account: account.id });
    await t.none(queries.keepStanding, { publication, key, day });
    for (const of of [PLAN_TABLE, ZONE_TABLE]) await t.none(queries.endStanding, { ...of, key, day });
    await t.none(queries.publishPlan, { key, planId, dataset: ofPlans, day, facts: JSON.stringify(facts) });
    await t.none(queries.publishParts, { key, planId, publication });
    await t.none(queries.publishStatus, { planId, day });
    await t.none(queries.publishZones, { key, number: draft.number, dataset: ofZones, day });
    await changed(t, key, account);
    await record(t, key, account, 'published', { draft: draft.number, whole: true });
  }, { mayAnywhere: true });

/** From `day` on the public sees what stood before the last publication, or nothing; days before stay as they were. Throws `not-found`, 412, `unprocessable`. */
export const withdraw = ({ db }: Database, key: string, version: number, reason: string, day: string, account: Account): Promise<void> =>
  changing(db, key, account, async (t, standing) => {
    matchVersion(standing, version);
    const last = await t.oneOrNone<{ id: number; draft: number; own: boolean }>(queries.lastPublication, { key, day, plansName: PLANS_NAME, zonesName: ZONES_NAME });
    if (!last) throw new Problem('unprocessable', 'Nothing of this procedure is published.');
    if (!last.own) throw new Problem('unprocessable', 'The register has brought a version of its own since the desk published; only the register can end it.');
    await alone(t, key, day);
    const publication = last.id;
    for (const of of [PLAN_TABLE, ZONE_TABLE]) await t.none(queries.endStanding, { ...of, key, day });
    for (const of of [PLAN_TABLE, ZONE_TABLE]) await t.none(queries.reopen, { ...of, publication, day });
    const restored = await t.oneOrNone<{ id: number }>(queries.restorePlan, { publication, day });
    if (restored) await t.none(queries.restoreParts, { publication, planId: restored.id });
    await t.none(queries.restoreZones, { publication, day });
    await t.none(queries.endPublication, { publication, account: account.id, reason });
    await t.none(queries.readopt, { key, day });
    await changed(t, key, account);
    await record(t, key, account, 'withdrawn', { draft: last.draft, note: reason, whole: true });
  }, { mayAnywhere: true });
