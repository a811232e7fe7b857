-- Notes that a session is in use.
-- Parameters: id, now. Leans on the primary key.
UPDATE office.session SET seen_at = greatest(seen_at, ${now}::timestamptz) WHERE id = ${id}
