-- Ends the one-time link of an account.
-- Parameters: id. Leans on the primary key.
DELETE FROM office.invitation WHERE account_id = ${id}
