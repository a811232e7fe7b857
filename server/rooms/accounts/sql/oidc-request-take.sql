-- Uses up the request that a cookie stands for: the answer of the provider counts once.
-- Parameters: tokenHash, now. Leans on the primary key.
DELETE FROM office.oidc_request WHERE token_hash = ${tokenHash}
RETURNING state, nonce, code_verifier AS "codeVerifier", return_to AS "returnTo", expires_at > ${now}::timestamptz AS living
