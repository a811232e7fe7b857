-- Gives an account a password; a link by which it could get another one ends.
-- Parameters: id, hash. Leans on the primary key.
WITH links AS (DELETE FROM office.invitation WHERE account_id = ${id})
UPDATE office.account SET password_hash = ${hash} WHERE id = ${id} AND disabled_at IS NULL RETURNING id
