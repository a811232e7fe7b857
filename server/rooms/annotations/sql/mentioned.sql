-- The accounts that bear these logins and are not disabled.
-- Parameters: logins.
SELECT id, login FROM office.account WHERE login = ANY (${logins}::text[]) AND disabled_at IS NULL ORDER BY id
