-- Uses an invitation up; of two requests at once one gets it.
-- Parameters: tokenHash, now. Leans on the unique token_hash.
DELETE FROM office.invitation WHERE token_hash = ${tokenHash} AND expires_at > ${now}::timestamptz RETURNING account_id AS id
