/** What is wrong with a draft: geometry as the database measures it, symbols and parameters by the rules, each with a lasting id and what was said of it. */
import { createHash } from 'node:crypto';
import type { Finding, Findings } from '../../../domain/contract/office/procedure.ts';
import { faultsOfSymbols, type FindingKind, isBlocking, isOpen, isOverrulable } from '../../../domain/office/procedure-rules.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { findDraft, zonesWithBox } from './drafts.repository.ts';
import { changing, record } from './procedures.repository.ts';
import { queries } from './queries.ts';

/** Shown at once; whoever has more has not begun to draw. */
const MOST = 2_000;

interface FaultRow {
  readonly kind: 'gap' | 'outside' | 'overlap';
  readonly ids: number[];
  readonly area: number;
  readonly narrow: boolean;
  /** Box in EPSG:2178, whole metres: where it is and how large. */
  readonly place: number[];
  readonly geometry: Finding['geometry'];
  readonly bbox: Finding['bbox'];
}

/** The same fault of the same zones at the same place, as large as it was, has the same id in every draft. */
const idOf = (kind: FindingKind, zones: readonly string[], parameter: string | null, place: readonly number[] | null): string =>
  `${kind}-${createHash('sha256').update(JSON.stringify([kind, zones.toSorted(), parameter, place])).digest('hex').slice(0, 16)}`;

/** All of a draft as it stands. Throws `not-found`. */
export async function checkDraft(db: Queries, key: string, number: number): Promise<Findings> {
  const draft = await findDraft(db, key, number);
  const zones = await zonesWithBox(db, key, number);
  const { definition_regime: regime } = await db.one<{ definition_regime: 'OWN' | 'PRE_2023' | 'ACT_2023' }>('SELECT definition_regime FROM office.procedure WHERE key = $1', [key]);
  const faults = zones.length === 0 ? [] : await db.any<FaultRow>(queries.faults, { key, number });
  const words = new Map((await db.any<{ finding: string; reason: string; at: Date; by: { id: number; name: string } }>(queries.overrulings, { key })).map(({ finding, at, ...said }) => [finding, { ...said, at: at.toISOString() }]));
  const byId = new Map(zones.map((zone) => [zone.id, zone]));

  const finding = (kind: FindingKind, symbols: string[], ids: readonly number[], { place = null, parameter = null, areaM2 = null, geometry = null, bbox = null }: Partial<Finding> & { place?: number[] | null }): Finding => {
    const id = idOf(kind, symbols, parameter, place);
    return { id, kind, blocking: isBlocking(kind), overrulable: isOverrulable(kind), zones: symbols, zoneIds: [...ids], parameter, areaM2, geometry, bbox, overruled: isOverrulable(kind) ? words.get(id) ?? null : null };
  };
  const found = [
    ...(zones.length === 0 ? [finding('no-zones', [], [], {})] : []),
    ...faults.map(({ kind, ids, area, narrow, place, geometry, bbox }) => finding(narrow ? 'sliver' : kind, ids.map((id) => byId.get(id)!.symbol), ids, { place, geometry, bbox, areaM2: Math.round(area * 100) / 100 })),
    ...faultsOfSymbols(zones, regime).map(({ kind, symbol, ids, parameter }) => finding(kind, [symbol], ids, { parameter, bbox: boxOf(ids.map((id) => byId.get(id)!.bbox)) })),
  ];
  const findings = [...new Map(found.map((one) => [one.id, one])).values()];
  const rank = (one: Finding): number => (isOpen(one) ? 0 : one.blocking ? 1 : 2);
  return {
    draft: number, version: draft.version, checkedAt: new Date().toISOString(), findings: findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST), total: findings.length, open: findings.filter(isOpen).length,
  };
}

const boxOf = (boxes: readonly [number, number, number, number][]): [number, number, number, number] =>
  [Math.min(...boxes.map(([west]) => west)), Math.min(...boxes.map(([, south]) => south)), Math.max(...boxes.map(([,, east]) => east)), Math.max(...boxes.map(([,,, north]) => north))];

/** Says of a finding why it is no fault. Throws `not-found` when the draft has no such finding, `unprocessable` when it may not be overruled. */
export const overrule = (db: Db, key: string, number: number, said: { finding: string; reason: string }, account: Account): Promise<void> =>
  changing(db, key, account, async (t) => {
    const { findings } = await checkDraft(t, key, number);
    const about = findings.find(({ id }) => id === said.finding);
    if (!about) throw new Problem('not-found', `Draft ${number} has no such finding now.`);
    if (!about.overrulable) throw new Problem('unprocessable', 'Zones are known by their symbol: this has to be mended.', [{ path: 'finding', message: `is ${about.kind}` }]);
    await t.none('INSERT INTO office.finding_overruling (procedure_key, finding, draft, reason, at, by_account) VALUES ($1, $2, $3, $4, clock_timestamp(), $5)', [key, said.finding, number, said.reason, account.id]);
    await record(t, key, account, 'overruled', { draft: number, note: `${said.finding}: ${said.reason}` });
  });
