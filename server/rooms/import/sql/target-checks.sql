-- The rules (CHECK) of a table, so that a row that breaks one is told by its number instead of failing the whole import. $<table>: qualified name.
SELECT pg_get_expr(conbin, conrelid) AS expression
FROM pg_constraint
WHERE contype = 'c' AND conrelid = $<table>::regclass
ORDER BY conname;
