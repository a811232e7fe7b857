-- Everybody to whom work can be given, by name.
-- Parameters: none. Leans on nothing: accounts are few.
SELECT id, login, name, role FROM office.account WHERE disabled_at IS NULL ORDER BY name, login
