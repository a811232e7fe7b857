-- The accounts that bear these logins, are not disabled and read annotations of the office.
-- Parameters: logins.
SELECT id, login FROM office.account WHERE login = ANY (${logins}::text[]) AND role <> 'investor-adviser' AND disabled_at IS NULL ORDER BY id
