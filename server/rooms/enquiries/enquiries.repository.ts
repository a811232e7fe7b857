/** Enquiries in the database: taken once, listed, brought forward by the office, erased in time. */
import { createHash } from 'node:crypto';
import type { Enquiry, EnquiryChange, EnquiryList, EnquirySummary, NewEnquiry } from '../../../domain/contract/investment/enquiry.ts';
import { ENQUIRY_STEPS, type EnquiryStatus, ERASED_AFTER_DAYS, SAME_WITHIN_MS } from '../../../domain/investment/enquiry-status.ts';
import { type Account, isAdviser } from '../../../domain/office/roles.ts';
import type { Db, Queries } from '../../db/database.ts';
import { queryFile } from '../../db/query-file.ts';
import { inTransaction } from '../../db/retry.ts';
import { Problem } from '../../http/problem.ts';
import { enqueue } from '../../mail/outbox.ts';
import { letterOf } from './letter.ts';
import { hashOfToken, makeReference } from './token.ts';

const file = (name: string) => queryFile(new URL(`sql/${name}`, import.meta.url));
const [INSERT, KNOWN, LIST, COUNTS] = [file('insert.sql'), file('known.sql'), file('list.sql'), file('counts.sql')];
const [ONE, UPDATE, ERASE] = [file('one.sql'), file('update.sql'), file('erase.sql')];
export const PAGE = 50;
const DAY_MS = 86_400_000;

/** Throws 404 for a site that is not listed. */
export async function siteNameOf(db: Queries, key: string): Promise<string> {
  const site = await db.oneOrNone<{ name: string }>('SELECT name FROM investment.site WHERE key = $1', [key]);
  if (!site) throw new Problem('not-found', 'There is no such investment site.');
  return site.name;
}

interface Taking { readonly expiresAt: Date; readonly now: Date; readonly to: readonly string[]; readonly publicUrl: string }

/** Its reference: a new one, or that of the same enquiry before. Throws 422 for a form that was sent already with other words. */
export async function takeEnquiry(db: Db, enquiry: NewEnquiry, { expiresAt, now, to, publicUrl }: Taking): Promise<string> {
  const { token, site, name, email, phone = null, company = null, message } = enquiry;
  const [tokenHash, sameness] = [hashOfToken(token), createHash('sha256').update(JSON.stringify([site, email.toLowerCase(), message])).digest()];
  return inTransaction(db, async (t) => {
    // The same words at the same moment wait for each other, and so does the same form.
    await t.any('SELECT pg_advisory_xact_lock(lock) FROM unnest($1::bigint[]) AS lock ORDER BY lock', [[sameness, tokenHash].map((hash) => hash.readBigInt64BE().toString())]);
    const siteName = await siteNameOf(t, site);
    const before = await t.one<{ used: boolean; reference: string | null }>(KNOWN, { tokenHash, sameness, since: new Date(now.getTime() - SAME_WITHIN_MS) });
    if (before.used) throw tokenRefused('used');
    const reference = before.reference ?? makeReference();
    await t.none('DELETE FROM office.enquiry_token WHERE expires_at < $1', [now]);
    await t.none('INSERT INTO office.enquiry_token (token_hash, expires_at, sameness, reference) VALUES ($1, $2, $3, $4) ON CONFLICT (token_hash) DO NOTHING', [tokenHash, expiresAt, sameness, reference]);
    if (before.reference !== null) return reference;
    await t.none(INSERT, { reference, site, siteName, name, email, phone, company, message, sameness, now });
    for (const one of to) await enqueue(t, letterOf(enquiry, { reference, siteName, to: one, publicUrl }));
    return reference;
  });
}

export const tokenRefused = (why: 'too-early' | 'expired' | 'unknown' | 'used'): Problem =>
  new Problem('unprocessable', 'The form was opened too long ago, too short a time ago, or was sent already: ask for another token and send it again.', [{ path: 'token', message: why }]);

type Summary = Omit<EnquirySummary, 'receivedAt'> & { readonly receivedAt: Date };
interface Asked { readonly status?: EnquiryStatus | undefined; readonly site?: string | undefined; readonly before?: number | undefined }

