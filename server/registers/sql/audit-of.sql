-- What happened to one thing, from the beginning. Index entry_subject.
-- Parameters: kind, subject, after (number of the last entry that is known), limit.
SELECT entry.seq::float8 AS seq, entry.at, account.login AS by, entry.action, entry.detail
FROM audit.entry LEFT JOIN office.account ON account.id = entry.actor
WHERE entry.subject_kind = ${kind} AND entry.subject = ${subject} AND entry.seq > ${after}
ORDER BY entry.seq LIMIT ${limit}
