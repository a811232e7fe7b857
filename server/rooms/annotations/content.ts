/** What people send, made ready to be kept: the geometry past its gate, subjects and assignee that exist, the place where it stands. */
import type { AnnotationContent, AnnotationSubject } from '../../../domain/contract/office/annotation.ts';
import type { Db, Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { geometryGate } from '../../http/geometry-gate.ts';
import { Problem } from '../../http/problem.ts';

const DRAWN = queryFile(new URL('sql/drawn.sql', import.meta.url));
const WEIGH = queryFile(new URL('sql/weigh.sql', import.meta.url));
const ASSIGNEE = queryFile(new URL('sql/assignee.sql', import.meta.url));
const PLANNER_VERTICES = 10_000;

/** The columns of an annotation; `drawn` and `place` as EWKB text in EPSG:2178, `subjects` as JSON. */
export interface Columns extends Omit<AnnotationContent, 'geometry' | 'subjects'> {
  readonly drawn: string | null;
  readonly subjects: string;
}

/** Before a transaction begins: 413 or 422 for what cannot be kept as a geometry, 422 where it is neither drawn nor attached. */
export async function columnsOf(db: Db, { geometry, subjects, ...content }: AnnotationContent): Promise<Columns> {
  if (geometry === null && subjects.length === 0) throw new Problem('unprocessable', 'An annotation is drawn, or about something, or both.', [{ path: 'geometry', message: 'neither drawn nor attached' }]);
  return { ...content, tags: [...new Set(content.tags)], subjects: JSON.stringify(unique(subjects)), drawn: geometry && await drawnOf(db, geometry) };
}

async function drawnOf(db: Db, geometry: NonNullable<AnnotationContent['geometry']>): Promise<string> {
  const invalid = (message: string): Problem => new Problem('invalid-geometry', `The geometry ${message}.`, [{ path: 'geometry', message }]);
  if (geometry.coordinates.length === 0) throw invalid('is empty');
  await geometryGate(db, geometry, 'geometry', PLANNER_VERTICES);
  const { drawn } = await db.one<{ drawn: string | null }>(DRAWN, { geometry: JSON.stringify(geometry) });
  if (drawn === null) throw invalid('is not valid any more in the city\'s coordinate system');
  return drawn;
}

const nameOf = (subject: AnnotationSubject): string => [subject.kind, subject.key, ...(subject.kind === 'paragraph' ? [subject.paragraph] : [])].join(' ');
const unique = (subjects: readonly AnnotationSubject[]): AnnotationSubject[] => [...new Map(subjects.map((subject) => [JSON.stringify([subject.kind, subject.key, nameOf(subject)]), subject])).values()];

export interface Weighed {
  /** Null: it is attached to what the registers no longer know at all. */
  readonly place: string | null;
  readonly inArea: boolean;
}

/** Where it would stand. Subjects that it had `before` may be gone from the registers; a new one must stand there today, else 422 with its name. */
export async function weigh(db: Queries, account: number, { drawn, subjects }: Pick<Columns, 'drawn' | 'subjects'>, before: readonly AnnotationSubject[] | 'all'): Promise<Weighed> {
  const { place, inArea, missing } = await db.one<Weighed & { missing: number[] }>(WEIGH, { drawn, subjects, account });
  const asked = JSON.parse(subjects) as AnnotationSubject[];
  const kept = new Set(before === 'all' ? asked.map(nameOf) : before.map(nameOf));
  const unknown = missing.filter((ordinal) => !kept.has(nameOf(asked[ordinal]!)));
  if (unknown.length > 0) {
    const errors = unknown.map((ordinal) => ({ path: `subjects.${ordinal}`, message: `the register holds no such ${asked[ordinal]!.kind === 'paragraph' ? 'plan' : asked[ordinal]!.kind}` }));
    throw new Problem('unprocessable', `The registers do not hold: ${unknown.slice(0, 5).map((ordinal) => nameOf(asked[ordinal]!)).join(', ')}${unknown.length > 5 ? ' …' : ''}.`, errors);
  }
  return { place, inArea };
}

/** Throws 422 unless work can be given to the account, or it had it `before`. */
export async function checkAssignee(db: Queries, assignee: number | null, before: number | null): Promise<void> {
  if (assignee === null || assignee === before) return;
  const able = Number.isInteger(assignee) && Math.abs(assignee) < 2 ** 31 && (await db.one<{ able: boolean }>(ASSIGNEE, { account: assignee })).able;
  if (!able) throw new Problem('unprocessable', `Account ${assignee} is not a planner's, or is disabled.`, [{ path: 'assignee', message: 'not a planner' }]);
}
