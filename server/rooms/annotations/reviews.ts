/** Somebody decides what an update of the cadastre could not: of which parcels an annotation is, now that its own is no more. */
import type { Annotation, AnnotationSubject, ReviewDecision } from '../../../domain/contract/office/annotation.ts';
import { refusesEdit } from '../../../domain/office/annotation-rules.ts';
import { reviewNote } from '../../../domain/office/follow.ts';
import type { Db } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { type Columns, weigh } from './content.ts';
import { versionsOf } from './read.repository.ts';
import { refused } from './refusals.ts';
import { lockAsRead, record, type Wanted, writeContent } from './write.ts';

const DECIDE = queryFile(new URL('sql/decide-review.sql', import.meta.url));

/** The number gives way to those decided, in its place; without any it stays. Throws 422 where nothing is asked about the parcel, or one of the new ones does not stand. */
export const decideReview = (db: Db, wanted: Wanted, { parcel, parcels }: ReviewDecision): Promise<Annotation> => inTransaction(db, async (t) => {
  const { standing, inArea } = await lockAsRead(t, wanted);
  const [now] = await versionsOf(t, wanted.id, wanted.by.id, wanted.version);
  const { status: _status, deleted: _deleted, subjects, ...content } = now!.version.content;
  const instead = parcels.length === 0 ? [parcel] : parcels;
  const decided = subjects.flatMap((subject): AnnotationSubject[] => (subject.kind === 'parcel' && subject.key === parcel ? instead.map((key) => ({ kind: 'parcel', key })) : [subject]));
  const columns: Columns = { ...content, subjects: JSON.stringify(decided), drawn: now!.drawn };
  const weighed = await weigh(t, wanted.by.id, columns, subjects);
  const refusal = refusesEdit(wanted.by, standing, inArea, { ...content, inArea: weighed.place === null ? inArea : weighed.inArea });
  if (refusal) throw refused(refusal);
  if (!await t.oneOrNone(DECIDE, { id: wanted.id, parcel, parcels, by: wanted.by.id })) {
    throw new Problem('unprocessable', `Nothing is to be decided about ${parcel}.`, [{ path: 'parcel', message: 'no open review' }]);
  }
  const annotation = await writeContent(t, wanted, columns, weighed.place);
  await record(t, { ids: [wanted.id], by: wanted.by.id, action: 'reviewed', note: reviewNote(parcel, parcels) });
  return annotation;
});
