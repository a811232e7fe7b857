-- What signing in needs to know of an account, by login or by id.
-- Parameters: login (or null), id (or null). Leans on the unique login and the primary key.
SELECT id, login, name, disabled_at IS NOT NULL AS disabled, password_hash AS "passwordHash", totp_sealed AS "totpSealed",
  oidc_issuer AS "oidcIssuer", oidc_subject AS "oidcSubject"
FROM office.account
WHERE login = ${login} OR id = ${id}::integer
