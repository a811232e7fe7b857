-- Links the account of a login to a person of the provider, unless it is another's already or disabled.
-- Parameters: login, issuer, subject. Leans on the unique login.
UPDATE office.account SET oidc_issuer = ${issuer}, oidc_subject = ${subject}
WHERE login = ${login} AND oidc_subject IS NULL AND disabled_at IS NULL
RETURNING id
