/** The thread of an annotation: comments with mentions, added under an id of the client's and taken back by their author. */
import type { AnnotationComment, NewComment } from '../../../domain/contract/office/annotation.ts';
import { mayComment } from '../../../domain/office/annotation-rules.ts';
import { mentionedIn } from '../../../domain/office/mentions.ts';
import type { Account } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { findStanding } from '../../registers/annotation.ts';
import { commentsOf } from './read.repository.ts';
import { refused } from './refusals.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [ADD, STANDING, WITHDRAW, RECORD, MENTIONED] = [file('add-comment.sql'), file('comment-standing.sql'), file('withdraw-comment.sql'), file('record-comment.sql'), file('mentioned.sql')];

interface CommentStanding { readonly annotation: string; readonly author: number; readonly text: string; readonly withdrawn: boolean }
const standingOf = (t: Queries, id: string): Promise<CommentStanding | null> => t.oneOrNone(STANDING, { id });

/** The accounts mentioned; nobody but the author can be in a note that only the author sees (422). */
async function mentions(t: Queries, text: string, onlyFor: number | null): Promise<number[]> {
  const named = mentionedIn(text);
  if (named.length === 0) return [];
  const accounts = await t.any<{ id: number; login: string }>(MENTIONED, { logins: named.flat() });
  // A full stop may end the sentence or belong to the login: the longest that there is counts.
  const found = named.flatMap((spellings) => accounts.find(({ login }) => login === spellings.find((spelling) => accounts.some((account) => account.login === spelling))) ?? []);
  const stranger = onlyFor === null ? undefined : found.find(({ id }) => id !== onlyFor);
  if (stranger) throw new Problem('unprocessable', `@${stranger.login} cannot be mentioned: only you see this annotation.`, [{ path: 'text', message: `@${stranger.login} cannot see it` }]);
  return [...new Set(found.map(({ id }) => id))];
}

/** 201, or 200 for the same request again; 409 for an id that is taken. */
export const addComment = (db: Db, id: string, by: Account, { id: comment, text }: NewComment): Promise<{ readonly comment: AnnotationComment; readonly created: boolean }> => inTransaction(db, async (t) => {
  const { standing } = await findStanding(t, id, by, { lock: true });
  const again = await standingOf(t, comment);
  const same = again !== null && again.annotation === id.toLowerCase() && again.author === by.id && again.text === text;
  if (again && !same) throw new Problem('conflict', 'There is another comment with this id.');
  if (!same && !mayComment(by, standing)) throw refused(standing.deleted ? 'deleted' : 'not-a-planner');
  const created = !same && await t.oneOrNone(ADD, { id: comment, annotation: id, author: by.id, text, mentions: await mentions(t, text, standing.visibility === 'mine' ? standing.author : null) }) !== null;
  const [written] = await commentsOf(t, id, comment);
  if (!written) throw new Problem('conflict', 'There is another comment with this id.');
  if (created) await t.one(RECORD, { annotation: id, comment, by: by.id, action: 'commented' });
  return { comment: written, created };
});

/** Its place stays, its words are gone. Done again it changes nothing. */
export const withdrawComment = (db: Db, id: string, by: Account, comment: string): Promise<AnnotationComment> => inTransaction(db, async (t) => {
  await findStanding(t, id, by, { lock: true });
  const standing = await standingOf(t, comment);
  if (!standing || standing.annotation !== id.toLowerCase()) throw new Problem('not-found', 'There is no such comment.');
  if (standing.author !== by.id) throw new Problem('forbidden', 'A comment is taken back by who wrote it.', [{ path: 'rule', message: 'not-yours' }]);
  if (!standing.withdrawn) await t.none(WITHDRAW, { id: comment });
  const [written] = await commentsOf(t, id, comment);
  if (!standing.withdrawn) await t.one(RECORD, { annotation: id, comment, by: by.id, action: 'comment-withdrawn' });
  return written!;
});
