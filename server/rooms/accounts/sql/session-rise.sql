-- Gives a session more rights under a new token; nothing happens when another request has raised or ended it meanwhile.
-- Parameters: id, from, to, tokenHash, now, endsAt. Leans on the primary key.
UPDATE office.session
SET state = ${to}, token_hash = ${tokenHash}, started_at = ${now}::timestamptz, seen_at = ${now}::timestamptz, ends_at = ${endsAt}::timestamptz,
  wrong_codes = 0, enrolling_sealed = NULL
WHERE id = ${id} AND state = ${from}
RETURNING id
