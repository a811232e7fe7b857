-- The letter that has waited longest, taken for as long as a try may last: no other server tries it meanwhile. Index outbox_due.
-- Parameters: leaseS.
UPDATE mail.outbox SET tries = tries + 1, due_at = clock_timestamp() + make_interval(secs => ${leaseS})
WHERE id = (SELECT id FROM mail.outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= clock_timestamp() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id::float8 AS id, message_id::text AS "messageId", recipient AS "to", subject, body AS text, headers, created_at AS "createdAt", tries
