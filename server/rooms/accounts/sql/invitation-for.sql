-- Whom an unused invitation is for.
-- Parameters: tokenHash, now. Leans on the unique token_hash.
SELECT account.id, account.login, account.name
FROM office.invitation JOIN office.account ON account.id = invitation.account_id AND account.disabled_at IS NULL
WHERE invitation.token_hash = ${tokenHash} AND invitation.expires_at > ${now}::timestamptz
