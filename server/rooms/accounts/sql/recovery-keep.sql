-- Replaces the recovery codes of an account.
-- Parameters: id, hashes (array of bytea). Leans on the primary key.
WITH gone AS (DELETE FROM office.recovery_code WHERE account_id = ${id} AND code_hash <> ALL (${hashes}::bytea[]))
INSERT INTO office.recovery_code (account_id, code_hash) SELECT ${id}, unnest(${hashes}::bytea[]) ON CONFLICT DO NOTHING
