-- A new account, without any way to sign in yet.
-- Parameters: login, name, role, wholeCity. Leans on the unique login.
INSERT INTO office.account (login, name, role, whole_city) VALUES (${login}, ${name}, ${role}, ${wholeCity}) RETURNING id
