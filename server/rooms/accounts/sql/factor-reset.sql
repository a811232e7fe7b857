-- Takes the second factor of an account away, with its recovery codes: a new one must be set up at the next sign-in.
-- Parameters: id. Leans on the primary keys.
WITH codes AS (DELETE FROM office.recovery_code WHERE account_id = ${id})
UPDATE office.account SET totp_sealed = NULL, totp_last_step = NULL WHERE id = ${id}
