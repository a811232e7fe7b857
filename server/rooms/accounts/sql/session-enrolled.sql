-- Ends setting up a secret; nothing happens when another request has ended it, or the session, meanwhile.
-- Parameters: id, sealed (the secret that was set up). Leans on the primary key.
UPDATE office.session SET enrolling_sealed = NULL WHERE id = ${id} AND enrolling_sealed = ${sealed} RETURNING id
