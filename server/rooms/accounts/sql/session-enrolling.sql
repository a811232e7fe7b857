-- Keeps the secret that is being enrolled with the session that enrols it.
-- Parameters: id, sealed. Leans on the primary key.
UPDATE office.session SET enrolling_sealed = ${sealed} WHERE id = ${id} AND state = 'enrolment' RETURNING id
