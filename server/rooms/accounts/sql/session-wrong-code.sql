-- Counts a wrong code; the session that has had too many of them is over.
-- Parameters: id, most. Leans on the primary key.
WITH over AS (DELETE FROM office.session WHERE id = ${id} AND wrong_codes + 1 >= ${most} RETURNING id),
counted AS (UPDATE office.session SET wrong_codes = wrong_codes + 1 WHERE id = ${id} AND wrong_codes + 1 < ${most})
SELECT EXISTS (SELECT FROM over) AS over
