-- Gives an account that has a second factor another one.
-- Parameters: id, sealed, step (of the code that confirmed it). Leans on the primary key.
UPDATE office.account SET totp_sealed = ${sealed}, totp_last_step = ${step} WHERE id = ${id} AND totp_sealed IS NOT NULL AND disabled_at IS NULL RETURNING id
