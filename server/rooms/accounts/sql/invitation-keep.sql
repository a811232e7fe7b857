-- Keeps the one invitation of an account; an older one ends.
-- Parameters: id, tokenHash, expiresAt. Leans on the primary key.
INSERT INTO office.invitation (account_id, token_hash, expires_at) VALUES (${id}, ${tokenHash}, ${expiresAt}::timestamptz)
ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
