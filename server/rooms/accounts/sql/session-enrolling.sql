-- The secret that a session is setting up: the one it has, else this one from now on. Sealed.
-- Parameters: id, state (that the session must be in), sealed. Leans on the primary key.
UPDATE office.session SET enrolling_sealed = coalesce(enrolling_sealed, ${sealed}) WHERE id = ${id} AND state = ${state} RETURNING enrolling_sealed AS "sealed"
