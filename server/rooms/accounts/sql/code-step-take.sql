-- Takes a code of the authenticator: its step must come after the last one that was taken.
-- Parameters: id, step. Leans on the primary key.
UPDATE office.account SET totp_last_step = ${step} WHERE id = ${id} AND (totp_last_step IS NULL OR totp_last_step < ${step}) RETURNING id
