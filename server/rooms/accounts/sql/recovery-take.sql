-- Takes a recovery code, which then is gone.
-- Parameters: id, codeHash. Leans on the primary key.
DELETE FROM office.recovery_code WHERE account_id = ${id} AND code_hash = ${codeHash} RETURNING account_id
