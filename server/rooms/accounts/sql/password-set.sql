-- Gives an account a password.
-- Parameters: id, hash. Leans on the primary key.
UPDATE office.account SET password_hash = ${hash} WHERE id = ${id} AND disabled_at IS NULL RETURNING id
