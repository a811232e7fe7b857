/** The cadastre's own history, kept with every import of parcels: which version became which; and annotations that follow. Inside the import's transaction. */
import { classify, type Overlap } from '../../../domain/cadastre/lineage.ts';
import { followNote, followUp, type Successor } from '../../../domain/office/follow.ts';
import { pgp, type Transaction } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';

const load = (name: string) => queryFile(new URL(`./sql/${name}`, import.meta.url));
const queries = {
  rememberStanding: load('remember-standing.sql'),
  forgetTouched: load('forget-touched.sql'),
  overlaps: load('overlaps.sql'),
  ofDays: load('of-days.sql'),
  lockAnnotations: load('lock-annotations.sql'),
  stranded: load('stranded.sql'),
  stageOutcomes: load('stage-outcomes.sql'),
  follow: load('follow.sql'),
};

const BATCH = 1_000;

/** Before the first row is written. */
export const rememberStanding = (t: Transaction): Promise<null> => t.none(queries.rememberStanding);

/** When all rows are written, `import_touched` names the keys of those that came, changed or went. */
export async function traceLineage(t: Transaction): Promise<void> {
  const forgotten = await t.map<string>(queries.forgetTouched, [], ({ day }: { day: string }) => day);
  // A first edition has no past; its thousands of parcels are not looked for in one.
  const { any } = await t.one<{ any: boolean }>('SELECT EXISTS (SELECT FROM cadastre.parcel WHERE NOT upper_inf(valid)) AS any');
  const found = any ? await t.any<Overlap>(queries.overlaps) : [];
  const days = [...new Set([...forgotten, ...found.map(({ day }) => day)])];
  if (days.length === 0) return;
  // What this import did not touch may be part of the same event: the kind is that of the whole.
  const event = [...await t.any<Overlap>(queries.ofDays, { days }), ...found];
  const kinds = classify(event);
  const columns = new pgp.helpers.ColumnSet(['parent_id', 'child_id', 'parent_key', 'child_key', { name: 'day', cast: 'date' }, 'kind', 'overlap_m2', 'parent_share', 'child_share'],
    { table: { schema: 'cadastre', table: 'lineage' } });
  const rows = event.map((overlap, index) => ({
    parent_id: overlap.parentId, child_id: overlap.childId, parent_key: overlap.parentKey, child_key: overlap.childKey, day: overlap.day, kind: kinds[index],
    overlap_m2: overlap.overlapM2, parent_share: overlap.parentShare, child_share: overlap.childShare,
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    await t.none(`${pgp.helpers.insert(rows.slice(from, from + BATCH), columns)}
      ON CONFLICT (parent_id, child_id) DO UPDATE SET kind = excluded.kind WHERE lineage.kind <> excluded.kind`);
  }
}

interface StrandedRow {
  readonly annotation: string;
  readonly parcel: string;
  readonly asked: boolean;
  readonly stands: boolean;
  readonly since: string;
  /** EWKB text; null when nobody knows where it was. */
  readonly ground: string | null;
  readonly successors: readonly Successor[];
}

/**
 * Annotations of parcels that are no more move to the successor, or wait for a decision. The import's last step: from here on other writers of the
 * office wait, so nothing follows. `sourceDate`: ISO day of the edition. All rows are locked before the audit trail is, as every writer does.
 */
export async function followParcels(t: Transaction, sourceDate: string): Promise<void> {
  const locked = await t.multi(pgp.as.format(queries.lockAnnotations, { sourceDate }));
  if (locked.at(-1)!.length === 0) return;
  const outcomes = (await t.any<StrandedRow>(queries.stranded, { sourceDate })).flatMap(({ annotation, parcel, asked, stands, since, ground, successors }) => {
    const outcome = followUp({ parcel, asked, stands, successors });
    if (outcome.kind === 'stays') return [];
    const proposal = successors.filter(({ key }) => key !== parcel || stands).map(({ key, share }) => ({ parcel: key, sharePct: Math.round(1000 * share) / 10 }));
    return [{
      annotation, parcel, since, ground, proposal, kind: outcome.kind, moved_to: outcome.kind === 'moves' ? outcome.to : null, why: outcome.kind === 'asks' ? outcome.why : null,
      // A question that was asked before is no news.
      news: outcome.kind === 'asks' && asked ? null : followNote(parcel, since, outcome),
    }];
  });
  if (outcomes.length === 0) return;
  await t.none(queries.stageOutcomes, { outcomes });
  await t.multi(queries.follow);
}
