-- The account of a person of the provider.
-- Parameters: issuer, subject. Leans on the unique (oidc_issuer, oidc_subject).
SELECT id FROM office.account WHERE oidc_issuer = ${issuer} AND oidc_subject = ${subject}