export async function listEnquiries(db: Queries, { status, site, before }: Asked): Promise<Omit<EnquiryList, 'mailed'>> {
  const conditions = { status: status ?? null, site: site ?? null };
  const rows = await db.any<Summary>(LIST, { ...conditions, before: before ?? null, limit: PAGE + 1 });
  const counts = await db.one<Pick<EnquiryList, 'numberMatched' | 'byStatus' | 'bySite'>>(COUNTS, conditions);
  return { enquiries: rows.slice(0, PAGE).map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })), more: rows.length > PAGE, ...counts };
}

type Row = Omit<Enquiry, 'receivedAt' | 'erasedAt' | 'changedAt' | 'steps'> & { readonly receivedAt: Date; readonly erasedAt: Date | null; readonly changedAt: Date | null };

/** Throws 404. */
export async function findEnquiry(db: Queries, id: number): Promise<Enquiry> {
  const row = await db.oneOrNone<Row>(ONE, { id });
  if (!row) throw new Problem('not-found', 'There is no such enquiry.');
  return { ...row, receivedAt: row.receivedAt.toISOString(), erasedAt: row.erasedAt?.toISOString() ?? null, changedAt: row.changedAt?.toISOString() ?? null, steps: row.erasedAt ? [] : [...ENQUIRY_STEPS[row.status]] };
}

/** Throws 404, 412 with what stands, 422 for a step that is none and for somebody who is no adviser. */
export const changeEnquiry = (db: Db, id: number, version: number, change: EnquiryChange, by: Account, now: Date): Promise<Enquiry> => inTransaction(db, async (t) => {
  await t.any('SELECT id FROM office.enquiry WHERE id = $1 FOR UPDATE', [id]);
  const found = await findEnquiry(t, id);
  if (found.version !== version) {
    throw new Problem('precondition-failed', `Version ${found.version} stands now, you have read version ${version}.`, undefined, {}, { version: found.version, changedBy: found.changedBy, changedAt: found.changedAt ?? found.receivedAt, enquiry: found });
  }
  if (found.erasedAt) throw new Problem('unprocessable', 'Its content has been erased: nothing of it changes any more.');
  const { status = found.status, assignee = found.assignee?.id ?? null, note = found.note } = change;
  if (status !== found.status && !ENQUIRY_STEPS[found.status].includes(status)) throw new Problem('unprocessable', `From ${found.status} it goes to ${ENQUIRY_STEPS[found.status].join(', ')}.`);
  if (assignee !== null && assignee !== found.assignee?.id) await checkAssignee(t, assignee);
  await t.none(UPDATE, { id, status, assignee, note, by: by.id, now });
  await t.any("SELECT audit.append($1, 'enquiry.changed', 'enquiry', $2, $3)", [by.id, String(id), JSON.stringify({ version: version + 1, status, assignee, ...(note === found.note ? {} : { note: 'changed' }) })]);
  return findEnquiry(t, id);
});

async function checkAssignee(t: Queries, id: number): Promise<void> {
  const account = await t.oneOrNone<Pick<Account, 'role'>>('SELECT role FROM office.account WHERE id = $1 AND disabled_at IS NULL', [id]);
  if (!account || !isAdviser({ kind: 'account', id, login: '', name: '', wholeCity: false, areas: [], ...account })) throw new Problem('unprocessable', 'Enquiries are given to advisers of investors.', [{ path: 'assignee', message: 'is no adviser' }]);
}

/** Forgets those that were closed, or taken for spam, long enough ago; how many. */
export const eraseEnquiries = (db: Db, now: Date): Promise<number> => inTransaction(db, async (t) => {
  const before = (status: 'closed' | 'spam') => new Date(now.getTime() - ERASED_AFTER_DAYS[status]! * DAY_MS);
  const { erased } = await t.one<{ erased: number }>(ERASE, { closedBefore: before('closed'), spamBefore: before('spam') });
  if (erased > 0) await t.any("SELECT audit.append(NULL, 'enquiries.erased', 'enquiries', 'erased', $1)", [JSON.stringify({ erased })]);
  return erased;
});
