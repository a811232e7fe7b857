/** Rows of the database as the contract has them. */
import type { Annotation, AnnotationComment, AnnotationSummary } from '../../../domain/contract/office/annotation.ts';
import { RESTORABLE_DAYS } from '../../../domain/contract/office/annotation.ts';
import { mayComment, mayDelete, mayEdit, mayPublish, refusesRestoration, type Standing, transitions } from '../../../domain/office/annotation-rules.ts';
import type { Viewer } from '../../../domain/office/roles.ts';

/** As `summary.sql` gives it: moments are Dates. */
type SummaryRow = Omit<AnnotationSummary, 'createdAt' | 'changedAt' | 'deletedAt' | 'comments' | 'attachments' | 'needsReview'> & { readonly createdAt: Date; readonly changedAt: Date; readonly deletedAt: Date | null };
export type ListRow = SummaryRow & Pick<AnnotationSummary, 'comments' | 'attachments' | 'needsReview'> & { readonly by_status: Readonly<Record<string, number>>; readonly cursor_key: string };
export type OneRow = SummaryRow & Pick<Annotation, 'text' | 'geometry' | 'bbox' | 'changedBy'> & { readonly authorId: number; readonly assigneeId: number | null };
export type CommentRow = Omit<AnnotationComment, 'at'> & { readonly at: Date };

function common(row: SummaryRow): Omit<AnnotationSummary, 'comments' | 'attachments' | 'needsReview'> {
  const { id, version, status, visibility, category, priority, title, tags, dueOn, assignee, author, place, district, subjects } = row;
  return {
    id, version, status, visibility, category, priority, title, tags, dueOn, assignee, author, createdAt: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null, place, district, subjects,
  };
}

export const summaryOf = (row: ListRow): AnnotationSummary => ({ ...common(row), comments: row.comments, attachments: row.attachments, needsReview: row.needsReview });

export const commentOf = ({ id, author, at, text, mentions }: CommentRow): AnnotationComment => ({ id, author, at: at.toISOString(), text, mentions });

/** Deleted longer ago, an annotation is out of reach. */
export const restorable = (deletedAt: Date | null, now = Date.now()): boolean => deletedAt === null || now - deletedAt.getTime() <= RESTORABLE_DAYS * 86_400_000;

interface Inner {
  readonly comments: AnnotationComment[];
  readonly attachments: readonly Readonly<Record<string, unknown>>[];
  readonly reviews: readonly Readonly<Record<string, unknown>>[];
}

export function annotationOf(row: OneRow, { comments, attachments, reviews }: Inner, viewer: Viewer, now: Standing, inArea: boolean): Annotation {
  const same = { visibility: now.visibility, assignee: now.assignee, inArea };
  return {
    ...common(row), text: row.text, geometry: row.geometry, bbox: row.bbox, changedBy: row.changedBy, comments, reviews: reviews as Annotation['reviews'],
    attachments: attachments.map((one) => ({ ...one, addedAt: (one['addedAt'] as Date).toISOString() })) as Annotation['attachments'],
    may: {
      edit: mayEdit(viewer, now, inArea), publish: mayPublish(viewer, now, inArea), delete: !now.deleted && mayDelete(viewer, now, inArea), comment: mayComment(viewer, now),
      statuses: transitions(viewer, now, inArea), restore: restorable(row.deletedAt) && refusesRestoration(viewer, now, inArea, same) === null,
    },
  };
}
