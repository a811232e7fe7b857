-- Notes when somebody last signed in with all factors.
-- Parameters: id, now. Leans on the primary key.
UPDATE office.account SET last_signed_in_at = ${now}::timestamptz WHERE id = ${id}
