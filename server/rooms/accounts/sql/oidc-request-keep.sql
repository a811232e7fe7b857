-- Keeps what the answer of the provider must match, and forgets requests that nobody came back from.
-- Parameters: tokenHash, state, nonce, codeVerifier, returnTo, now, expiresAt. Leans on the primary key.
WITH over AS (DELETE FROM office.oidc_request WHERE expires_at <= ${now}::timestamptz)
INSERT INTO office.oidc_request (token_hash, state, nonce, code_verifier, return_to, expires_at)
VALUES (${tokenHash}, ${state}, ${nonce}, ${codeVerifier}, ${returnTo}, ${expiresAt}::timestamptz)
