-- Whether anybody has an account (the author of the demonstration is nobody), whether anybody could ever sign in or still can be let in by a link.
-- Parameters: now. Leans on nothing: accounts are few.
SELECT EXISTS (SELECT FROM office.account WHERE login <> 'demonstracja') AS "anybody",
  EXISTS (SELECT FROM office.account WHERE password_hash IS NOT NULL OR oidc_subject IS NOT NULL) AS "begun",
  EXISTS (SELECT FROM office.invitation WHERE expires_at > ${now}::timestamptz) AS "invited",
  (SELECT id FROM office.account WHERE login = 'administrator' AND role = 'administrator' AND disabled_at IS NULL) AS "administrator"
