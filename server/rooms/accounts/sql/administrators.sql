-- Who can administer; locked, so that two do not take each other's rights at once. Not against entries of the trail that name them (FOR KEY SHARE).
-- Parameters: none. Leans on nothing: accounts are few.
SELECT id FROM office.account WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE
