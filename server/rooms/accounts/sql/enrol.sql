-- Gives an account its second factor, unless it has one by now.
-- Parameters: id, sealed, step (of the code that confirmed it). Leans on the primary key.
UPDATE office.account SET totp_sealed = ${sealed}, totp_last_step = ${step} WHERE id = ${id} AND totp_sealed IS NULL AND disabled_at IS NULL RETURNING id
